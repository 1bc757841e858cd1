package cn.zrzy.verify;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Step 9: prices prove that no other assignment is as good. A flow is optimal iff prices exist under which no residual arc
 * has a negative reduced cost, and unique iff no directed cycle of zero arcs is left (docs/draw/bundle-format.md §7).
 */
final class OptimalStep {

    private static final String PLACE = "prices.bin";

    private OptimalStep() {}

    static void check(Bundle b) {
        Network.of(b, 0);
        b.teams();
        Network net = Network.of(b, b.result().ladder());
        Residual residual = new Residual(net, net.subjects(Feasibility.deferred(b)), b.teams());
        byte[] raw = b.raw(PLACE);
        int count = residual.nodes - 1;
        boolean head = raw.length >= 44
                && Arrays.equals(raw, 0, 8, Text.utf8("SSJPRC01"), 0, 8)
                && Arrays.equals(raw, 8, 40, b.binSalt(), 0, 32);
        Refused.unless(head, "E-PRICE-FORM", PLACE, "head");
        ByteBuffer in = ByteBuffer.wrap(raw).position(40);
        int levels = in.getInt();
        boolean form = levels >= 1 && levels <= 6 && in.remaining() == 8L * count * levels;
        Refused.unless(form, "E-PRICE-FORM", PLACE, "length");
        List<Residual.Arc> left = residual.arcs;
        for (int level = 1; level <= levels; level++) {
            long[] price = new long[residual.nodes];
            for (int i = 0; i < count; i++) {
                price[i] = in.getLong();
            }
            left = tight(left, price, level);
            boolean tie = new Cycles(residual.nodes, left).exist();
            Refused.unless(!tie || level < levels, "E-TIE", PLACE, "");
            Refused.unless(tie || level == levels, "E-PRICE-FORM", PLACE, "a level too many");
        }
    }

    private static List<Residual.Arc> tight(List<Residual.Arc> arcs, long[] price, int level) {
        List<Residual.Arc> zero = new ArrayList<>();
        for (Residual.Arc a : arcs) {
            int sign = signOfReducedCost(a.cost(level), price[a.from()], price[a.to()]);
            Refused.unless(sign >= 0, "E-PRICE", PLACE, "level " + level);
            if (sign == 0) {
                zero.add(a);
            }
        }
        return zero;
    }

    /** Prices are any 64-bit numbers that somebody wrote into a file: a sum that overflows is done in BigInteger. */
    private static int signOfReducedCost(long cost, long from, long to) {
        long half = cost + from;
        long sum = half - to;
        boolean overflow = ((cost ^ half) & (from ^ half)) < 0 || ((half ^ to) & (half ^ sum)) < 0;
        return overflow
                ? BigInteger.valueOf(cost)
                        .add(BigInteger.valueOf(from))
                        .subtract(BigInteger.valueOf(to))
                        .signum()
                : Long.signum(sum);
    }

    /** Directed cycles among zero arcs; a subject and a role joined both ways count as one node. */
    private static final class Cycles {

        private final int[] group;
        private final List<List<Integer>> next = new ArrayList<>();
        private final int[] incoming;
        private boolean loop;

        Cycles(int nodes, List<Residual.Arc> arcs) {
            this.group = new int[nodes];
            this.incoming = new int[nodes];
            Arrays.setAll(group, i -> i);
            for (int i = 0; i < nodes; i++) {
                next.add(new ArrayList<>());
            }
            Set<Long> free = new HashSet<>();
            arcs.stream().filter(a -> a.pair() == null).forEach(a -> free.add((long) a.from() * nodes + a.to()));
            List<Residual.Arc> rest = new ArrayList<>();
            for (Residual.Arc a : arcs) {
                if (a.pair() == null && free.contains((long) a.to() * nodes + a.from())) {
                    group[find(a.from())] = find(a.to());
                } else {
                    rest.add(a);
                }
            }
            for (Residual.Arc a : rest) {
                int x = find(a.from());
                int y = find(a.to());
                loop |= x == y;
                next.get(x).add(y);
                incoming[y]++;
            }
        }

        private int find(int x) {
            while (group[x] != x) {
                group[x] = group[group[x]];
                x = group[x];
            }
            return x;
        }

        boolean exist() {
            List<Integer> ready = new ArrayList<>();
            for (int i = 0; i < incoming.length; i++) {
                if (incoming[i] == 0) {
                    ready.add(i);
                }
            }
            int done = 0;
            while (done < ready.size()) {
                for (int y : next.get(ready.get(done++))) {
                    if (--incoming[y] == 0) {
                        ready.add(y);
                    }
                }
            }
            return loop || done < incoming.length;
        }
    }
}
