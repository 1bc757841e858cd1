package cn.zrzy.hub.draw.match.flow;

import java.util.Arrays;

/** Maximum flow (Dinic 1970) on a {@link FlowNet}; its last search leaves the minimum cut. */
final class MaxFlow {

    private final FlowNet net;
    private final int source;
    private final int sink;
    private final int[] level;
    private final int[] current;
    private final int[] queue;
    private final int[] path;

    MaxFlow(FlowNet net, int source, int sink) {
        this.net = net;
        this.source = source;
        this.sink = sink;
        level = new int[net.nodes];
        current = new int[net.nodes];
        queue = new int[net.nodes];
        path = new int[net.nodes];
    }

    long run() {
        long flow = 0;
        while (layer()) {
            System.arraycopy(net.first, 0, current, 0, net.nodes);
            int pushed = augment();
            while (pushed > 0) {
                flow += pushed;
                pushed = augment();
            }
        }
        return flow;
    }

    /** After {@link #run}: is this node on the source's side of the cut? */
    boolean reached(int node) {
        return level[node] >= 0;
    }

    private boolean layer() {
        Arrays.fill(level, -1);
        level[source] = 0;
        queue[0] = source;
        int end = 1;
        for (int i = 0; i < end; i++) {
            int u = queue[i];
            for (int e = net.first[u]; e < net.first[u + 1]; e++) {
                int v = net.to[e];
                if (net.residual[e] > 0 && level[v] < 0) {
                    level[v] = level[u] + 1;
                    queue[end++] = v;
                }
            }
        }
        return level[sink] >= 0;
    }

    /** One augmenting path, walked without recursion: chains can be as long as the pool. */
    private int augment() {
        int depth = 0;
        int u = source;
        while (u != sink) {
            int e = current[u];
            if (e < net.first[u + 1]) {
                if (net.residual[e] > 0 && level[net.to[e]] == level[u] + 1) {
                    path[depth++] = e;
                    u = net.to[e];
                } else {
                    current[u]++;
                }
            } else if (depth == 0) {
                return 0;
            } else {
                int back = path[--depth];
                u = net.to[net.reverse[back]];
                current[u]++;
            }
        }
        int amount = Integer.MAX_VALUE;
        for (int i = 0; i < depth; i++) {
            amount = Math.min(amount, net.residual[path[i]]);
        }
        for (int i = 0; i < depth; i++) {
            net.push(path[i], amount);
        }
        return amount;
    }
}
