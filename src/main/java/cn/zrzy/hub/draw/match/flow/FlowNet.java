package cn.zrzy.hub.draw.match.flow;

import java.util.Arrays;

/** A residual network in flat arrays: arcs are added, then laid out by tail node. */
final class FlowNet {

    final int nodes;
    int arcs;
    private int[] tail = new int[1024];
    private int[] head = new int[1024];
    private int[] room = new int[1024];
    private int[] used = new int[1024];
    private long[] price = new long[1024];

    /** Slots of node u: first[u]..first[u+1]. */
    int[] first;

    int[] to;
    int[] reverse;
    int[] residual;
    long[] cost;
    private int[] slot;

    FlowNet(int nodes) {
        this.nodes = nodes;
    }

    /** Adds an arc that carries {@code flow} of {@code capacity} already. */
    int add(int u, int v, int capacity, int flow, long arcCost) {
        if (arcs == tail.length) {
            int more = arcs * 2;
            tail = Arrays.copyOf(tail, more);
            head = Arrays.copyOf(head, more);
            room = Arrays.copyOf(room, more);
            used = Arrays.copyOf(used, more);
            price = Arrays.copyOf(price, more);
        }
        tail[arcs] = u;
        head[arcs] = v;
        room[arcs] = capacity - flow;
        used[arcs] = flow;
        price[arcs] = arcCost;
        return arcs++;
    }

    FlowNet lay() {
        first = new int[nodes + 1];
        for (int a = 0; a < arcs; a++) {
            first[tail[a] + 1]++;
            first[head[a] + 1]++;
        }
        for (int u = 0; u < nodes; u++) {
            first[u + 1] += first[u];
        }
        int[] next = Arrays.copyOf(first, nodes);
        to = new int[2 * arcs];
        reverse = new int[2 * arcs];
        residual = new int[2 * arcs];
        cost = new long[2 * arcs];
        slot = new int[arcs];
        for (int a = 0; a < arcs; a++) {
            int f = next[tail[a]]++;
            int b = next[head[a]]++;
            to[f] = head[a];
            to[b] = tail[a];
            reverse[f] = b;
            reverse[b] = f;
            residual[f] = room[a];
            residual[b] = used[a];
            cost[f] = price[a];
            cost[b] = -price[a];
            slot[a] = f;
        }
        tail = null;
        head = null;
        room = null;
        used = null;
        price = null;
        return this;
    }

    /** Flow on arc {@code a}, numbered as {@link #add} returned it. */
    int flow(int a) {
        return residual[reverse[slot[a]]];
    }

    void push(int e, int amount) {
        residual[e] -= amount;
        residual[reverse[e]] += amount;
    }
}
