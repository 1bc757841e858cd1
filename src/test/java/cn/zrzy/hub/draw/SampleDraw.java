package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
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
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.paper.Bundle;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.draw.paper.Signers;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.kernel.CreditCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A draw to take apart: small, deterministic, with every feature in it. */
final class SampleDraw {

    static final SigningRing SIGNERS = SigningRing.of(new Signers("1f".repeat(32), "2e".repeat(32)));
    static final OffsetDateTime T0 = OffsetDateTime.parse("2026-11-20T09:00:00+08:00");
    static final OffsetDateTime T2 = OffsetDateTime.parse("2026-11-23T18:00:00+08:00");
    static final OffsetDateTime T3 = OffsetDateTime.parse("2026-11-23T21:30:00+08:00");
    static final OffsetDateTime HELD = OffsetDateTime.parse("2026-11-23T22:10:00+08:00");
    static final String DRAW_NO = "XC-2026-0001";
    static final String KL8 = "01.05.08.12.17.20.23.28.31.36.41.44.49.52.58.60.66.71.77.80";

    private static final String[] REGIONS = {"411002", "411003", "411024", "411025", "411081", "411082"};
    private static final String[] CLASSES = {"A", "B", "C", "D"};
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private SampleDraw() {}

    static String salt(String what) {
        return Hash.of(DrawHash.SHA_256).hex(Bytes.utf8(what));
    }

    /** A valid 统一社会信用代码 for number n. */
    static String uscc(int n) {
        String body = "91411002MA" + "%07d".formatted(n);
        for (int i = 0; i < ALPHABET.length(); i++) {
            if (CreditCode.valid(body + ALPHABET.charAt(i))) {
                return body + ALPHABET.charAt(i);
            }
        }
        throw new IllegalStateException(body);
    }

    static List<PoolSubject> subjects(int n) {
        List<PoolSubject> subjects = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String id = i % 9 == 8 ? "DK:411002001003GB%05d".formatted(i) : uscc(i);
            subjects.add(new PoolSubject(
                    id,
                    i % 9 == 8 ? "宗地" : "企业",
                    REGIONS[i % 6],
                    i % 2 == 0 ? List.of("测绘") : List.of("矿山", "测绘"),
                    CLASSES[i * 7 % 4],
                    i % 3 == 0 ? List.of("NRP-01", "NRP-10") : List.of(i % 3 == 1 ? "NRP-01" : "NRP-10"),
                    i % 17 == 5 ? "YQ" : "",
                    i % 13 == 7 ? 2 : 0,
                    salt("s" + i)));
        }
        return subjects;
    }

    static List<PoolInspector> inspectors(int n, int cap) {
        List<PoolInspector> inspectors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            inspectors.add(new PoolInspector(
                    "豫K-%05d".formatted(i),
                    i % 3 == 0 ? "矿管科" : "测绘科",
                    i % 4 == 0 ? List.of("4110") : List.of(REGIONS[i % 6], REGIONS[(i + 1) % 6], REGIONS[(i + 3) % 6]),
                    i % 3 == 0 ? List.of("矿产") : List.of("测绘", "矿产"),
                    LocalDate.of(2027, 1 + i % 12, 28),
                    i % 4 == 0,
                    i % 11 == 10 ? 0 : cap,
                    i % 5,
                    salt("i" + i)));
        }
        return inspectors;
    }

    static DrawRules rules() {
        return new DrawRules(
                DrawHash.SM3,
                List.of("class", "region"),
                List.of(
                        new DrawItem("NRP-01", "测绘资质巡查", false, "XY", 10000, 0, List.of("测绘", "矿产")),
                        new DrawItem("NRP-10", "勘查、开采活动监督", true, "KS", 10000, 0, List.of("矿产"))),
                List.of(
                        scheme("XY", "信用风险分类：A 低 D 高", 500, 1000, 2000, 10000),
                        scheme("KS", "矿山分级（A 为重点，方向相反）", 3000, 1000, 500, 200)),
                true,
                5000,
                2,
                List.of(
                        new DrawRules.ExclusionReason("CAP", "已达年度检查频次上限"),
                        new DrawRules.ExclusionReason("YQ", "已依法注销或迁出")),
                List.of(new TeamPlan(
                        "双人组",
                        List.of(),
                        2,
                        List.of(
                                new TeamPlan.Role("组长", "", true, List.of(), 1, 2),
                                new TeamPlan.Role("组员", "", false, List.of(), 0, 1)))),
                List.of(LadderStep.region(4), LadderStep.cap(1), LadderStep.defer(5)),
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 31));
    }

    private static RatioScheme scheme(String id, String meaning, int... bp) {
        List<RatioScheme.ClassRatio> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(new RatioScheme.ClassRatio(CLASSES[i], bp[i], CLASSES[i] + "类"));
        }
        return new RatioScheme(id, meaning, rows);
    }

    static byte[] party(int i) {
        return Hash.of(DrawHash.SHA_256).digest(Bytes.utf8("party" + i));
    }

    static SeedRecipe recipe(String drawNo) {
        List<SeedRecipe.Party> parties = new ArrayList<>();
        String[] names = {"派驻纪检组", "市场监管局", "企业代表"};
        for (int i = 0; i < 3; i++) {
            parties.add(new SeedRecipe.Party(names[i], Commitment.of(DrawHash.SM3, drawNo, names[i], party(i))));
        }
        return new SeedRecipe(
                parties,
                T2,
                List.of(
                        new SeedRecipe.Source("notary-dice", SeedRecipe.Kind.DICE, "20", T3),
                        new SeedRecipe.Source("KL8-2026-061", SeedRecipe.Kind.KL8, "", T3)),
                640);
    }

    static List<Recusal> recusals(List<PoolSubject> subjects, List<PoolInspector> inspectors) {
        List<Recusal> recusals = new ArrayList<>();
        for (int i = 0; i < subjects.size() / 2; i++) {
            recusals.add(new Recusal(
                    inspectors.get(i * 7 % inspectors.size()).id(),
                    subjects.get(i * 2).id(),
                    salt("r" + i)));
        }
        return recusals;
    }

    static DrawRequest request(int subjects, int inspectors, int cap) {
        List<PoolSubject> pool = subjects(subjects);
        List<PoolInspector> people = inspectors(inspectors, cap);
        return new DrawRequest(
                DRAW_NO,
                "",
                "XC-2026-F01",
                DrawMode.LOCAL,
                false,
                pool,
                people,
                recusals(pool, people),
                rules(),
                recipe(DRAW_NO),
                Disclosure.open(),
                T0,
                DrawRequest.NO_LOG,
                "double-random-hub 0.1.0",
                "",
                List.of());
    }

    static RevealedSeed revealed() {
        return revealed("");
    }

    /** The second party keeps silent. */
    static RevealedSeed revealed(String secret) {
        return new RevealedSeed(
                List.of(
                        new RevealedSeed.Reveal("派驻纪检组", Bytes.hex(party(0)), T2.minusHours(2), ""),
                        new RevealedSeed.Reveal("企业代表", Bytes.hex(party(2)), T2.minusHours(1), salt("paper"))),
                List.of(
                        new RevealedSeed.Observation(
                                "notary-dice", "31415926535897932384", T3, salt("video"), "许昌市公证处"),
                        new RevealedSeed.Observation("KL8-2026-061", KL8, T3.plusMinutes(20), "", "中国福利彩票官网")),
                secret,
                HELD);
    }

    static FrozenDraw frozen() {
        return Draws.freeze(request(120, 24, 8), SIGNERS);
    }

    /** A request with one thing changed. */
    static DrawRequest with(DrawRequest q, UnaryOperator<Parts> change) {
        return change.apply(new Parts(q)).build();
    }

    /** Log lines of a draw that was frozen, seeded and held. */
    static FrozenDraw thaw(FrozenDraw frozen) {
        return Draws.thaw(frozen.drawNo(), frozen.files(), frozen.recusalLines(), SIGNERS, log(frozen, null));
    }

    static List<String> log(FrozenDraw frozen, DrawOutcome outcome) {
        List<String> log = new ArrayList<>();
        append(log, T0, "frozen", frozen, frozen.manifest());
        if (outcome != null) {
            if (outcome.files().containsKey("seed.json")) {
                append(log, outcome.at(), "seed", frozen, outcome.files().get("seed.json"));
            }
            append(log, outcome.at(), "result", frozen, outcome.files().get("result.json"));
        }
        return log;
    }

    /** The state after {@code next}, on top of what was corrected so far. */
    static DrawState replay(
            FrozenDraw frozen, DrawOutcome outcome, String secret, List<Correction> sofar, Correction next) {
        List<Correction> all = new ArrayList<>(sofar);
        all.add(next);
        return Draws.replay(frozen, outcome, secret, all);
    }

    static void append(List<String> log, OffsetDateTime at, String kind, FrozenDraw frozen, byte[] document) {
        String previous = log.isEmpty() ? DrawRequest.NO_LOG : LogLine.hash(log.get(log.size() - 1));
        log.add(LogLine.log(log.size() + 1L, at, kind, frozen.drawNo(), document, previous));
    }

    static byte[] bundle(FrozenDraw frozen, DrawOutcome outcome) {
        return new Bundle(frozen, Map.of())
                .result(outcome, DrawState.of(outcome), null)
                .seal(log(frozen, outcome), List.of(), List.of(), SIGNERS);
    }

    /** The parts of a request, to change one. */
    static final class Parts {
        String drawNo;
        String campaign;
        DrawMode mode;
        boolean annual;
        List<PoolSubject> subjects;
        List<PoolInspector> inspectors;
        List<Recusal> recusals;
        DrawRules rules;
        SeedRecipe recipe;
        Disclosure disclosure;
        OffsetDateTime frozenAt;
        List<VerifierFile> verifiers;

        Parts(DrawRequest q) {
            drawNo = q.drawNo();
            campaign = q.campaign();
            mode = q.mode();
            annual = q.annual();
            subjects = new ArrayList<>(q.subjects());
            inspectors = new ArrayList<>(q.inspectors());
            recusals = new ArrayList<>(q.recusals());
            rules = q.rules();
            recipe = q.recipe();
            disclosure = q.disclosure();
            frozenAt = q.frozenAt();
            verifiers = q.verifiers();
        }

        DrawRequest build() {
            return new DrawRequest(
                    drawNo,
                    campaign,
                    "XC-2026-F01",
                    mode,
                    annual,
                    subjects,
                    inspectors,
                    recusals,
                    rules,
                    recipe,
                    disclosure,
                    frozenAt,
                    DrawRequest.NO_LOG,
                    "double-random-hub 0.1.0",
                    "",
                    verifiers);
        }
    }
}
