package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.freeze.RuleCheck;
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
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.RevealedSeed;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.paper.Bundle;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.draw.seed.Commitment;
import cn.zrzy.hub.kernel.Rejected;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whole bundles of random shape, the same for the same number: either hash, any strata, teams, ladder, seed recipe,
 * announced or not, at any stage, with corrections, voided, or drawn by the platform.
 */
public final class RandomDraws {

    private static final String[] REGIONS = {"411002", "411003", "411024", "411025"};
    private static final String[] CLASSES = {"A", "B", "C", "D"};
    private static final List<List<String>> CATEGORIES = List.of(List.of(), List.of("测绘"), List.of("矿山", "测绘"));
    private static final String[] DEPTS = {"测绘科", "矿管科", "执法支队"};
    private static final String[] PARTIES = {"派驻纪检组", "市场监管局", "企业代表", "人大代表"};

    private final Random random;
    private final DrawHash hash;
    private final String campaign;
    private final byte[] secret;
    private final boolean announced;

    private RandomDraws(int number) {
        // Neighbouring seeds of Random begin alike; the golden ratio parts them.
        random = new Random(number * 0x9E3779B97F4A7C15L);
        hash = random.nextBoolean() ? DrawHash.SM3 : DrawHash.SHA_256;
        campaign = random.nextBoolean() ? "" : "XC-2026-专项" + number;
        announced = random.nextInt(3) > 0;
        secret = Bytes.unhex(SampleDraw.salt("secret" + number));
    }

    /** The bundle of this number; a shape that the hub refuses is followed by the next. */
    public static byte[] bundle(int number) {
        for (int attempt = 0; ; attempt++) {
            try {
                return new RandomDraws(number + 1_000_000 * attempt).make();
            } catch (Rejected refused) {
                if (attempt == 50) {
                    throw refused;
                }
            }
        }
    }

    private byte[] make() {
        boolean platform = random.nextInt(8) == 0;
        DrawRequest request = request();
        FrozenDraw frozen = Draws.freeze(request, SampleDraw.SIGNERS);
        if (random.nextInt(12) == 0) {
            return new Bundle(frozen, Map.of())
                    .seal(SampleDraw.log(frozen, null), List.of(), List.of(), SampleDraw.SIGNERS);
        }
        if (platform) {
            return platform(request);
        }
        RevealedSeed revealed = revealed(request.recipe());
        if (random.nextInt(10) == 0 && announced) {
            return shadow(frozen, revealed);
        }
        return finished(frozen, Draws.hold(frozen, revealed, SampleDraw.SIGNERS));
    }

    private byte[] finished(FrozenDraw frozen, DrawOutcome outcome) {
        String opened = announced ? "" : Bytes.hex(secret);
        DrawState state = DrawState.of(outcome);
        List<Correction> corrections = new ArrayList<>();
        List<String> log = SampleDraw.log(frozen, outcome);
        boolean sealed = !announced && random.nextInt(3) == 0;
        for (int tries = sealed ? 0 : random.nextInt(4); tries > 0; tries--) {
            Correction next = correction(corrections.size() + 1, state);
            try {
                state = SampleDraw.replay(frozen, outcome, opened, corrections, next);
                corrections.add(next);
                SampleDraw.append(log, next.at(), "correction", frozen, Bytes.utf8(LogLine.correction(next)));
            } catch (Rejected impossible) {
                // Nobody is left to take the seat: the ledger would refuse it as well.
            }
        }
        byte[] opening = null;
        if (!announced && !sealed) {
            OffsetDateTime at = SampleDraw.HELD.plusDays(30).plusHours(1 + random.nextInt(20));
            opening = LogLine.secret(frozen.drawNo(), at, opened);
            SampleDraw.append(log, at, "opened", frozen, opening);
        }
        return new Bundle(frozen, Map.of())
                .result(outcome, state, opening)
                .seal(
                        log,
                        List.of(),
                        corrections.stream().map(LogLine::correction).toList(),
                        SampleDraw.SIGNERS);
    }

    private Correction correction(int no, DrawState state) {
        OffsetDateTime at = SampleDraw.HELD.plusDays(no);
        if (random.nextBoolean() && !state.seats().isEmpty()) {
            TeamSeat seat = state.seats().get(random.nextInt(state.seats().size()));
            String code = random.nextBoolean() ? "RECUSED" : "ABSENT";
            return new Correction(
                    no, at, Correction.Kind.RECUSE, seat.subjectId(), seat.inspectorId(), code, "原因", "局长", "");
        }
        Pick gone = state.picks().get(random.nextInt(state.picks().size()));
        return new Correction(
                no,
                at,
                Correction.Kind.EXCLUDE,
                gone.subjectId(),
                "",
                "YQ",
                "已迁出",
                "分管副局长",
                SampleDraw.salt("paper" + no));
    }

    private byte[] shadow(FrozenDraw frozen, RevealedSeed revealed) {
        Abandonment why = new Abandonment("名录漏报", "局长办公会");
        DrawOutcome outcome = Draws.shadow(frozen, revealed, why, SampleDraw.SIGNERS);
        String redraw = LogLine.redraw(
                frozen.drawNo(),
                SampleDraw.T0.plusHours(1),
                why,
                "",
                frozen.request().scheme());
        List<String> log = new ArrayList<>();
        SampleDraw.append(log, SampleDraw.T0, "frozen", frozen, frozen.manifest());
        SampleDraw.append(log, SampleDraw.T0.plusHours(1), "void", frozen, Bytes.utf8(redraw));
        SampleDraw.append(log, outcome.at(), "seed", frozen, outcome.files().get("seed.json"));
        SampleDraw.append(log, outcome.at(), "result", frozen, outcome.files().get("result.json"));
        return new Bundle(frozen, Map.of())
                .result(outcome, DrawState.of(outcome), null)
                .seal(log, List.of(redraw), List.of(), SampleDraw.SIGNERS);
    }

    /** The platform happens to choose as a local draw would, so that every rule holds. */
    private byte[] platform(DrawRequest request) {
        DrawRequest open = SampleDraw.with(request, p -> {
            p.disclosure = Disclosure.open();
            return p;
        });
        FrozenDraw twin = Draws.freeze(open, SampleDraw.SIGNERS);
        DrawOutcome local = Draws.hold(twin, openly(open.recipe()), SampleDraw.SIGNERS);
        DrawRequest theirs = SampleDraw.with(open, p -> {
            p.mode = DrawMode.PLATFORM;
            p.recipe = new SeedRecipe(List.of(), null, List.of(), 0);
            return p;
        });
        FrozenDraw frozen = Draws.freeze(theirs, SampleDraw.SIGNERS);
        if (local.ladder() > 0) {
            throw Refusal.of("E-DRAW-INFEASIBLE", "a platform draw knows no ladder");
        }
        DrawOutcome outcome = Draws.hold(
                frozen,
                new PlatformResult(
                        local.picks().stream()
                                .map(p -> new PlatformResult.Choice(p.itemCode(), p.subjectId()))
                                .toList(),
                        local.seats().stream()
                                .map(s -> new PlatformResult.Seat(s.subjectId(), s.inspectorId()))
                                .toList(),
                        SampleDraw.HELD),
                SampleDraw.SIGNERS);
        return SampleDraw.bundle(frozen, outcome);
    }

    private DrawRequest request() {
        List<PoolSubject> subjects = subjects(4 + random.nextInt(36));
        List<PoolInspector> inspectors = inspectors(8 + random.nextInt(12));
        DrawRules rules = rules();
        return SampleDraw.with(SampleDraw.request(9, 4, 1), p -> {
            p.campaign = campaign;
            p.annual = false;
            p.subjects = subjects;
            p.inspectors = inspectors;
            p.recusals = recusals(subjects, inspectors);
            p.rules = rules;
            p.recipe = recipe(p.drawNo);
            p.disclosure = announced
                    ? Disclosure.open()
                    : new Disclosure(false, SampleDraw.HELD.plusDays(30), Commitment.sealed(hash, secret));
            return p;
        });
    }

    private List<PoolSubject> subjects(int n) {
        List<PoolSubject> subjects = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean land = random.nextInt(5) == 0;
            List<String> items = random.nextInt(4) == 0 ? List.of("T1", "T2") : List.of(i % 3 == 0 ? "T2" : "T1");
            subjects.add(new PoolSubject(
                    land ? "DK:%d-%05d".formatted(random.nextInt(1000), i) : SampleDraw.uscc(1000 * i + 7),
                    land ? "宗地" : "企业",
                    one(REGIONS),
                    CATEGORIES.get(random.nextInt(3)),
                    random.nextInt(9) == 0 ? "" : one(CLASSES),
                    items,
                    random.nextInt(12) == 0 ? "YQ" : "",
                    random.nextInt(4),
                    SampleDraw.salt("s" + i)));
        }
        return subjects;
    }

    private List<PoolInspector> inspectors(int n) {
        int tight = 1 + random.nextInt(8);
        return IntStream.range(0, n)
                .mapToObj(i -> new PoolInspector(
                        "豫K-%05d".formatted(random.nextInt(1000) + 1000 * i),
                        one(DEPTS),
                        random.nextInt(3) == 0 ? List.of(one(REGIONS)) : List.of("4110"),
                        random.nextInt(3) == 0 ? List.of("矿产") : List.of("测绘", "矿产"),
                        LocalDate.of(2026, 12, 10).plusDays(random.nextInt(12) == 0 ? 0 : 400),
                        random.nextInt(3) == 0,
                        random.nextInt(12) == 0 ? 0 : tight + random.nextInt(3),
                        random.nextInt(5),
                        SampleDraw.salt("i" + i)))
                .toList();
    }

    private List<Recusal> recusals(List<PoolSubject> subjects, List<PoolInspector> inspectors) {
        List<Recusal> recusals = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            if (random.nextInt(3) == 0) {
                String who = inspectors.get(random.nextInt(inspectors.size())).id();
                recusals.add(new Recusal(who, subjects.get(i).id(), SampleDraw.salt("r" + i)));
            }
        }
        return recusals;
    }

    private DrawRules rules() {
        boolean key = random.nextBoolean();
        List<DrawItem> items = List.of(
                new DrawItem("T1", "一般事项", false, "XY", 4000, 0, random.nextBoolean() ? List.of("测绘") : List.of()),
                new DrawItem("T2", "重点事项", true, "KS", 10000, random.nextInt(3) == 0 ? 2 : 0, List.of("矿产")));
        List<TeamPlan> teams = new ArrayList<>();
        if (key) {
            teams.add(new TeamPlan(
                    "联合组",
                    List.of("T2"),
                    3,
                    List.of(
                            new TeamPlan.Role("支队人员", "执法支队", false, List.of(), 1, 2),
                            new TeamPlan.Role("业务人员", "", false, List.of("矿产"), 1, 2))));
        }
        if (!key || random.nextInt(4) > 0) {
            teams.add(new TeamPlan(
                    "双人组",
                    List.of(),
                    2,
                    List.of(
                            new TeamPlan.Role("组长", "", true, List.of(), 1, 1 + random.nextInt(2)),
                            new TeamPlan.Role("组员", "", false, List.of(), 0, 1))));
        }
        List<LadderStep> ladder = new ArrayList<>(List.of(LadderStep.region(4), LadderStep.cap(1 + random.nextInt(2))));
        if (key) {
            ladder.add(LadderStep.dept("支队人员", one(DEPTS)));
        }
        ladder.add(LadderStep.defer(1 + random.nextInt(6)));
        java.util.Collections.shuffle(ladder, random);
        return new DrawRules(
                hash,
                RuleCheck.DIMENSIONS.stream()
                        .filter(d -> random.nextInt(3) == 0)
                        .toList(),
                items,
                List.of(scheme("XY", 4000), scheme("KS", 10000)),
                random.nextBoolean(),
                random.nextInt(10_001),
                random.nextBoolean() ? 0 : 3,
                List.of(
                        new DrawRules.ExclusionReason("CAP", "已达年度检查频次上限"),
                        new DrawRules.ExclusionReason("YQ", "已依法注销或迁出")),
                teams,
                ladder,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 31));
    }

    private RatioScheme scheme(String id, int limit) {
        List<RatioScheme.ClassRatio> rows = new ArrayList<>();
        rows.add(new RatioScheme.ClassRatio("*", 100 + random.nextInt(limit / 2), "其余"));
        for (String grade : CLASSES) {
            if (random.nextBoolean()) {
                rows.add(new RatioScheme.ClassRatio(grade, random.nextInt(limit + 1), grade + "类"));
            }
        }
        return new RatioScheme(id, "出处", rows);
    }

    private SeedRecipe recipe(String drawNo) {
        List<SeedRecipe.Party> parties = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(2); i++) {
            parties.add(new SeedRecipe.Party(PARTIES[i], Commitment.of(hash, drawNo, PARTIES[i], SampleDraw.party(i))));
        }
        List<SeedRecipe.Source> sources = new ArrayList<>();
        sources.add(new SeedRecipe.Source("dice", SeedRecipe.Kind.DICE, "20", SampleDraw.T3));
        sources.add(new SeedRecipe.Source("KL8-2026-061", SeedRecipe.Kind.KL8, "", SampleDraw.T3));
        if (random.nextBoolean()) {
            sources.add(new SeedRecipe.Source("PL5-1", SeedRecipe.Kind.PL5, "", SampleDraw.T3));
        }
        return new SeedRecipe(parties, SampleDraw.T2, sources, 640);
    }

    private RevealedSeed revealed(SeedRecipe recipe) {
        RevealedSeed open = openly(recipe);
        return announced ? open : new RevealedSeed(open.reveals(), open.observations(), Bytes.hex(secret), open.at());
    }

    private RevealedSeed openly(SeedRecipe recipe) {
        List<RevealedSeed.Reveal> reveals = new ArrayList<>();
        for (int i = 0; i < recipe.parties().size(); i++) {
            if (random.nextInt(4) > 0) {
                reveals.add(new RevealedSeed.Reveal(
                        PARTIES[i], Bytes.hex(SampleDraw.party(i)), SampleDraw.T2.minusHours(1), ""));
            }
        }
        List<RevealedSeed.Observation> seen = new ArrayList<>();
        for (SeedRecipe.Source source : recipe.sources()) {
            boolean there = !source.name().startsWith("PL5") || random.nextBoolean();
            if (there) {
                seen.add(new RevealedSeed.Observation(
                        source.name(), value(source.kind()), SampleDraw.T3.plusMinutes(5), "", "公证处"));
            }
        }
        return new RevealedSeed(reveals, seen, "", SampleDraw.HELD);
    }

    private String value(SeedRecipe.Kind kind) {
        if (kind == SeedRecipe.Kind.KL8) {
            return String.join(
                    ".",
                    random.ints(1, 81)
                            .distinct()
                            .limit(20)
                            .sorted()
                            .mapToObj("%02d"::formatted)
                            .toList());
        }
        return digits(kind == SeedRecipe.Kind.DICE ? 20 : 5);
    }

    private String digits(int n) {
        StringBuilder out = new StringBuilder();
        random.ints(n, 0, 10).forEach(out::append);
        return out.toString();
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
