package cn.zrzy.hub.draw.match.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 最优搭配: the one optimum of a feasible {@link TeamProblem}. Works on the cheapest pairs of each role and a first guess
 * of load, then prices everything left out and takes in what could improve the answer, so that what is skipped is
 * proved to be useless.
 */
public final class TeamSolver {

    private static final int KEEP = 16;
    private static final int SPARE_LOAD = 4;

    private final TeamProblem p;
    private final int base;
    private final int sink;
    private final boolean[] kept;
    private int loadLimit;
    private final int floor;

    public TeamSolver(TeamProblem problem) {
        p = problem;
        base = p.subjects() + p.roles();
        sink = base + p.people();
        kept = new boolean[p.pairs()];
        floor = Arrays.stream(p.prior()).min().orElse(0);
        int people = Math.max(1, p.people());
        loadLimit = p.places() / people + 1 + SPARE_LOAD;
    }

    /** Which pairs serve, and the prices that prove it. */
    public record Answer(boolean[] serves, long[] prices) {}

    /** @throws IllegalStateException when the problem is not feasible; ask {@link TeamFeasibility} first */
    public Answer solve() {
        int keep = KEEP;
        keepCheapest(keep);
        while (true) {
            if (!keptFeasible()) {
                if (keep >= p.people() && loadLimit >= 1001) {
                    throw new IllegalStateException("no feasible assignment");
                }
                keep *= 4;
                loadLimit *= 2;
                keepCheapest(keep);
                continue;
            }
            Answer answer = optimum();
            if (!takeInUseful(answer.prices())) {
                return answer;
            }
        }
    }

    private void keepCheapest(int keep) {
        long[] sorted = new long[0];
        for (int r = 0; r < p.roles(); r++) {
            int from = p.pairStart()[r];
            int count = p.pairStart()[r + 1] - from;
            long limit = Long.MAX_VALUE;
            int wanted = Math.max(keep, 4 * p.most()[r]);
            if (count > wanted) {
                if (sorted.length < count) {
                    sorted = new long[count];
                }
                System.arraycopy(p.cost(), from, sorted, 0, count);
                limit = nth(sorted, count, wanted);
            }
            for (int e = from; e < from + count; e++) {
                kept[e] |= p.cost()[e] < limit;
            }
        }
    }

    /** The value at place {@code n} of the first {@code count} numbers in order (quickselect). */
    private static long nth(long[] a, int count, int n) {
        int lo = 0;
        int hi = count - 1;
        while (lo < hi) {
            long pivot = a[lo + hi >>> 1];
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long t = a[i];
                    a[i++] = a[j];
                    a[j--] = t;
                }
            }
            if (n <= j) {
                hi = j;
            } else if (n >= i) {
                lo = i;
            } else {
                return a[n];
            }
        }
        return a[lo];
    }

    private boolean keptFeasible() {
        int[] cap = p.cap().clone();
        for (int i = 0; i < cap.length; i++) {
            cap[i] = Math.min(cap[i], loadLimit);
        }
        return new TeamFeasibility(p.capped(cap), kept).feasible();
    }

    private Answer optimum() {
        FlowNet net = new FlowNet(sink + 1);
        int[] supply = new int[sink + 1];
        List<int[]> pairArcs = new ArrayList<>(p.roles());
        for (int j = 0; j < p.subjects(); j++) {
            supply[j] = p.size()[j];
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                supply[j] -= p.least()[r];
                supply[p.subjects() + r] = p.least()[r];
                net.add(j, p.subjects() + r, p.most()[r] - p.least()[r], 0, 0);
                for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                    if (kept[e]) {
                        pairArcs.add(new int[] {e, net.add(p.subjects() + r, base + p.person()[e], 1, 0, p.cost()[e])});
                    }
                }
            }
        }
        for (int i = 0; i < p.people(); i++) {
            for (int t = 0; t < Math.min(p.cap()[i], loadLimit); t++) {
                net.add(base + i, sink, 1, 0, p.loadCost(i, t) - floor * p.weight());
            }
        }
        supply[sink] = -p.places();
        net.lay();
        long[] prices = new Potentials(net, new CostScaling(net, supply).run()).run();
        long zero = prices[sink];
        for (int u = 0; u <= sink; u++) {
            prices[u] -= zero + (u == sink ? 0 : floor * p.weight());
        }
        boolean[] serves = new boolean[p.pairs()];
        for (int[] arc : pairArcs) {
            serves[arc[0]] = net.flow(arc[1]) > 0;
        }
        return new Answer(serves, prices);
    }

    /** Prices what was left out; true when something was taken in and the optimum must be found again. */
    private boolean takeInUseful(long[] prices) {
        boolean found = false;
        for (int r = 0; r < p.roles(); r++) {
            long role = prices[p.subjects() + r];
            for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                if (!kept[e] && p.cost()[e] + role - prices[base + p.person()[e]] < 0) {
                    kept[e] = true;
                    found = true;
                }
            }
        }
        for (int i = 0; i < p.people(); i++) {
            if (p.cap()[i] > loadLimit && p.loadCost(i, loadLimit) + prices[base + i] < 0) {
                loadLimit *= 2;
                return true;
            }
        }
        return found;
    }
}
