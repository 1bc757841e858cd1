package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.lottery.PairMill;
import cn.zrzy.hub.draw.match.flow.PlainPrices;
import cn.zrzy.hub.draw.match.flow.PriceCheck;
import cn.zrzy.hub.draw.match.flow.TeamFeasibility;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import cn.zrzy.hub.draw.match.flow.TeamSolver;
import cn.zrzy.hub.draw.match.flow.Ties;
import cn.zrzy.hub.kernel.Rejected;
import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S8–S11: fair, optimal, complete; and the certificate catches every other answer. */
class MatchingTests {

    private static final boolean FULL = FairnessTests.FULL;

    @BeforeAll
    static void oracle() {
        Loader.loadNativeLibraries();
    }

    /**
     * S10 and S11: a thousand instances, tight and loose: the same answer as OR-Tools; or both find none, and then OR-Tools'
     * maximum flow leaves the same minimum cut, whose numbers are the sentence that we print.
     */
    @Test
    void s10s11SameAnswerAsOrToolsOrAVerifiedCut() {
        int feasible = 0;
        for (int m = 0; m < 1000; m++) {
            TeamProblem p = random(new Random(m), 2 + m % 12, 3 + m % 9, 40);
            MinCostFlowBase.Status[] status = new MinCostFlowBase.Status[1];
            boolean[] oracle = DrawSpeed.orTools(p, status);
            TeamFeasibility feasibility = new TeamFeasibility(p);
            assertThat(feasibility.feasible())
                    .as("instance " + m)
                    .isEqualTo(status[0] == MinCostFlowBase.Status.OPTIMAL);
            if (!feasibility.feasible()) {
                String sentence = feasibility.shortfall(java.util.Collections.nCopies(p.roles(), "角色"));
                OracleCut cut = new OracleCut(p);
                assertThat(cut.room()).as("instance " + m).isEqualTo(cut.flow()).isLessThan(p.places());
                assertThat(numbers(sentence))
                        .as("instance " + m + ": " + sentence)
                        .isEqualTo(cut.numbers());
                continue;
            }
            feasible++;
            TeamSolver.Answer answer = new TeamSolver(p).solve();
            assertThat(answer.serves()).as("instance " + m).isEqualTo(oracle);
            PriceCheck check = new PriceCheck(p, answer.serves());
            assertThat(check.feasible() && check.optimal(answer.prices())).isTrue();
        }
        System.out.printf(
                "seen S10: %d answers equal OR-Tools; S11: %d minimum cuts verified%n", feasible, 1000 - feasible);
        assertThat(feasible).isBetween(200, 950);
    }

    @Test
    void s10TinyInstancesAgainstBruteForce() {
        int compared = 0;
        for (int m = 0; m < 300; m++) {
            TeamProblem p = random(new Random(m), 2, 4, 40);
            if (!new TeamFeasibility(p).feasible()) {
                continue;
            }
            assertThat(new TeamSolver(p).solve().serves()).as("instance " + m).isEqualTo(cheapest(p));
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** Tickets that are equal on every level: a fault of the mill, never a second answer. */
    @Test
    void aTieThatNoLevelDecidesIsRefused() {
        TeamProblem tied = java.util.stream.IntStream.range(0, 50)
                .mapToObj(m -> random(new Random(m), 2, 8, 40))
                .filter(p -> new TeamFeasibility(p).feasible())
                .findFirst()
                .orElseThrow();
        long[] equal = new long[tied.cost().length];
        TeamSolver.Answer answer = new TeamSolver(tied.with(equal, 0)).solve();
        assertThatThrownBy(() -> new Ties(tied.with(equal, 0), level -> equal).settle(answer.serves(), answer.prices()))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-DRAW-TIE"));
    }

    /** Any inspector swapped for another eligible one is another feasible answer, and the prices say it is not the best. */
    @Test
    void everyOtherFeasibleTeamIsCaught() {
        int caught = 0;
        for (int m = 0; m < 400; m++) {
            TeamProblem p = random(new Random(m), 6, 8, 40);
            if (!new TeamFeasibility(p).feasible()) {
                continue;
            }
            TeamSolver.Answer answer = new TeamSolver(p).solve();
            for (int r = 0; r < p.roles(); r++) {
                for (int out = p.pairStart()[r]; out < p.pairStart()[r + 1]; out++) {
                    for (int in = p.pairStart()[r]; in < p.pairStart()[r + 1]; in++) {
                        if (answer.serves()[out] && !answer.serves()[in]) {
                            boolean[] other = answer.serves().clone();
                            other[out] = false;
                            other[in] = true;
                            PriceCheck check = new PriceCheck(p, other);
                            assertThat(check.feasible() && check.optimal(answer.prices()))
                                    .isFalse();
                            caught++;
                        }
                    }
                }
            }
        }
        assertThat(caught).isGreaterThan(1000);
    }

    /**
     * Guard of §2.6: 40 + log2(load) + log2(nodes) is over 62 bits here, so the scaled prices have the least room; what the
     * scaling leaves open is made exact by shortest paths, and the certificate is checked in wide numbers.
     */
    @Test
    void loadsBeyondSixtyTwoBitsAreStillOptimal() {
        for (int m = 0; m < 3; m++) {
            TeamProblem p = complete(6000, 5, 2, 6000, m);
            TeamSolver.Answer answer = new TeamSolver(p).solve();
            PriceCheck check = new PriceCheck(p, answer.serves());
            assertThat(check.feasible() && check.optimal(answer.prices())).isTrue();
            assertThat(Arrays.stream(check.load()).max().orElseThrow()).isGreaterThan(2048);
        }
    }

    /** Published prices follow from the answer alone, whatever prices the solver ended with. */
    @Test
    void publishedPricesDoNotDependOnTheSolver() {
        int compared = 0;
        for (int m = 0; m < 200; m++) {
            TeamProblem p = random(new Random(m), 6, 8, 40);
            if (!new TeamFeasibility(p).feasible()) {
                continue;
            }
            TeamSolver.Answer answer = new TeamSolver(p).solve();
            long[] plain = PlainPrices.of(p, answer.serves(), answer.prices());
            assertThat(new PriceCheck(p, answer.serves()).optimal(plain)).isTrue();
            assertThat(PlainPrices.of(p, answer.serves(), plain)).isEqualTo(plain);
            compared++;
        }
        assertThat(compared).isPositive();
    }

    /** With two-bit tickets ties are everywhere; the next 40 bits decide, and the answer no longer depends on the way there. */
    @Test
    void tiesAreSettledByTheNextBits() {
        int tied = 0;
        for (int m = 0; m < 300; m++) {
            TeamProblem p = random(new Random(m), 5, 6, 2);
            if (!new TeamFeasibility(p).feasible()) {
                continue;
            }
            Random next = new Random(1000 + m);
            long[] level2 = next.longs(p.pairs(), 0, 1L << 40).toArray();
            TeamSolver.Answer answer = new TeamSolver(p).solve();
            List<long[]> levels = new Ties(p, level -> level2).settle(answer.serves(), answer.prices());
            long[] both = new long[p.pairs()];
            for (int e = 0; e < both.length; e++) {
                both[e] = (p.cost()[e] << 44) + level2[e];
            }
            tied += levels.size() - 1;
            assertThat(answer.serves()).as("instance " + m).isEqualTo(DrawSpeed.orTools(wide(p, both)));
        }
        assertThat(tied).isPositive();
    }

    /** Costs with the second level below the first, and load above both; small enough for 62 bits. */
    private static TeamProblem wide(TeamProblem p, long[] costs) {
        return p.with(costs, 1L << 50);
    }

    /** S8: two inspectors whom nothing tells apart serve equally often. */
    @Test
    void s8TwinsAreTreatedAlike() {
        int seeds = FULL ? 40_000 : 4_000;
        int[] times = new int[5];
        for (int m = 0; m < seeds; m++) {
            TeamProblem p = complete(6, 5, 2, 3, m);
            boolean[] serves = new TeamSolver(p).solve().serves();
            // Person 4 has served before; the other four are twins.
            for (int e = 0; e < serves.length; e++) {
                if (serves[e] && e < 5) {
                    times[p.person()[e]]++;
                }
            }
        }
        double mean = (times[0] + times[1] + times[2] + times[3]) / 4.0;
        double worst = 0;
        for (int i = 0; i < 4; i++) {
            double rate = mean / seeds;
            worst = Math.max(worst, Math.abs(times[i] - mean) / Math.sqrt(seeds * rate * (1 - rate)));
        }
        Seen.below("S8 twins max |z|", worst, 4);
    }

    /**
     * S9: 30 subjects × 3 among 45 equal inspectors: everyone serves exactly twice, every cell is as likely, and so is
     * every pair of inspectors in one team. A pair meets in 0, 1 or 2 teams of a draw; nothing tells pairs apart, so one
     * variance, taken over all of them, serves all.
     */
    @Test
    void s9SymmetricMatching() {
        int seeds = FULL ? 20_000 : 800;
        int[][] cell = new int[30][45];
        int[][] together = new int[45][45];
        long squares = 0;
        for (int m = 0; m < seeds; m++) {
            TeamProblem p = complete(30, 45, 3, 10, m);
            boolean[] serves = new TeamSolver(p).solve().serves();
            assertThat(new PriceCheck(p, serves).load()).containsOnly(2);
            int[][] met = new int[45][45];
            for (int j = 0; j < 30; j++) {
                for (int i = 0; i < 45; i++) {
                    cell[j][i] += serves[j * 45 + i] ? 1 : 0;
                    for (int k = 0; k < i; k++) {
                        if (serves[j * 45 + i] && serves[j * 45 + k]) {
                            together[i][k]++;
                            squares += 2L * met[i][k]++ + 1;
                        }
                    }
                }
            }
        }
        double rate = 3.0 / 45;
        double worst = 0;
        for (int[] row : cell) {
            for (int c : row) {
                worst = Math.max(worst, Math.abs(c - seeds * rate) / Math.sqrt(seeds * rate * (1 - rate)));
            }
        }
        Seen.below("S9 subject-inspector cells max |z|", worst, 4.8);
        int pairs = 45 * 44 / 2;
        double meetings = 30.0 * 3 / pairs;
        double variance = (double) squares / seeds / pairs - meetings * meetings;
        double worstPair = 0;
        for (int i = 0; i < 45; i++) {
            for (int k = 0; k < i; k++) {
                worstPair =
                        Math.max(worstPair, Math.abs(together[i][k] - seeds * meetings) / Math.sqrt(seeds * variance));
            }
        }
        Seen.below("S9 pairs in one team max |z|", worstPair, 4.5);
    }

    private static TeamProblem complete(int subjects, int people, int size, int cap, int seed) {
        int[] sizes = new int[subjects];
        Arrays.fill(sizes, size);
        int[] start = new int[subjects + 1];
        int[] most = sizes.clone();
        int[] person = new int[subjects * people];
        long[] cost = new long[person.length];
        PairMill mill = new PairMill(DrawHash.SHA_256, Hash.of(DrawHash.SHA_256).digest(Bytes.u32(seed)));
        for (int j = 0; j < subjects; j++) {
            mill.subject("S" + j);
            start[j + 1] = j + 1;
            for (int i = 0; i < people; i++) {
                person[j * people + i] = i;
                cost[j * people + i] = mill.cost(Bytes.utf8("I" + i), 1);
            }
        }
        int[] pairStart = new int[subjects + 1];
        for (int j = 0; j <= subjects; j++) {
            pairStart[j] = j * people;
        }
        int[] caps = new int[people];
        Arrays.fill(caps, cap);
        int[] prior = new int[people];
        if (people == 5) {
            prior[4] = 1;
        }
        return new TeamProblem(
                sizes, start, new int[subjects], most, pairStart, person, cost, caps, prior, TeamProblem.W);
    }

    /** Two roles a subject, random eligibility, caps so tight that about half have no solution. */
    static TeamProblem random(Random random, int subjects, int people, int bits) {
        int[] size = new int[subjects];
        int[] roleStart = new int[subjects + 1];
        int[] least = new int[subjects * 2];
        int[] most = new int[subjects * 2];
        int[] pairStart = new int[subjects * 2 + 1];
        int[] person = new int[subjects * people];
        long[] cost = new long[subjects * people];
        int e = 0;
        for (int j = 0; j < subjects; j++) {
            size[j] = 2;
            roleStart[j + 1] = 2 * j + 2;
            least[2 * j] = 1;
            most[2 * j] = 1 + random.nextInt(2);
            most[2 * j + 1] = 1;
            int[] role = random.ints(people, 0, 4).toArray();
            for (int r = 0; r < 2; r++) {
                for (int i = 0; i < people; i++) {
                    if (role[i] == r || role[i] == 3 && r == i % 2) {
                        person[e] = i;
                        cost[e++] = random.nextLong() >>> (64 - bits);
                    }
                }
                pairStart[2 * j + r + 1] = e;
            }
        }
        int cap = Math.max(1, (2 * subjects + people - 1) / people) + random.nextInt(3);
        return new TeamProblem(
                size,
                roleStart,
                least,
                most,
                pairStart,
                Arrays.copyOf(person, e),
                Arrays.copyOf(cost, e),
                random.ints(people, cap - 1, cap + 1).toArray(),
                random.ints(people, 0, 4).toArray(),
                TeamProblem.W);
    }

    private static boolean[] cheapest(TeamProblem p) {
        boolean[] best = null;
        java.math.BigInteger price = null;
        for (int mask = 0; mask < 1 << p.pairs(); mask++) {
            if (Integer.bitCount(mask) != p.places()) {
                continue;
            }
            boolean[] serves = new boolean[p.pairs()];
            for (int e = 0; e < serves.length; e++) {
                serves[e] = (mask >> e & 1) == 1;
            }
            PriceCheck check = new PriceCheck(p, serves);
            if (!check.feasible()) {
                continue;
            }
            java.math.BigInteger sum = java.math.BigInteger.ZERO;
            for (int e = 0; e < serves.length; e++) {
                sum = sum.add(java.math.BigInteger.valueOf(serves[e] ? p.cost()[e] : 0));
            }
            for (int i = 0; i < p.people(); i++) {
                for (int t = 0; t < check.load()[i]; t++) {
                    sum = sum.add(java.math.BigInteger.valueOf(p.loadCost(i, t)));
                }
            }
            if (price == null || sum.compareTo(price) < 0) {
                price = sum;
                best = serves;
            }
        }
        return best;
    }

    private static List<Long> numbers(String sentence) {
        return Arrays.stream(sentence.split("[^0-9]+"))
                .filter(s -> !s.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
