package cn.zrzy.hub.draw.match.flow;

import cn.zrzy.hub.draw.canon.Refusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * 唯一性: an optimum is the only one iff no cycle of residual arcs costs nothing. Should there be one (about one chance
 * in 2^40 per pair), the next 40 bits of the pair tickets decide within the tied arcs, and so on.
 */
public final class Ties {

    private static final int LEVELS = 6;

    private final TeamProblem first;
    private final Level next;

    /** Pair tickets of a level, from 1. */
    public interface Level {
        long[] costs(int level);
    }

    public Ties(TeamProblem problem, Level next) {
        first = problem;
        this.next = next;
    }

    /** Prices of every level that was needed; {@code serves} is changed where a later level decided. */
    public List<long[]> settle(boolean[] serves, long[] prices) {
        List<long[]> levels = new ArrayList<>(List.of(prices));
        List<TeamProblem> problems = new ArrayList<>(List.of(first));
        while (cyclic(serves, problems, levels)) {
            if (levels.size() == LEVELS) {
                throw Refusal.of("E-DRAW-TIE", "搭配在全部位数上仍然并列，请核对抽签号算法");
            }
            TeamProblem level = first.with(next.costs(levels.size() + 1), 0);
            levels.add(decide(serves, problems, levels, level));
            problems.add(level);
        }
        return levels;
    }

    /** Residual arcs, in their order, whose reduced cost is 0 on all levels. */
    private static BitSet tight(boolean[] serves, List<TeamProblem> problems, List<long[]> levels) {
        BitSet tight = null;
        for (int m = 0; m < levels.size(); m++) {
            BitSet zero = new BitSet();
            int[] count = {0};
            new PriceCheck(problems.get(m), serves).arcs(levels.get(m), (from, to, reduced, pair) -> {
                zero.set(count[0]++, reduced == 0);
            });
            if (tight == null) {
                tight = zero;
            } else {
                tight.and(zero);
            }
        }
        return tight;
    }

    private boolean cyclic(boolean[] serves, List<TeamProblem> problems, List<long[]> levels) {
        BitSet tight = tight(serves, problems, levels);
        int nodes = first.subjects() + first.roles() + first.people() + 1;
        PriceCheck check = new PriceCheck(first, serves);
        int[] owner = new int[nodes];
        for (int u = 0; u < nodes; u++) {
            owner[u] = u;
        }
        // A role that may grow and shrink freely is one node with its subject: going there and back is no cycle.
        int[] before = {-1, -1, -1};
        int[] count = {0};
        check.arcs(levels.get(0), (from, to, reduced, pair) -> {
            boolean zero = tight.get(count[0]++);
            if (zero && pair < 0 && before[0] == to && before[1] == from && before[2] == 1 && to < first.subjects()) {
                owner[from] = to;
            }
            before[0] = from;
            before[1] = to;
            before[2] = zero ? 1 : 0;
        });
        FlowNet net = new FlowNet(nodes);
        count[0] = 0;
        check.arcs(levels.get(0), (from, to, reduced, pair) -> {
            if (tight.get(count[0]++) && owner[from] != owner[to]) {
                net.add(owner[from], owner[to], 1, 0, 0);
            }
        });
        return !sortable(net.lay());
    }

    /** Kahn's topological sort over arcs with room. */
    private static boolean sortable(FlowNet net) {
        int[] arriving = new int[net.nodes];
        for (int e = 0; e < net.to.length; e++) {
            if (net.residual[e] > 0) {
                arriving[net.to[e]]++;
            }
        }
        int[] free = new int[net.nodes];
        int end = 0;
        for (int u = 0; u < net.nodes; u++) {
            if (arriving[u] == 0) {
                free[end++] = u;
            }
        }
        for (int i = 0; i < end; i++) {
            for (int e = net.first[free[i]]; e < net.first[free[i] + 1]; e++) {
                if (net.residual[e] > 0 && --arriving[net.to[e]] == 0) {
                    free[end++] = net.to[e];
                }
            }
        }
        return end == net.nodes;
    }

    private long[] decide(boolean[] serves, List<TeamProblem> problems, List<long[]> levels, TeamProblem level) {
        BitSet tight = tight(serves, problems, levels);
        PriceCheck check = new PriceCheck(level, serves);
        int base = first.subjects() + first.roles();
        int sink = base + first.people();
        FlowNet net = new FlowNet(sink + 1);
        List<int[]> pairArcs = new ArrayList<>();
        int[] count = {0};
        check.arcs(levels.get(0), (from, to, reduced, pair) -> {
            if (!tight.get(count[0]++)) {
                return;
            }
            if (pair >= 0) {
                int used = serves[pair] ? 1 : 0;
                int arc = used == 0
                        ? net.add(from, to, 1, 0, level.cost()[pair])
                        : net.add(to, from, 1, 1, level.cost()[pair]);
                pairArcs.add(new int[] {pair, arc});
            } else if (from >= base) {
                net.add(from == sink ? to : from, sink, 1, from == sink ? 1 : 0, 0);
            } else {
                // One residual direction of subject→role at a time; both together make the whole freedom.
                int role = Math.max(from, to) - first.subjects();
                int room = from < to
                        ? first.most()[role] - check.inRole()[role]
                        : check.inRole()[role] - first.least()[role];
                net.add(Math.min(from, to), Math.max(from, to), room, from < to ? 0 : room, 0);
            }
        });
        net.lay();
        long[] prices = new Potentials(net, new long[sink + 1]).run();
        for (int[] arc : pairArcs) {
            serves[arc[0]] = net.flow(arc[1]) > 0;
        }
        long zero = prices[sink];
        for (int u = 0; u < prices.length; u++) {
            prices[u] -= zero;
        }
        return prices;
    }
}
