package cn.zrzy.hub.draw.match.flow;

import java.util.Arrays;

/**
 * The one set of prices that an optimum has by definition: the shortest distance of each node from a root that reaches
 * every node at no cost. Any optimal prices prove the same; these do not depend on how the optimum was found, so a
 * better solver leaves the evidence as it was.
 */
public final class PlainPrices {

    private final FlowNet net;
    private final long[] found;
    private final long[] distance;
    private final int[] heap;
    private final int[] place;
    private int size;

    private PlainPrices(FlowNet net, long[] found) {
        this.net = net;
        this.found = found;
        distance = new long[net.nodes];
        heap = new int[net.nodes];
        place = new int[net.nodes];
    }

    /** @param found optimal prices of any origin */
    public static long[] of(TeamProblem p, boolean[] serves, long[] found) {
        FlowNet net = new FlowNet(found.length);
        PriceCheck check = new PriceCheck(p, serves);
        check.arcs(found, (from, to, reduced, pair) -> net.add(from, to, 1, 0, reduced));
        return new PlainPrices(net.lay(), found).run();
    }

    /** Dijkstra on reduced costs, which optimal prices make non-negative. */
    private long[] run() {
        long top = Arrays.stream(found).max().orElse(0);
        for (int u = 0; u < net.nodes; u++) {
            distance[u] = top - found[u];
            heap[u] = u;
            place[u] = u;
        }
        size = net.nodes;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
        while (size > 0) {
            int u = heap[0];
            swap(0, --size);
            sink(0);
            for (int e = net.first[u]; e < net.first[u + 1]; e++) {
                int v = net.to[e];
                if (net.residual[e] > 0 && place[v] < size && distance[u] + net.cost[e] < distance[v]) {
                    distance[v] = distance[u] + net.cost[e];
                    rise(place[v]);
                }
            }
        }
        long[] prices = new long[net.nodes];
        long zero = distance[net.nodes - 1] + found[net.nodes - 1];
        for (int u = 0; u < net.nodes; u++) {
            prices[u] = distance[u] + found[u] - zero;
        }
        return prices;
    }

    private void sink(int at) {
        int i = at;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) {
                child++;
            }
            if (distance[heap[i]] <= distance[heap[child]]) {
                return;
            }
            swap(i, child);
            i = child;
        }
    }

    private void rise(int at) {
        int i = at;
        while (i > 0 && distance[heap[i]] < distance[heap[(i - 1) / 2]]) {
            swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private void swap(int a, int b) {
        int t = heap[a];
        heap[a] = heap[b];
        heap[b] = t;
        place[heap[a]] = a;
        place[heap[b]] = b;
    }
}
