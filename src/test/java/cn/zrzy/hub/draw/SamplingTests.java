package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.lottery.PickDraw;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.outcome.Pick;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 研究性抽样 and weights on fixed seeds: n is right on average, and chances grow with the weight as documented. */
class SamplingTests {

    private static final int SEEDS = 20_000;

    /** E[n] = N·ratio exactly: 7 subjects at 15 % are 1.05 of them, and never fewer than 1 or more than 2. */
    @Test
    void theMeanOfResearchQuotasIsTheRatio() {
        Stratum stratum = new Stratum("T|411002", "T", 1500, 7, 1, 0, 500);
        int more = 0;
        for (int m = 0; m < SEEDS; m++) {
            int n = stratum.places(DrawHash.SHA_256, seed(m));
            assertThat(n).isBetween(1, 2);
            more += n - 1;
        }
        double p = 0.05;
        assertThat((more - SEEDS * p) / Math.sqrt(SEEDS * p * (1 - p))).isBetween(-4.0, 4.0);
    }

    /** Strata are rounded independently: two of them go up together as often as chance has it. */
    @Test
    void strataAreRoundedIndependently() {
        Stratum one = new Stratum("T|411002", "T", 5000, 3, 1, 0, 5000);
        Stratum other = new Stratum("T|411003", "T", 5000, 3, 1, 0, 5000);
        int both = 0;
        for (int m = 0; m < SEEDS; m++) {
            both += one.places(DrawHash.SM3, seed(m)) + other.places(DrawHash.SM3, seed(m)) == 4 ? 1 : 0;
        }
        assertThat((both - SEEDS * 0.25) / Math.sqrt(SEEDS * 0.25 * 0.75)).isBetween(-4.0, 4.0);
    }

    @Test
    void floorAndRemainderStandInTheRules() {
        FrozenDraw frozen = frozen(0, 1500);
        Stratum s = frozen.strata().get(0);
        assertThat(List.of(s.members(), s.quota(), s.remainder())).containsExactly(6, 0, 9000);
        assertThat(frozen.files().get("rules.json")).asString().contains("\"research\":[\"T\"]");
        assertThat(frozen(2, 2500).files().get("rules.json")).asString().contains("\"weights\":[[\"T\",\"B\",2]");
    }

    /** One place: a subject with w tickets of W in all is drawn with chance w/W. */
    @Test
    void oneOfManyIsDrawnInProportionToItsWeight() {
        Map<String, Integer> drawn = drawn(1);
        int whole = 1 + 2 + 3 + 4 + 5 + 6;
        for (int w = 1; w <= 6; w++) {
            assertThat(z(drawn.getOrDefault("XM:" + w, 0), (double) w / whole))
                    .as("weight " + w)
                    .isBetween(-4.0, 4.0);
        }
    }

    /** Two places: as if tickets were drawn one by one, passing over a subject that is already in. */
    @Test
    void twoOfManyAreDrawnOneAfterTheOther() {
        Map<String, Integer> drawn = drawn(2);
        int whole = 1 + 2 + 3 + 4 + 5 + 6;
        for (int w = 1; w <= 6; w++) {
            double p = (double) w / whole;
            for (int first = 1; first <= 6; first++) {
                p += first == w ? 0 : (double) first / whole * w / (whole - first);
            }
            assertThat(z(drawn.getOrDefault("XM:" + w, 0), p)).as("weight " + w).isBetween(-4.0, 4.0);
        }
    }

    private static double z(int times, double p) {
        return (times - SEEDS * p) / Math.sqrt(SEEDS * p * (1 - p));
    }

    private static byte[] seed(int m) {
        return Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m));
    }

    private static Map<String, Integer> drawn(int places) {
        FrozenDraw frozen = frozen(places, 0);
        Map<String, Integer> times = new HashMap<>();
        for (int m = 0; m < SEEDS; m++) {
            for (Pick pick : PickDraw.draw(frozen, seed(m))) {
                times.merge(pick.subjectId(), 1, Integer::sum);
            }
        }
        return times;
    }

    /** Six subjects of classes A to F; with places, weights 1 to 6 and so many places; else research at this ratio. */
    private static FrozenDraw frozen(int places, int ratio) {
        DrawItem item = places > 0
                ? new DrawItem(
                        "T",
                        "t",
                        true,
                        "R",
                        10000,
                        places,
                        List.of(),
                        false,
                        Map.of("B", 2, "C", 3, "D", 4, "E", 5, "F", 6))
                : new DrawItem("T", "t", true, "R", 10000, 0, List.of(), true, Map.of());
        return Draws.freeze(
                SampleDraw.with(SampleDraw.request(6, 1, 1), p -> {
                    DrawRules r = p.rules;
                    p.recusals = List.of();
                    p.subjects.clear();
                    for (int w = 1; w <= 6; w++) {
                        String creditClass = String.valueOf((char) ('A' + w - 1));
                        p.subjects.add(new PoolSubject(
                                "XM:" + w,
                                "项目",
                                "411002",
                                List.of(),
                                creditClass,
                                List.of("T"),
                                "",
                                0,
                                SampleDraw.salt("w" + w)));
                    }
                    p.rules = new DrawRules(
                            DrawHash.SHA_256,
                            List.of(),
                            List.of(item),
                            List.of(new RatioScheme(
                                    "R",
                                    "全部",
                                    List.of(new RatioScheme.ClassRatio("*", places > 0 ? 10000 : ratio, "全部")))),
                            false,
                            0,
                            0,
                            List.of(),
                            List.of(),
                            List.of(),
                            r.inspectionFrom(),
                            r.inspectionTo());
                    return p;
                }),
                SampleDraw.SIGNERS);
    }
}
