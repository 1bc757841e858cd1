package cn.zrzy.hub.draw.match.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 补派与连带调整: seats one more subject beside teams that stand. Fewest seats of other teams change; among those the
 * cheapest assignment, then the next 40 bits. Units go one by one along cheapest residual paths (successive shortest
 * paths, Busacker and Gowen 1961); costs are vectors compared from the left, so nothing has to be scaled or rounded.
 * It starts from the teams that stand, the one answer in which nothing changes, hence optimal.
 */
public final class Reseating {

    public static final int LEVELS = 6;

    private final TeamProblem p;
    private final boolean[] serves;
    private final int late;
    private final int base;
    private final int[] roleOf;
    private final int[] subjectOf;

    /** Seats changed elsewhere, load and first 40 bits, then each further 40 bits of the pair tickets. */
    private final long[][] cost;

    /** Members of each role beyond its least. */
    private final int[] extra;

    private final int[] load;
    private final List<List<Integer>> held = new ArrayList<>();

    private long[][] distance;
    private int[] came;
    private int[] over;
    private ArrayDeque<Integer> queue;
    private boolean[] waiting;

    /**
     * @param serves who sits now; changed by {@link #run}
     * @param late number of the subject without a team
     * @param tickets per level, from 0, and pair: its 40 bits
     */
    public Reseating(TeamProblem problem, boolean[] serves, int late, long[][] tickets) {
        p = problem;
        this.serves = serves;
        this.late = late;
        base = p.subjects() + p.roles();
        roleOf = new int[p.pairs()];
        subjectOf = new int[p.roles()];
        cost = new long[p.pairs()][LEVELS + 1];
        PriceCheck now = new PriceCheck(p, serves);
        load = now.load();
        extra = now.inRole();
        for (int i = 0; i < p.people(); i++) {
            held.add(new ArrayList<>());
        }
        for (int j = 0; j < p.subjects(); j++) {
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                subjectOf[r] = j;
                extra[r] -= j == late ? 0 : p.least()[r];
                for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                    roleOf[e] = r;
                    cost[e][0] = j == late || serves[e] ? 0 : 1;
                    for (int level = 0; level < LEVELS; level++) {
                        cost[e][level + 1] = tickets[level][e];
                    }
                    if (serves[e]) {
                        held.get(p.person()[e]).add(e);
                    }
                }
            }
        }
    }

    /** False when even with changes nobody can be found; {@code serves} is then of no use. */
    public boolean run() {
        int places = p.size()[late];
        for (int r = p.roleStart()[late]; r < p.roleStart()[late + 1]; r++) {
            for (int k = 0; k < p.least()[r]; k++, places--) {
                if (!augment(p.subjects() + r)) {
                    return false;
                }
            }
        }
        for (; places > 0; places--) {
            if (!augment(late)) {
                return false;
            }
        }
        return true;
    }

    private boolean augment(int start) {
        int nodes = base + p.people();
        distance = new long[nodes][];
        came = new int[nodes];
        over = new int[nodes];
        queue = new ArrayDeque<>();
        waiting = new boolean[nodes];
        came[start] = -1;
        distance[start] = new long[LEVELS + 1];
        queue.add(start);
        while (!queue.isEmpty()) {
            int u = queue.poll();
            waiting[u] = false;
            expand(u);
        }
        int end = -1;
        long[] best = null;
        for (int i = 0; i < p.people(); i++) {
            if (distance[base + i] != null && load[i] < p.cap()[i]) {
                long[] whole = distance[base + i].clone();
                whole[1] += p.loadCost(i, load[i]);
                if (best == null || Arrays.compare(whole, best) < 0) {
                    best = whole;
                    end = base + i;
                }
            }
        }
        if (end >= 0) {
            push(end);
        }
        return end >= 0;
    }

    private void expand(int u) {
        if (u >= base) {
            held.get(u - base).forEach(e -> reach(u, p.subjects() + roleOf[e], e, -1));
        } else if (u >= p.subjects()) {
            int r = u - p.subjects();
            for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                if (!serves[e]) {
                    reach(u, base + p.person()[e], e, 1);
                }
            }
            if (extra[r] > 0) {
                reach(u, subjectOf[r], -1, 0);
            }
        } else {
            for (int r = p.roleStart()[u]; r < p.roleStart()[u + 1]; r++) {
                if (extra[r] < p.most()[r] - p.least()[r]) {
                    reach(u, p.subjects() + r, -1, 0);
                }
            }
        }
    }

    private void reach(int from, int to, int pair, int sign) {
        long[] whole = distance[from].clone();
        for (int k = 0; sign != 0 && k < whole.length; k++) {
            whole[k] += sign * cost[pair][k];
        }
        if (distance[to] == null || Arrays.compare(whole, distance[to]) < 0) {
            distance[to] = whole;
            came[to] = from;
            over[to] = pair;
            if (!waiting[to]) {
                waiting[to] = true;
                queue.add(to);
            }
        }
    }

    private void push(int end) {
        load[end - base]++;
        for (int to = end; came[to] >= 0; to = came[to]) {
            int e = over[to];
            if (to >= base) {
                serves[e] = true;
                held.get(to - base).add(e);
            } else if (e >= 0) {
                serves[e] = false;
                held.get(came[to] - base).remove((Integer) e);
            } else if (to >= p.subjects()) {
                extra[to - p.subjects()]++;
            } else {
                extra[came[to] - p.subjects()]--;
            }
        }
    }
}
