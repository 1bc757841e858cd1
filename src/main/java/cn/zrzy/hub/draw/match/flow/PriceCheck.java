package cn.zrzy.hub.draw.match.flow;

/**
 * 最优性证明: checks prices against an assignment in one pass over the pairs (docs/draw/bundle-format.md §7). It shares
 * nothing with the solver, so a wrong solver cannot pass its own wrong answer.
 */
public final class PriceCheck {

    private final TeamProblem p;
    private final boolean[] serves;
    private final int[] inRole;
    private final int[] load;
    private final int base;

    public PriceCheck(TeamProblem problem, boolean[] serves) {
        p = problem;
        this.serves = serves;
        base = p.subjects() + p.roles();
        inRole = new int[p.roles()];
        load = new int[p.people()];
        for (int r = 0; r < p.roles(); r++) {
            for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                if (serves[e]) {
                    inRole[r]++;
                    load[p.person()[e]]++;
                }
            }
        }
    }

    public int[] inRole() {
        return inRole;
    }

    public int[] load() {
        return load;
    }

    /** Team sizes, role bounds and caps hold. */
    public boolean feasible() {
        for (int j = 0; j < p.subjects(); j++) {
            int members = 0;
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                members += inRole[r];
                if (inRole[r] < p.least()[r] || inRole[r] > p.most()[r]) {
                    return false;
                }
            }
            if (members != p.size()[j]) {
                return false;
            }
        }
        for (int i = 0; i < p.people(); i++) {
            if (load[i] > p.cap()[i]) {
                return false;
            }
        }
        return true;
    }

    /** No residual arc has a negative reduced cost. */
    public boolean optimal(long[] prices) {
        boolean[] sound = {true};
        arcs(prices, (from, to, reduced, pair) -> sound[0] &= reduced >= 0);
        return sound[0];
    }

    /** Receives every residual arc with its reduced cost, always in the same order. */
    interface Arcs {
        /** @param pair index of the pair, or −1 for arcs of roles and load */
        void arc(int from, int to, long reduced, int pair);
    }

    void arcs(long[] prices, Arcs sink) {
        for (int j = 0; j < p.subjects(); j++) {
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                role(j, r, prices, sink);
            }
        }
        int end = base + p.people();
        for (int i = 0; i < p.people(); i++) {
            if (load[i] < p.cap()[i]) {
                sink.arc(base + i, end, p.loadCost(i, load[i]) + prices[base + i] - prices[end], -1);
            }
            if (load[i] > 0) {
                sink.arc(end, base + i, prices[end] - p.loadCost(i, load[i] - 1) - prices[base + i], -1);
            }
        }
    }

    private void role(int j, int r, long[] prices, Arcs sink) {
        int node = p.subjects() + r;
        if (inRole[r] < p.most()[r]) {
            sink.arc(j, node, prices[j] - prices[node], -1);
        }
        if (inRole[r] > p.least()[r]) {
            sink.arc(node, j, prices[node] - prices[j], -1);
        }
        for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
            int person = base + p.person()[e];
            long reduced = p.cost()[e] + prices[node] - prices[person];
            if (serves[e]) {
                sink.arc(person, node, -reduced, e);
            } else {
                sink.arc(node, person, reduced, e);
            }
        }
    }
}
