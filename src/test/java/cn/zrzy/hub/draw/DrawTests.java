package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.IdTable;
import cn.zrzy.hub.draw.lottery.Lottery;
import cn.zrzy.hub.draw.lottery.Quotas;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.kernel.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a draw keeps, whatever the pool: S5, S6, order, threads, quotas, corrections. */
class DrawTests {

    /** S5: random shapes of strata; counts exact, tickets the smallest, reserves next. */
    @Property(tries = 60)
    void s5StrataAreExact(@ForAll @IntRange(min = 1, max = 200) int subjects, @ForAll @IntRange(max = 10000) int bp) {
        FrozenDraw frozen = Draws.freeze(bare(subjects, bp), SampleDraw.SIGNERS);
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        for (Stratum stratum : frozen.strata()) {
            assertThat(stratum.quota()).isEqualTo((stratum.members() * bp + 9999) / 10000);
            List<Pick> drawn = of(outcome.picks(), stratum);
            List<Pick> reserve = of(outcome.reserves(), stratum);
            assertThat(drawn).hasSize(stratum.quota());
            assertThat(reserve).hasSize(stratum.reserve());
            List<Pick> all = new ArrayList<>(drawn);
            all.addAll(reserve);
            assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(Pick::ticket));
            assertThat(IntStream.range(0, all.size()).allMatch(i -> all.get(i).rank() == i + 1))
                    .isTrue();
        }
    }

    /** S6: one subject more or less moves at most one pick. */
    @Test
    void s6OneEditMovesAtMostOnePick() {
        Random random = new Random(6);
        byte[] seed = new byte[32];
        for (int m = 0; m < 2000; m++) {
            List<String> pool = new ArrayList<>(IntStream.range(0, 60 + random.nextInt(60))
                    .mapToObj(i -> "ID" + random.nextInt(1 << 30) + "-" + i)
                    .toList());
            Set<String> before = picks(pool, seed, 10);
            String moved = pool.remove(random.nextInt(pool.size()));
            Set<String> after = picks(pool, seed, 10);
            Set<String> kept = new HashSet<>(before);
            kept.retainAll(after);
            assertThat(kept).hasSizeGreaterThanOrEqualTo(9);
            assertThat(before.contains(moved)).isEqualTo(kept.size() == 9);
        }
    }

    @Test
    void neitherOrderNorThreadsNorThresholdsChangeTheDraw() {
        IdTable ids = FairnessTests.ids(20_000);
        byte[] seed = SampleDraw.party(4);
        for (DrawHash hash : DrawHash.values()) {
            int[] one = new Lottery(hash, seed, ids, null, null)
                    .draw(new int[] {20_000}, new int[] {700}, 1)
                    .get(0);
            int[] many = new Lottery(hash, seed, ids, null, null)
                    .draw(new int[] {20_000}, new int[] {700}, 7)
                    .get(0);
            int[] all = new Lottery(hash, seed, ids, null, null)
                    .draw(new int[] {20_000}, new int[] {20_000}, 2)
                    .get(0);
            assertThat(many).isEqualTo(one);
            assertThat(Arrays.copyOf(all, 700)).isEqualTo(one);
            // A stratum said to be far larger than it is leaves the threshold too low: the refill must mend it.
            assertThat(new Lottery(hash, seed, ids, null, null)
                            .draw(new int[] {2_000_000}, new int[] {700}, 1)
                            .get(0))
                    .isEqualTo(one);
        }
        DrawRequest request = SampleDraw.request(120, 24, 8);
        DrawRequest shuffled = SampleDraw.with(request, p -> {
            java.util.Collections.shuffle(p.subjects, new Random(1));
            java.util.Collections.shuffle(p.inspectors, new Random(2));
            java.util.Collections.shuffle(p.recusals, new Random(3));
            return p;
        });
        assertThat(Draws.freeze(shuffled, SampleDraw.SIGNERS).manifest())
                .isEqualTo(Draws.freeze(request, SampleDraw.SIGNERS).manifest());
    }

    @Test
    void fixedTotalGoesByLargestRemainder() {
        DrawRules r = SampleDraw.rules();
        List<PoolSubject> pool = SampleDraw.subjects(120);
        DrawRules rules = new DrawRules(
                r.hash(),
                List.of("region"),
                List.of(
                        new DrawItem("NRP-01", "", true, "X", 10000, 17, List.of()),
                        new DrawItem("NRP-10", "", true, "X", 10000, 0, List.of())),
                List.of(new RatioScheme("X", "出处", List.of(new RatioScheme.ClassRatio("*", 700, "")))),
                false,
                0,
                0,
                r.exclusions(),
                List.of(),
                List.of(),
                r.inspectionFrom(),
                r.inspectionTo());
        List<Stratum> strata = new Quotas(rules).strata(pool);
        assertThat(strata.stream()
                        .filter(s -> s.item().equals("NRP-01"))
                        .mapToInt(Stratum::quota)
                        .sum())
                .isEqualTo(17);
        // 7 % of 100 is 7; doubles say 8.
        List<PoolSubject> hundred = IntStream.range(0, 100)
                .mapToObj(i -> new PoolSubject(
                        "Q:" + i,
                        "企业",
                        "41",
                        List.of(),
                        "A",
                        List.of("NRP-01", "NRP-10"),
                        "",
                        0,
                        SampleDraw.salt("q" + i)))
                .toList();
        assertThat(new Quotas(rules)
                        .strata(hundred).stream()
                                .filter(s -> s.item().equals("NRP-10"))
                                .findFirst()
                                .orElseThrow()
                                .quota())
                .isEqualTo(7);
    }

    @Test
    void teamsKeepEveryRule() {
        FrozenDraw frozen = SampleDraw.frozen();
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        Set<String> recused = frozen.request().recusals().stream()
                .map(r -> r.inspectorId() + r.subjectId())
                .collect(Collectors.toSet());
        outcome.picks().stream().map(Pick::subjectId).distinct().forEach(id -> {
            List<TeamSeat> team = outcome.seats().stream()
                    .filter(s -> s.subjectId().equals(id))
                    .toList();
            assertThat(team).hasSize(2).extracting(TeamSeat::inspectorId).doesNotHaveDuplicates();
            assertThat(team).anyMatch(s -> s.role().equals("组长"));
            assertThat(team).noneMatch(s -> recused.contains(s.inspectorId() + id));
        });
        assertThat(frozen.request().subjects().stream()
                        .filter(s -> !s.exclusionCode().isEmpty())
                        .map(PoolSubject::id))
                .doesNotContainAnyElementsOf(
                        outcome.picks().stream().map(Pick::subjectId).toList());
        assertThat(frozen.request().subjects()).anyMatch(s -> s.exclusionCode().equals(DrawRules.FIRM_CAP));
    }

    @Test
    void aLateRecusalTouchesThatSubjectAlone() {
        FrozenDraw frozen = SampleDraw.frozen();
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        TeamSeat seat = outcome.seats().get(3);
        Correction recusal = new Correction(
                1,
                SampleDraw.HELD.plusDays(1),
                Correction.Kind.RECUSE,
                seat.subjectId(),
                seat.inspectorId(),
                "RECUSED",
                "亲属",
                "局长",
                "");
        DrawState state = Draws.replay(frozen, outcome, "", List.of(recusal));
        assertThat(others(state.seats(), seat.subjectId())).isEqualTo(others(outcome.seats(), seat.subjectId()));
        assertThat(state.seats()).hasSameSizeAs(outcome.seats()).doesNotContain(seat);
        Pick gone = outcome.picks().get(0);
        Correction exclusion = new Correction(
                2, SampleDraw.HELD.plusDays(1), Correction.Kind.EXCLUDE, gone.subjectId(), "", "YQ", "已注销", "局长", "");
        DrawState next = Draws.replay(frozen, outcome, "", List.of(recusal, exclusion));
        assertThat(next.picks()).noneMatch(p -> p.subjectId().equals(gone.subjectId()));
        for (Correction wrong : List.of(
                new Correction(2, SampleDraw.HELD, Correction.Kind.EXCLUDE, gone.subjectId(), "", "YQ", "", "局长", ""),
                new Correction(3, SampleDraw.HELD, Correction.Kind.EXCLUDE, gone.subjectId(), "", "YQ", "因", "局长", ""),
                new Correction(2, SampleDraw.HELD, Correction.Kind.EXCLUDE, gone.subjectId(), "", "没说", "因", "局长", ""),
                new Correction(2, SampleDraw.T0, Correction.Kind.EXCLUDE, gone.subjectId(), "", "YQ", "因", "局长", ""),
                new Correction(
                        2,
                        SampleDraw.HELD,
                        Correction.Kind.RECUSE,
                        seat.subjectId(),
                        seat.inspectorId(),
                        "RECUSED",
                        "因",
                        "局长",
                        ""))) {
            assertThatThrownBy(() -> Draws.replay(frozen, outcome, "", List.of(recusal, wrong)))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void theCampaignAndNotTheNumberMakesTheSeed() {
        String[] seeds = new String[2];
        for (int i = 0; i < 2; i++) {
            String drawNo = "XC-2026-000" + (i + 1);
            DrawRequest q = SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                p.drawNo = drawNo;
                p.campaign = "XC-2026-秋季";
                p.recipe = SampleDraw.recipe(drawNo);
                return p;
            });
            seeds[i] = Draws.hold(Draws.freeze(q, SampleDraw.SIGNERS), SampleDraw.revealed(), SampleDraw.SIGNERS)
                    .seed();
        }
        assertThat(seeds[0]).isEqualTo(seeds[1]);
    }

    @Test
    void platformResultsAreKeptAsTheyAreAndTheirFaultsNamed() {
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.mode = DrawMode.PLATFORM;
                    p.recipe = new SeedRecipe(List.of(), null, List.of(), 0);
                    return p;
                }),
                SampleDraw.SIGNERS);
        PoolSubject subject = frozen.request().subjects().get(0);
        String item = subject.itemCodes().get(0);
        String person = frozen.request().inspectors().get(10).id();
        DrawOutcome outcome = Draws.hold(
                frozen,
                new PlatformResult(
                        List.of(new PlatformResult.Choice(item, subject.id())),
                        List.of(new PlatformResult.Seat(subject.id(), person)),
                        SampleDraw.HELD),
                SampleDraw.SIGNERS);
        assertThat(outcome.picks()).hasSize(1);
        assertThat(outcome.findings()).anyMatch(f -> f.contains("应派2人")).anyMatch(f -> f.contains("任务上限大于零"));
        assertThatThrownBy(() -> Draws.hold(
                        frozen,
                        new PlatformResult(
                                List.of(new PlatformResult.Choice(item, "NOBODY")), List.of(), SampleDraw.HELD),
                        SampleDraw.SIGNERS))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aPlatformIsNotBlamedForWhatNobodyCouldDoBetter() {
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.mode = DrawMode.PLATFORM;
                    p.recipe = new SeedRecipe(List.of(), null, List.of(), 0);
                    // Everybody covers 411099 alone, so that only the ladder's neighbours can go anywhere.
                    p.inspectors = p.inspectors.stream()
                            .map(i -> new PoolInspector(
                                    i.id(),
                                    i.dept(),
                                    List.of("411099"),
                                    i.expertise(),
                                    i.certificateValidTo(),
                                    i.leader(),
                                    i.cap(),
                                    i.priorLoad(),
                                    i.salt()))
                            .toList();
                    p.recusals = List.of();
                    return p;
                }),
                SampleDraw.SIGNERS);
        PoolSubject subject = frozen.request().subjects().stream()
                .filter(s -> s.exclusionCode().isEmpty())
                .findFirst()
                .orElseThrow();
        DrawOutcome outcome = Draws.hold(
                frozen,
                new PlatformResult(
                        List.of(new PlatformResult.Choice(subject.itemCodes().get(0), subject.id())),
                        List.of(
                                new PlatformResult.Seat(subject.id(), "豫K-00000"),
                                new PlatformResult.Seat(subject.id(), "豫K-00003")),
                        SampleDraw.HELD),
                SampleDraw.SIGNERS);
        assertThat(outcome.ladder()).isEqualTo(1);
        assertThat(outcome.shortfalls()).hasSize(1);
        assertThat(outcome.findings()).noneMatch(finding -> finding.contains("区域"));
        assertThat(Draws.forbiddenVisits(frozen, DrawState.of(outcome))).isEmpty();
    }

    @Test
    void whatTheLawForbidsIsNamedPerVisit() {
        FrozenDraw frozen = Draws.freeze(
                SampleDraw.with(SampleDraw.request(60, 16, 8), p -> {
                    p.mode = DrawMode.PLATFORM;
                    p.recipe = new SeedRecipe(List.of(), null, List.of(), 0);
                    return p;
                }),
                SampleDraw.SIGNERS);
        Recusal pair = frozen.request().recusals().stream()
                .filter(r -> subject(frozen, r.subjectId()).exclusionCode().isEmpty())
                .findFirst()
                .orElseThrow();
        PoolSubject excluded = frozen.request().subjects().stream()
                .filter(s -> !s.exclusionCode().isEmpty())
                .findFirst()
                .orElseThrow();
        DrawOutcome outcome = Draws.hold(
                frozen,
                new PlatformResult(
                        List.of(choice(frozen, pair.subjectId()), choice(frozen, excluded.id())),
                        List.of(new PlatformResult.Seat(pair.subjectId(), pair.inspectorId())),
                        SampleDraw.HELD),
                SampleDraw.SIGNERS);
        var forbidden = Draws.forbiddenVisits(frozen, DrawState.of(outcome));
        assertThat(forbidden).containsOnlyKeys(pair.subjectId(), excluded.id());
        assertThat(forbidden.get(pair.subjectId()))
                .anyMatch(why -> why.contains("只有1人"))
                .anyMatch(why -> why.contains("应回避关系"));
        assertThat(forbidden.get(excluded.id())).anyMatch(why -> why.contains("已排除"));
    }

    private static PoolSubject subject(FrozenDraw frozen, String id) {
        return frozen.request().subjects().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PlatformResult.Choice choice(FrozenDraw frozen, String id) {
        return new PlatformResult.Choice(subject(frozen, id).itemCodes().get(0), id);
    }

    private static List<TeamSeat> others(List<TeamSeat> seats, String subjectId) {
        return seats.stream().filter(s -> !s.subjectId().equals(subjectId)).toList();
    }

    private static List<Pick> of(List<Pick> picks, Stratum stratum) {
        return picks.stream().filter(p -> p.stratum().equals(stratum.code())).toList();
    }

    private static Set<String> picks(List<String> pool, byte[] seed, int n) {
        return Arrays.stream(new Lottery(DrawHash.SM3, seed, IdTable.of(pool), null, null)
                        .draw(new int[] {pool.size()}, new int[] {n}, 1)
                        .get(0))
                .mapToObj(pool::get)
                .collect(Collectors.toSet());
    }

    /** One item, strata by region and category, no teams. */
    private static DrawRequest bare(int subjects, int bp) {
        DrawRules r = SampleDraw.rules();
        return SampleDraw.with(SampleDraw.request(9, 16, 8), p -> {
            p.recusals = List.of();
            p.subjects = SampleDraw.subjects(subjects).stream()
                    .map(s -> new PoolSubject(
                            s.id(),
                            s.type(),
                            s.region(),
                            s.categories(),
                            s.creditClass(),
                            List.of("NRP-01"),
                            "",
                            0,
                            s.salt()))
                    .toList();
            p.rules = new DrawRules(
                    r.hash(),
                    List.of("region", "category"),
                    List.of(new DrawItem("NRP-01", "", true, "X", 10000, 0, List.of())),
                    List.of(new RatioScheme("X", "出处", List.of(new RatioScheme.ClassRatio("*", bp, "")))),
                    false,
                    5000,
                    0,
                    r.exclusions(),
                    List.of(),
                    List.of(),
                    r.inspectionFrom(),
                    r.inspectionTo());
            return p;
        });
    }
}
