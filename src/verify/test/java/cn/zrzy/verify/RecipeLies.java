package cn.zrzy.verify;

import static cn.zrzy.verify.MutationTests.lie;
import static cn.zrzy.verify.MutationTests.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Recipes that could be steered, most of them caught while the pool is only frozen, told by {@link MutationTests}. */
final class RecipeLies {

    private static final Forge FROZEN = MutationTests.sample("frozen");
    private static final String CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

    private RecipeLies() {}

    static List<MutationTests.Lie> all() {
        return List.of(
                frozen("two parties only", "E-RECIPE", s -> ((ArrayNode) s.get("parties")).remove(2)),
                frozen("a demand that cannot be reached", "E-ENTROPY", s -> s.put("demand", 1281)),
                frozen("a demand below the law, while frozen", "E-ENTROPY", s -> s.put("demand", 639)),
                frozen("the same dice under two names", "E-RECIPE", s -> source(s, "dice-2", "DICE", "20", 0)),
                frozen("one lottery twice on one day", "E-RECIPE", s -> source(s, "KL8-b", "KL8", "另一期", 0)),
                frozen("one issue on two days", "E-RECIPE", s -> source(s, "KL8-b", "KL8", "", 1)),
                frozen("forty-one dice", "E-RECIPE", s -> source(s, "dice-2", "DICE", "41", 0)),
                frozen("drand without its round", "E-RECIPE", s -> source(s, "drand", "DRAND", CHAIN, 0)),
                frozen("a drand round by another spelling", "E-RECIPE", s -> source(s, "d", "DRAND", CHAIN + ":07", 0)),
                frozen("one drand round twice", "E-RECIPE", s -> {
                    source(s, "drand-1", "DRAND", CHAIN + ":7", 0);
                    source(s, "drand-2", "DRAND", CHAIN + ":7", 1);
                }),
                MutationTests.lieOn(
                        FROZEN,
                        "mode S without the platform",
                        "seed",
                        "E-RECIPE",
                        f -> f.json("manifest.json", m -> m.put("mode", "S")).settle()),
                lie("one throw counted twice", "seed", "E-RECIPE", f -> {
                    f.json("manifest.json", m -> source((ObjectNode) m.get("seed"), "DICE-2", "DICE", "6", 0));
                    f.json("seed.json", s -> {
                        ArrayNode again = s.at("/sources/1").deepCopy();
                        ((ArrayNode) s.get("sources")).add(set(again, 0, "DICE-2"));
                        s.put("decibits", 815 + 199);
                    });
                    f.json("seed.json", s -> s.put("seed", SmallBundles.seedOf(f)));
                    f.json("result.json", r -> r.put("seed", SmallBundles.seedOf(f)));
                    SmallBundles.redraw(f);
                    f.settle();
                }));
    }

    /** Everything that a recipe may hold: two rounds of one chain, one lottery on two days, dice of two counts. */
    static Forge rich() {
        Forge f = FROZEN.copy();
        f.json("manifest.json", m -> {
            ObjectNode s = (ObjectNode) m.put("mode", "S").get("seed");
            source(s, "drand-1", "DRAND", CHAIN + ":7", 0);
            source(s, "drand-2", "DRAND", CHAIN + ":8", 0);
            source(s, "KL8-b", "KL8", "次日", 1);
            source(s, "dice-2", "DICE", "40", 0);
            source(s, "platform", "PLATFORM", "", 0);
            s.put("demand", 664 + 616 + 2560 + 616 + 1328);
        });
        return f.settle();
    }

    private static MutationTests.Lie frozen(String name, String code, Consumer<ObjectNode> change) {
        return MutationTests.lieOn(
                FROZEN,
                name,
                "seed",
                code,
                f -> f.json("manifest.json", m -> change.accept((ObjectNode) m.get("seed")))
                        .settle());
    }

    /** On the day of the event, or that many days later. */
    private static void source(ObjectNode seed, String name, String kind, String detail, int days) {
        String at = Text.later(seed.at("/sources/0/3").asText(), 24 * days);
        ((ArrayNode) seed.get("sources")).add(Forge.array(name, kind, detail, at));
    }
}
