package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.model.VerifierFile;
import cn.zrzy.hub.draw.outcome.DrawInput;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.RulesPaper;
import cn.zrzy.hub.draw.seed.SeedEntries;
import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: each a refusal with its own code and its place, nothing half done. */
class RefusalTests {

    static Stream<Arguments> badRequests() {
        return Stream.of(
                bad("E-DRAW-ID-TWICE", "第41行", p -> p.subjects.add(p.subjects.get(3))),
                bad("E-DRAW-ID-TWICE", "inspectors.jsonl", p -> p.inspectors.add(p.inspectors.get(3))),
                bad("E-DRAW-ID", "第1行", subject(s -> id(s, "91411002ma00000012"))),
                bad("E-DRAW-ID", "第1行", subject(s -> id(s, "91411002MA0000001X"))),
                bad("E-DRAW-ID", "第1行", subject(s -> id(s, ""))),
                bad("E-DRAW-NFC", "类型", subject(s -> type(s, "cafe\u0301"))),
                bad("E-DRAW-CHAR", "类型", subject(s -> type(s, "q\u0301\u1dfa"))),
                bad(
                        "E-DRAW-CHAR",
                        "items",
                        p -> p.rules =
                                item(p.rules, new DrawItem("NRP-01", "测绘\u202e", false, "XY", 10000, 0, List.of()))),
                bad("E-DRAW-CHAR", "manifest", p -> p.campaign = "秋季\ufeff"),
                bad("E-DRAW-WORD", "类型", subject(s -> type(s, "企业,个体"))),
                bad("E-DRAW-WORD", "类型", subject(s -> type(s, "企业\n"))),
                bad("E-DRAW-WORD", "类型", subject(s -> type(s, "\ud800"))),
                bad("E-DRAW-REGION", "行政区划", subject(s -> region(s, "许昌"))),
                bad("E-DRAW-ITEM", "抽查事项", subject(s -> items(s, List.of("NRP-99")))),
                bad("E-DRAW-ITEM", "抽查事项", subject(s -> items(s, List.of()))),
                bad("E-DRAW-WORD", "抽查事项", subject(s -> items(s, List.of("NRP-01", "NRP-01")))),
                bad("E-DRAW-EXCLUSION", "排除原因", subject(s -> s.excludedFor("没说"))),
                bad(
                        "E-DRAW-SALT",
                        "盐",
                        p -> p.subjects.set(
                                1, salted(p.subjects.get(1), p.subjects.get(0).salt()))),
                bad("E-DRAW-SALT", "盐", subject(s -> salted(s, "00"))),
                bad("E-DRAW-POOL-EMPTY", "检查对象", p -> p.subjects.clear()),
                bad("E-DRAW-POOL-EMPTY", "执法检查人员", p -> p.inspectors.clear()),
                bad("E-DRAW-ITEM-EMPTY", "NRP-10", p -> {
                    p.recusals = List.of();
                    p.subjects.removeIf(s -> s.itemCodes().contains("NRP-10"));
                }),
                bad(
                        "E-DRAW-CERT",
                        "执法证有效期",
                        p -> p.inspectors.set(0, valid(p.inspectors.get(0), LocalDate.of(2026, 11, 30)))),
                bad("E-DRAW-NUMBER", "任务上限", p -> p.inspectors.set(0, cap(p.inspectors.get(0), -1))),
                bad(
                        "E-DRAW-RECUSAL",
                        "recusal.jsonl",
                        p -> p.recusals.set(
                                0, new Recusal("NOBODY", p.subjects.get(0).id(), SampleDraw.salt("x")))),
                bad("E-DRAW-RATIO", "D类", p -> p.rules = ratios(p.rules, 10001)),
                bad("E-DRAW-RATIO", "B类", p -> p.rules = ratios(p.rules, -1)),
                bad(
                        "E-DRAW-RATIO",
                        "NRP-01",
                        p -> p.rules = item(p.rules, new DrawItem("NRP-01", "测绘", false, "XY", 500, 0, List.of()))),
                bad(
                        "E-DRAW-RATIO",
                        "NRP-01",
                        p -> p.rules = item(p.rules, new DrawItem("NRP-01", "测绘", false, "没有", 500, 0, List.of()))),
                bad(
                        "E-DRAW-QUOTA",
                        "NRP-01|",
                        p -> p.rules = item(p.rules, new DrawItem("NRP-01", "测绘", false, "XY", 10000, 100, List.of()))),
                bad(
                        "E-DRAW-NUMBER",
                        "NRP-01",
                        p -> p.rules = item(p.rules, new DrawItem("NRP-01", "测绘", false, "XY", 10000, -1, List.of()))),
                bad(
                        "E-DRAW-TEAM-SIZE",
                        "一人组",
                        p -> p.rules = team(p.rules, new TeamPlan("一人组", List.of(), 1, roles(1, 1)))),
                bad(
                        "E-DRAW-LANGUAGE",
                        "三人组",
                        p -> p.rules = team(p.rules, new TeamPlan("三人组", List.of(), 3, roles(1, 2)))),
                bad(
                        "E-DRAW-LANGUAGE",
                        "组长",
                        p -> p.rules = team(p.rules, new TeamPlan("双人组", List.of(), 2, roles(3, 2)))),
                bad("E-DRAW-LADDER", "ladder", p -> p.rules = ladder(p.rules, LadderStep.dept("没有", "矿管科"))),
                bad("E-DRAW-LADDER", "ladder", p -> p.rules = ladder(p.rules, LadderStep.cap(0))),
                bad("E-DRAW-STRATIFY", "stratifyBy", p -> p.rules = by(p.rules, List.of("region", "class"))),
                bad(
                        "E-DRAW-DATES",
                        "inspectionTo",
                        p -> p.rules = dates(p.rules, LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 1))),
                bad(
                        "E-DRAW-DATES",
                        "inspectionFrom",
                        p -> p.rules = dates(p.rules, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1))),
                bad("E-DRAW-NO", "drawNo", p -> p.drawNo = "XC/2026/1"),
                bad("E-DRAW-ENTROPY", "demand", p -> p.recipe = recipe(p.recipe, 100)),
                bad("E-DRAW-ENTROPY", "demand", p -> p.annual = true),
                bad("E-DRAW-ENTROPY", "sources", p -> p.recipe = recipe(p.recipe, 2000)),
                bad(
                        "E-DRAW-PARTIES",
                        "parties",
                        p -> p.recipe = new SeedRecipe(
                                p.recipe.parties().subList(0, 2), SampleDraw.T2, p.recipe.sources(), 640)),
                bad(
                        "E-DRAW-COMMIT",
                        "派驻纪检组",
                        p -> p.recipe = new SeedRecipe(
                                Stream.concat(
                                                Stream.of(new SeedRecipe.Party("派驻纪检组", "1234")),
                                                p.recipe.parties().stream().skip(1))
                                        .toList(),
                                SampleDraw.T2,
                                p.recipe.sources(),
                                640)),
                bad("E-DRAW-ORDER", "revealDeadline", p -> p.frozenAt = SampleDraw.T2),
                bad(
                        "E-DRAW-ORDER",
                        "notary-dice",
                        p -> p.recipe = new SeedRecipe(p.recipe.parties(), SampleDraw.T3, p.recipe.sources(), 640)),
                bad("E-DRAW-SOURCE", "sources", p -> p.mode = DrawMode.SEEDED),
                bad("E-DRAW-SOURCE", "dice-2", source("dice-2", SeedRecipe.Kind.DICE, "20", 0)),
                bad("E-DRAW-SOURCE", "KL8-2", source("KL8-2", SeedRecipe.Kind.KL8, "另一期", 0)),
                bad("E-DRAW-SOURCE", "KL8-2", source("KL8-2", SeedRecipe.Kind.KL8, "", 1)),
                bad("E-DRAW-SOURCE", "drand", source("drand", SeedRecipe.Kind.DRAND, "quicknet 7", 0)),
                bad("E-DRAW-SOURCE", "drand", source("drand", SeedRecipe.Kind.DRAND, "ab".repeat(32) + ":07", 0)),
                bad("E-DRAW-MODE", "seed", p -> p.mode = DrawMode.PLATFORM),
                bad("E-DRAW-DISCLOSURE", "disclosure", p -> p.disclosure = new Disclosure(false, SampleDraw.HELD, "")),
                bad(
                        "E-DRAW-VERIFIER",
                        "seed.json",
                        p -> p.verifiers = List.of(VerifierFile.of("seed.json", new byte[0]))));
    }

    @ParameterizedTest
    @MethodSource
    void badRequests(String code, String place, Consumer<SampleDraw.Parts> change) {
        DrawRequest request = SampleDraw.with(SampleDraw.request(40, 16, 8), p -> {
            change.accept(p);
            return p;
        });
        assertThatThrownBy(() -> Draws.freeze(request, SampleDraw.SIGNERS))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.place().toString()).contains(place);
                });
    }

    /** One more public event, so many days after the others. */
    private static Consumer<SampleDraw.Parts> source(String name, SeedRecipe.Kind kind, String detail, int days) {
        return p -> {
            List<SeedRecipe.Source> more = new ArrayList<>(p.recipe.sources());
            more.add(new SeedRecipe.Source(name, kind, detail, SampleDraw.T3.plusDays(days)));
            p.recipe = new SeedRecipe(p.recipe.parties(), SampleDraw.T2, more, 640);
        };
    }

    @Test
    void distinctEventsOfOneKindAreAdmitted() {
        DrawRequest request = SampleDraw.with(SampleDraw.request(40, 16, 8), p -> {
            source("KL8-2", SeedRecipe.Kind.KL8, "次日", 1).accept(p);
            source("drand-1", SeedRecipe.Kind.DRAND, "ab".repeat(32) + ":7", 0).accept(p);
            source("drand-2", SeedRecipe.Kind.DRAND, "ab".repeat(32) + ":8", 0).accept(p);
            return p;
        });
        assertThat(Draws.freeze(request, SampleDraw.SIGNERS).request().recipe().sources())
                .hasSize(5);
    }

    @Test
    void badSeeds() {
        FrozenDraw frozen = SampleDraw.frozen();
        RevealedSeed good = SampleDraw.revealed();
        refused(
                "E-DRAW-ENTROPY",
                () -> hold(
                        frozen,
                        new RevealedSeed(good.reveals(), good.observations().subList(1, 2), "", good.at())));
        refused(
                "E-DRAW-ORDER",
                () -> hold(frozen, new RevealedSeed(good.reveals(), good.observations(), "", SampleDraw.T2)));
        RevealedSeed.Reveal first = good.reveals().get(0);
        RevealedSeed.Reveal early =
                new RevealedSeed.Reveal(first.party(), first.value(), SampleDraw.T0.minusSeconds(1), "");
        refused("E-DRAW-ORDER", () -> SeedEntries.checkReveal(frozen, early));
        refused(
                "E-DRAW-ORDER",
                () -> hold(frozen, new RevealedSeed(List.of(early), good.observations(), "", good.at())));
        refused( // the second public event was entered twenty minutes after the first
                "E-DRAW-ORDER",
                () -> hold(
                        frozen,
                        new RevealedSeed(good.reveals(), good.observations(), "", SampleDraw.T3.plusMinutes(19))));
        refused("E-DRAW-SECRET", () -> hold(frozen, SampleDraw.revealed("00".repeat(32))));
        refused(
                "E-DRAW-REVEAL",
                () -> hold(
                        frozen,
                        new RevealedSeed(
                                List.of(new RevealedSeed.Reveal("派驻纪检组", "11".repeat(32), SampleDraw.T2, "")),
                                good.observations(),
                                "",
                                good.at())));
        refused(
                "E-DRAW-SOURCE",
                () -> hold(
                        frozen,
                        new RevealedSeed(
                                good.reveals(),
                                List.of(
                                        good.observations().get(0),
                                        new RevealedSeed.Observation(
                                                "KL8-2026-061",
                                                SampleDraw.KL8.replace("05", "01"),
                                                SampleDraw.T3,
                                                "",
                                                "")),
                                "",
                                good.at())));
        refused("E-DRAW-INPUT", () -> hold(frozen, new PlatformResult(List.of(), List.of(), good.at())));
    }

    @Test
    void aLateRevealCountsAsMissingAndIsNamed() {
        RevealedSeed good = SampleDraw.revealed();
        RevealedSeed late = new RevealedSeed(
                List.of(
                        good.reveals().get(0),
                        new RevealedSeed.Reveal("企业代表", good.reveals().get(1).value(), SampleDraw.T3, "")),
                good.observations(),
                "",
                good.at());
        assertThat(hold(SampleDraw.frozen(), late).missing()).containsExactly("市场监管局", "企业代表");
    }

    @Test
    void changedEvidenceIsNotThawed() {
        FrozenDraw frozen = SampleDraw.frozen();
        for (String name : List.of("objects.jsonl", "inspectors.leaf", "rules.json", "recusal.leaf")) {
            java.util.TreeMap<String, byte[]> files = new java.util.TreeMap<>(frozen.files());
            byte[] bytes = files.get(name).clone();
            int at = bytes.length / 2;
            bytes[at] = (byte) (bytes[at] == '1' ? '2' : '1');
            files.put(name, bytes);
            assertThatThrownBy(() -> Draws.thaw(
                            frozen.drawNo(),
                            files,
                            frozen.recusalLines(),
                            SampleDraw.SIGNERS,
                            SampleDraw.log(frozen, null)))
                    .isInstanceOfSatisfying(
                            Rejected.class, e -> assertThat(e.code()).startsWith("E-DRAW-"));
        }
    }

    @Test
    void floatsAndOtherFormsAreNotCanonical() {
        for (String text : List.of(
                "[1.0]",
                "[01]",
                "[-0]",
                "[ 1]",
                "[null]",
                "[true]",
                "[\"\\u0041\"]",
                "[1",
                "[1]]",
                "{\"b\":1,\"a\":2}")) {
            refused("E-DRAW-CANON", () -> JcsReader.line(text, "x"));
        }
        assertThat(JcsReader.line("[\"引\\\"号\\\\\",-12,[],{}]", "x")).hasSize(4);
    }

    private static DrawOutcome hold(FrozenDraw frozen, DrawInput input) {
        return Draws.hold(frozen, input, SampleDraw.SIGNERS);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Arguments bad(String code, String place, Consumer<SampleDraw.Parts> change) {
        return Arguments.of(code, place, change);
    }

    private static Consumer<SampleDraw.Parts> subject(UnaryOperator<PoolSubject> change) {
        return p -> p.subjects.set(0, change.apply(p.subjects.get(0)));
    }

    private static PoolSubject id(PoolSubject s, String id) {
        return new PoolSubject(
                id, s.type(), s.region(), s.categories(), s.creditClass(), s.itemCodes(), "", 0, s.salt());
    }

    private static PoolSubject type(PoolSubject s, String type) {
        return new PoolSubject(
                s.id(), type, s.region(), s.categories(), s.creditClass(), s.itemCodes(), "", 0, s.salt());
    }

    private static PoolSubject region(PoolSubject s, String region) {
        return new PoolSubject(
                s.id(), s.type(), region, s.categories(), s.creditClass(), s.itemCodes(), "", 0, s.salt());
    }

    private static PoolSubject items(PoolSubject s, List<String> items) {
        return new PoolSubject(s.id(), s.type(), s.region(), s.categories(), s.creditClass(), items, "", 0, s.salt());
    }

    private static PoolSubject salted(PoolSubject s, String salt) {
        return new PoolSubject(
                s.id(), s.type(), s.region(), s.categories(), s.creditClass(), s.itemCodes(), "", 0, salt);
    }

    private static PoolInspector valid(PoolInspector i, LocalDate to) {
        return new PoolInspector(i.id(), i.dept(), i.regions(), i.expertise(), to, i.leader(), i.cap(), 0, i.salt());
    }

    private static PoolInspector cap(PoolInspector i, int cap) {
        return new PoolInspector(
                i.id(), i.dept(), i.regions(), i.expertise(), i.certificateValidTo(), i.leader(), cap, 0, i.salt());
    }

    private static List<TeamPlan.Role> roles(int least, int most) {
        return List.of(new TeamPlan.Role("组长", "", true, List.of(), least, most));
    }

    private static SeedRecipe recipe(SeedRecipe r, int demand) {
        return new SeedRecipe(r.parties(), r.revealDeadline(), r.sources(), demand);
    }

    private static DrawRules ratios(DrawRules r, int bp) {
        return rules(
                r,
                r.stratifyBy(),
                r.items(),
                List.of(
                        new RatioScheme("XY", "出处", List.of(new RatioScheme.ClassRatio(bp < 0 ? "B" : "D", bp, ""))),
                        r.ratioSchemes().get(1)),
                r.teams(),
                r.ladder(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static DrawRules item(DrawRules r, DrawItem item) {
        return rules(
                r,
                r.stratifyBy(),
                List.of(item, r.items().get(1)),
                r.ratioSchemes(),
                r.teams(),
                r.ladder(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    /** A draw of a version that rounded by chance or weighted classes is refused and not replayed as another one. */
    @ParameterizedTest
    @ValueSource(strings = {"research", "weights"})
    void rulesOfAVersionOfBeforeAreNamed(String key) {
        assertThatThrownBy(() -> RulesPaper.read(Map.of(key, List.of())))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-DRAW-OLD"));
    }

    private static DrawRules team(DrawRules r, TeamPlan plan) {
        return rules(
                r,
                r.stratifyBy(),
                r.items(),
                r.ratioSchemes(),
                List.of(plan),
                List.of(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static DrawRules ladder(DrawRules r, LadderStep step) {
        return rules(
                r,
                r.stratifyBy(),
                r.items(),
                r.ratioSchemes(),
                r.teams(),
                List.of(step),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static DrawRules by(DrawRules r, List<String> dimensions) {
        return rules(
                r,
                dimensions,
                r.items(),
                r.ratioSchemes(),
                r.teams(),
                r.ladder(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static DrawRules dates(DrawRules r, LocalDate from, LocalDate to) {
        return rules(r, r.stratifyBy(), r.items(), r.ratioSchemes(), r.teams(), r.ladder(), from, to);
    }

    private static DrawRules rules(
            DrawRules r,
            List<String> by,
            List<DrawItem> items,
            List<RatioScheme> schemes,
            List<TeamPlan> teams,
            List<LadderStep> ladder,
            LocalDate from,
            LocalDate to) {
        return new DrawRules(
                r.hash(),
                by,
                items,
                schemes,
                r.atLeastOne(),
                r.reserveBasisPoints(),
                r.firmCap(),
                r.exclusions(),
                teams,
                ladder,
                from,
                to);
    }
}
