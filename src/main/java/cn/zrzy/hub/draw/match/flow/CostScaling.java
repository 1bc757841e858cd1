package cn.zrzy.hub.draw.match.flow;

/**
 * Minimum cost flow by cost-scaling push-relabel (Goldberg, Tarjan 1990), longs only. It leaves an ε-optimal flow with
 * ε below 1/n of the costs where 64 bits allow it; {@link Potentials} then makes the prices exact, so no rounding here
 * can decide anything.
 */
final class CostScaling {

    private static final int FACTOR = 8;
    private static final long HEAD_ROOM = 1L << 58;

    private final FlowNet net;
    private final int[] excess;
    private final long[] price;
    private final int[] current;
    private final int[] queue;
    private int begin;
    private int length;

    CostScaling(FlowNet net, int[] supply) {
        this.net = net;
        excess = supply.clone();
        price = new long[net.nodes];
        current = new int[net.nodes];
        queue = new int[net.nodes];
    }

    /** Runs to the end; the flow must be feasible. Returns prices in the unit of the costs, rounded down. */
    long[] run() {
        long dearest = 1;
        for (long c : net.cost) {
            dearest = Math.max(dearest, c);
        }
        long scale = Math.max(1, Math.min(net.nodes + 1L, HEAD_ROOM / dearest));
        long[] cost = net.cost;
        long[] scaled = new long[cost.length];
        for (int e = 0; e < cost.length; e++) {
            scaled[e] = cost[e] * scale;
        }
        long epsilon = dearest * scale;
        do {
            epsilon = Math.max(1, epsilon / FACTOR);
            refine(scaled, epsilon);
        } while (epsilon > 1);
        for (int u = 0; u < price.length; u++) {
            price[u] = Math.floorDiv(price[u], scale);
        }
        return price;
    }

    private void refine(long[] cost, long epsilon) {
        int[] first = net.first;
        int[] to = net.to;
        int[] residual = net.residual;
        for (int u = 0; u < net.nodes; u++) {
            for (int e = first[u]; e < first[u + 1]; e++) {
                int room = residual[e];
                if (room > 0 && cost[e] + price[u] - price[to[e]] < 0) {
                    net.push(e, room);
                    excess[u] -= room;
                    excess[to[e]] += room;
                }
            }
            current[u] = first[u];
        }
        begin = 0;
        length = 0;
        for (int u = 0; u < net.nodes; u++) {
            if (excess[u] > 0) {
                enqueue(u);
            }
        }
        while (length > 0) {
            int u = queue[begin];
            begin = begin + 1 == queue.length ? 0 : begin + 1;
            length--;
            discharge(u, cost, epsilon);
        }
    }

    private void enqueue(int u) {
        int end = begin + length;
        queue[end >= queue.length ? end - queue.length : end] = u;
        length++;
    }

    private void discharge(int u, long[] cost, long epsilon) {
        int[] to = net.to;
        int[] residual = net.residual;
        int end = net.first[u + 1];
        int e = current[u];
        while (excess[u] > 0) {
            if (e == end) {
                e = relabel(u, cost, epsilon);
            }
            if (residual[e] > 0 && cost[e] + price[u] - price[to[e]] < 0) {
                int v = to[e];
                int amount = Math.min(excess[u], residual[e]);
                net.push(e, amount);
                excess[u] -= amount;
                boolean idle = excess[v] <= 0;
                excess[v] += amount;
                if (idle && excess[v] > 0) {
                    enqueue(v);
                }
                if (excess[u] == 0) {
                    break;
                }
            }
            e++;
        }
        current[u] = e;
    }

    /** Lowers the price of u just enough to open an arc, and returns that arc. */
    private int relabel(int u, long[] cost, long epsilon) {
        int[] to = net.to;
        int[] residual = net.residual;
        long best = Long.MAX_VALUE;
        int arc = -1;
        for (int e = net.first[u]; e < net.first[u + 1]; e++) {
            if (residual[e] > 0) {
                long reduced = cost[e] - price[to[e]];
                if (reduced < best) {
                    best = reduced;
                    arc = e;
                }
            }
        }
        if (arc < 0) {
            throw new IllegalStateException("no way out of node " + u + ": the flow is not feasible");
        }
        price[u] = -best - epsilon;
        return arc;
    }
}
