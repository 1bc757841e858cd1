package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.match.flow.PriceCheck;
import cn.zrzy.hub.draw.match.flow.Reseating;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A late team changes as few other seats as can be, and costs as little as can be: against every possible answer. */
class ReseatingTests {

    @Test
    void sameAnswerAsTryingEverything() {
        int moved = 0;
        int alone = 0;
        int impossible = 0;
        for (int m = 0; m < 3000; m++) {
            Random random = new Random(m);
            TeamProblem p = MatchingTests.random(random, 3, 4, m % 2 == 0 ? 40 : 2);
            int late = m % 3;
            List<boolean[]> before = assignments(p, late, false);
            if (before.isEmpty()) {
                continue;
            }
            boolean[] standing = before.get(random.nextInt(before.size()));
            long[][] tickets = new long[Reseating.LEVELS][];
            tickets[0] = p.cost();
            for (int level = 1; level < tickets.length; level++) {
                tickets[level] =
                        random.longs(p.pairs(), 0, m % 2 == 0 ? 1L << 40 : 3).toArray();
            }
            long[] best = assignments(p, late, true).stream()
                    .map(a -> cost(p, standing, a, late, tickets))
                    .min(Arrays::compare)
                    .orElse(null);
            boolean[] serves = standing.clone();
            boolean found = new Reseating(p, serves, late, tickets).run();
            assertThat(found).as("instance " + m).isEqualTo(best != null);
            if (!found) {
                impossible++;
                continue;
            }
            assertThat(new PriceCheck(p, serves).feasible()).as("instance " + m).isTrue();
            assertThat(cost(p, standing, serves, late, tickets))
                    .as("instance " + m)
                    .isEqualTo(best);
            moved += best[0] > 0 ? 1 : 0;
            alone += best[0] > 0 ? 0 : 1;
        }
        assertThat(moved).isGreaterThan(50);
        assertThat(alone).isGreaterThan(50);
        assertThat(impossible).isGreaterThan(50);
    }

    /** Seats of other teams that were not there before, then load and 40 bits at a time. */
    private static long[] cost(TeamProblem p, boolean[] before, boolean[] after, int late, long[][] tickets) {
        long[] sum = new long[Reseating.LEVELS + 1];
        int from = p.pairStart()[p.roleStart()[late]];
        int to = p.pairStart()[p.roleStart()[late + 1]];
        int[] load = new int[p.people()];
        for (int e = 0; e < p.pairs(); e++) {
            if (after[e]) {
                sum[0] += (e < from || e >= to) && !before[e] ? 1 : 0;
                sum[1] += p.loadCost(p.person()[e], load[p.person()[e]]++);
                for (int level = 0; level < tickets.length; level++) {
                    sum[level + 1] += tickets[level][e];
                }
            }
        }
        return sum;
    }

    /** Every feasible assignment; without {@code whole} the late subject has no team. */
    private static List<boolean[]> assignments(TeamProblem p, int late, boolean whole) {
        List<boolean[]> out = new ArrayList<>();
        for (int mask = 0; mask < 1 << p.pairs(); mask++) {
            if (Integer.bitCount(mask) != p.places() - (whole ? 0 : p.size()[late])) {
                continue;
            }
            boolean[] serves = new boolean[p.pairs()];
            for (int e = 0; e < serves.length; e++) {
                serves[e] = (mask >> e & 1) == 1;
            }
            if (feasible(p, new PriceCheck(p, serves), whole ? -1 : late)) {
                out.add(serves);
            }
        }
        return out;
    }

    private static boolean feasible(TeamProblem p, PriceCheck now, int without) {
        for (int j = 0; j < p.subjects(); j++) {
            int members = 0;
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                int n = now.inRole()[r];
                members += n;
                if (j == without ? n > 0 : n < p.least()[r] || n > p.most()[r]) {
                    return false;
                }
            }
            if (j != without && members != p.size()[j]) {
                return false;
            }
        }
        for (int i = 0; i < p.people(); i++) {
            if (now.load()[i] > p.cap()[i]) {
                return false;
            }
        }
        return true;
    }
}
