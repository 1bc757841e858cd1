package cn.zrzy.hub.draw.match.flow;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Exact prices: label-correcting shortest paths from given prices over the residual arcs. A negative cycle, should one
 * be left, is cancelled, so that what comes out is optimal whatever went in.
 */
final class Potentials {

    private final FlowNet net;
    private final long[] price;
    private final int[] parent;

    Potentials(FlowNet net, long[] start) {
        this.net = net;
        this.price = start;
        this.parent = new int[net.nodes];
    }

    long[] run() {
        Arrays.fill(parent, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        boolean[] waiting = new boolean[net.nodes];
        for (int u = 0; u < net.nodes; u++) {
            enqueueIfOpen(u, queue, waiting);
        }
        int sinceLook = 0;
        while (!queue.isEmpty()) {
            int u = queue.poll();
            waiting[u] = false;
            for (int e = net.first[u]; e < net.first[u + 1]; e++) {
                int v = net.to[e];
                if (net.residual[e] > 0 && price[v] > price[u] + net.cost[e]) {
                    price[v] = price[u] + net.cost[e];
                    parent[v] = e;
                    sinceLook++;
                    if (!waiting[v]) {
                        waiting[v] = true;
                        queue.add(v);
                    }
                }
            }
            if (sinceLook > net.nodes) {
                sinceLook = 0;
                if (cancelOne()) {
                    return run();
                }
            }
        }
        return price;
    }

    private void enqueueIfOpen(int u, ArrayDeque<Integer> queue, boolean[] waiting) {
        for (int e = net.first[u]; e < net.first[u + 1]; e++) {
            if (net.residual[e] > 0 && price[net.to[e]] > price[u] + net.cost[e]) {
                waiting[u] = true;
                queue.add(u);
                return;
            }
        }
    }

    /** Looks for a cycle of parents, which can only be a negative one, and pushes a unit around it. */
    private boolean cancelOne() {
        int[] seen = new int[net.nodes];
        for (int start = 0; start < net.nodes; start++) {
            int u = start;
            while (seen[u] == 0 && parent[u] >= 0) {
                seen[u] = start + 1;
                u = net.to[net.reverse[parent[u]]];
            }
            if (seen[u] == start + 1 && parent[u] >= 0) {
                int at = u;
                do {
                    int e = parent[at];
                    net.push(e, 1);
                    at = net.to[net.reverse[e]];
                } while (at != u);
                return true;
            }
            if (seen[u] == 0) {
                seen[u] = start + 1;
            }
        }
        return false;
    }
}
