package cn.zrzy.hub.draw.lottery;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.IdTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The smallest k tickets of each stratum in one streaming pass. A threshold a little above k/N keeps memory at the size
 * of the result; should chance leave a stratum short, one pass without threshold fills it. Output does not depend on
 * the number of threads.
 */
public final class Lottery {

    private static final double SIGMAS = 6;

    private final DrawHash hash;
    private final byte[] seed;
    private final IdTable ids;

    /** Strata of subject i are {@code strata[from[i]..from[i+1])}; null: all belong to stratum 0. */
    private final int[] from;

    private final int[] strata;

    public Lottery(DrawHash hash, byte[] seed, IdTable ids, int[] from, int[] strata) {
        this.hash = hash;
        this.seed = seed;
        this.ids = ids;
        this.from = from;
        this.strata = strata;
    }

    /**
     * @param members N of each stratum
     * @param wanted k of each stratum, at most N
     * @return per stratum the indices of the k smallest tickets, in order
     */
    public List<int[]> draw(int[] members, int[] wanted, int threads) {
        long[] below = new long[members.length];
        for (int s = 0; s < below.length; s++) {
            below[s] = threshold(members[s], wanted[s]);
        }
        Shortlist[] lists = pass(below, wanted, threads);
        boolean again = false;
        for (int s = 0; s < lists.length; s++) {
            if (lists[s].size < wanted[s]) {
                below[s] = -1L;
                again = true;
            }
        }
        if (again) {
            lists = pass(below, wanted, threads);
        }
        List<int[]> drawn = new ArrayList<>();
        for (int s = 0; s < lists.length; s++) {
            drawn.add(lists[s].smallest(wanted[s], this));
        }
        return drawn;
    }

    private static long threshold(int members, int wanted) {
        double p = (double) wanted / members;
        double high = p + SIGMAS * Math.sqrt(p * (1 - p) / members) + SIGMAS / members;
        return high >= 1 ? -1L : (long) (high * 0x1p63) << 1;
    }

    private Shortlist[] pass(long[] below, int[] wanted, int threads) {
        int n = ids.size();
        if (threads <= 1) {
            return range(below, wanted, 0, n);
        }
        List<Shortlist[]> parts = IntStream.range(0, threads)
                .parallel()
                .mapToObj(
                        t -> range(below, wanted, (int) ((long) n * t / threads), (int) ((long) n * (t + 1) / threads)))
                .toList();
        Shortlist[] all = parts.get(0);
        for (Shortlist[] part : parts.subList(1, parts.size())) {
            for (int s = 0; s < all.length; s++) {
                all[s].addAll(part[s]);
            }
        }
        return all;
    }

    private Shortlist[] range(long[] below, int[] wanted, int begin, int end) {
        Shortlist[] lists = new Shortlist[below.length];
        for (int s = 0; s < lists.length; s++) {
            lists[s] = new Shortlist(Math.max(4, wanted[s] / 4));
        }
        TicketMill mill = new TicketMill(hash, seed);
        byte[] bytes = ids.bytes;
        int[] start = ids.start;
        for (int i = begin; i < end; i++) {
            long first = mill.first(bytes, start[i], start[i + 1]);
            if (from == null) {
                if (Long.compareUnsigned(first, below[0]) <= 0) {
                    lists[0].add(first, i);
                }
                continue;
            }
            for (int e = from[i]; e < from[i + 1]; e++) {
                int s = strata[e];
                if (Long.compareUnsigned(first, below[s]) <= 0) {
                    lists[s].add(first, i);
                }
            }
        }
        return lists;
    }

    /** Whole tickets decide between equal first halves, ids between equal tickets. */
    int compareFully(int a, int b) {
        TicketMill mill = new TicketMill(hash, seed);
        int order = Arrays.compareUnsigned(
                mill.ticket(ids.bytes, ids.start[a], ids.start[a + 1]),
                mill.ticket(ids.bytes, ids.start[b], ids.start[b + 1]));
        return order != 0
                ? order
                : Arrays.compareUnsigned(
                        ids.bytes, ids.start[a], ids.start[a + 1], ids.bytes, ids.start[b], ids.start[b + 1]);
    }
}
