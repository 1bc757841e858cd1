package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.IdTable;
import cn.zrzy.hub.draw.canon.Sm3;
import cn.zrzy.hub.draw.lottery.Lottery;
import cn.zrzy.hub.draw.lottery.PairMill;
import cn.zrzy.hub.draw.match.flow.PriceCheck;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import cn.zrzy.hub.draw.match.flow.TeamSolver;
import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bouncycastle.crypto.digests.SM3Digest;

/** What the draw costs, each number beside its baseline in the same run; ratios count, nanoseconds are the machine's. */
public final class DrawSpeed {

    private static final byte[] SEED = new byte[32];
    private static long guard;

    private DrawSpeed() {}

    public static void tickets(int n) throws Exception {
        byte[] bytes = new byte[n * 18];
        int[] start = new int[n + 1];
        for (int i = 0; i < n; i++) {
            byte[] id = ("91411002" + String.format("%010d", i)).getBytes();
            System.arraycopy(id, 0, bytes, i * 18, 18);
            start[i + 1] = (i + 1) * 18;
        }
        IdTable ids = new IdTable(bytes, start);
        int k = (int) (n * 0.0385);
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] message = new byte[55];
        byte[] out = new byte[32];
        Supplier<Object> rawSha = () -> {
            for (int i = 0; i < n; i++) {
                message[54] = (byte) i;
                sha.update(message, 0, 55);
                try {
                    sha.digest(out, 0, 32);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                guard += out[0];
            }
            return null;
        };
        double[] sha256 = race(5, n, rawSha, () -> draw(DrawHash.SHA_256, ids, k));
        row("SHA-256 one block, JDK (baseline)", sha256[0], 1);
        row("SHA-256 tickets + top " + k + " of " + n, sha256[1], sha256[1] / sha256[0]);
        int m = n / 4;
        int[] state = new int[8];
        int[] w = new int[68];
        Supplier<Object> rawSm3 = () -> {
            for (int i = 0; i < m; i++) {
                w[0] = i;
                Sm3.start(state);
                Sm3.compress(state, w);
                guard += state[0];
            }
            return null;
        };
        SM3Digest bc = new SM3Digest();
        Supplier<Object> bouncy = () -> {
            for (int i = 0; i < m; i++) {
                message[54] = (byte) i;
                bc.update(message, 0, 55);
                bc.doFinal(out, 0);
                guard += out[0];
            }
            return null;
        };
        IdTable part = new IdTable(bytes, Arrays.copyOf(start, m + 1));
        double[] sm3 = race(5, m, rawSm3, bouncy, () -> draw(DrawHash.SM3, part, k / 4));
        row("SM3 one block, own scalar (baseline)", sm3[0], 1);
        row("SM3 one block, Bouncy Castle", sm3[1], sm3[1] / sm3[0]);
        row("SM3 tickets + top " + k / 4 + " of " + m, sm3[2], sm3[2] / sm3[0]);
        memory(ids, k);
    }

    private static List<int[]> draw(DrawHash hash, IdTable ids, int k) {
        return new Lottery(hash, SEED, ids, null, null).draw(new int[] {ids.size()}, new int[] {k}, 1);
    }

    private static void memory(IdTable ids, int k) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        draw(DrawHash.SHA_256, ids, k);
        System.out.printf(
                Locale.ROOT,
                "%-58s %10.1f MB allocated in all (goal <= 64)%n",
                "memory beyond ids, top " + k + " of " + ids.size(),
                (threads.getThreadAllocatedBytes(id) - before) / 1e6);
    }

    /** Objects × 2 among people: 20 % joint teams of two departments, the rest leader and member. */
    public static TeamProblem instance(int objects, int people, int regions, int cap, DrawHash hash) {
        List<List<Integer>> byRegion = new ArrayList<>();
        for (int r = 0; r < regions; r++) {
            byRegion.add(new ArrayList<>());
        }
        for (int i = 0; i < people; i++) {
            byRegion.get(i % regions).add(i);
        }
        int[] size = new int[objects];
        int[] roleStart = new int[objects + 1];
        int[] least = new int[objects * 2];
        int[] most = new int[objects * 2];
        int[] pairStart = new int[objects * 2 + 1];
        int[] person = new int[objects * 2 * (people / regions + 1)];
        long[] cost = new long[person.length];
        PairMill mill = new PairMill(hash, SEED);
        int e = 0;
        int role = 0;
        for (int j = 0; j < objects; j++) {
            mill.subject("91411002%010d".formatted(j));
            size[j] = 2;
            boolean joint = j % 5 == 0;
            for (int r = 0; r < 2; r++) {
                least[role] = joint || r == 0 ? 1 : 0;
                most[role] = joint || r == 1 ? 1 : 2;
                for (int i : byRegion.get(j * 7 % regions)) {
                    boolean first = joint ? i / regions % 2 == 0 : i / regions % 3 == 0;
                    if (first == (r == 0)) {
                        person[e] = i;
                        cost[e++] = mill.cost(("ZF-%07d".formatted(i)).getBytes(), 1);
                    }
                }
                pairStart[++role] = e;
            }
            roleStart[j + 1] = role;
        }
        int[] caps = new int[people];
        Arrays.fill(caps, cap);
        int[] prior = new int[people];
        for (int i = 0; i < people; i++) {
            prior[i] = i % 5;
        }
        return new TeamProblem(
                size,
                roleStart,
                least,
                most,
                pairStart,
                Arrays.copyOf(person, e),
                Arrays.copyOf(cost, e),
                caps,
                prior,
                TeamProblem.W);
    }

    public static void matching(int objects, int people, int regions, int cap, int rounds) {
        Loader.loadNativeLibraries();
        TeamProblem p = instance(objects, people, regions, cap, DrawHash.SHA_256);
        boolean[][] own = new boolean[1][];
        long[][] prices = new long[1][];
        boolean[][] other = new boolean[1][];
        double[] both = race(rounds, 1, () -> other[0] = orTools(p), () -> {
            TeamSolver.Answer answer = new TeamSolver(p).solve();
            own[0] = answer.serves();
            prices[0] = answer.prices();
            return null;
        });
        double ours = both[1];
        double google = both[0];
        double check = race(rounds, 1, () -> new PriceCheck(p, own[0]).optimal(prices[0]) ? null : fail())[0];
        String what = objects + "x2 among " + people + " (" + p.pairs() + " pairs)";
        System.out.printf(Locale.ROOT, "%-58s %10.1f ms%n", "OR-Tools, " + what + " (baseline)", google / 1e6);
        System.out.printf(
                Locale.ROOT,
                "%-58s %10.1f ms   x%.2f   %s%n",
                "own cost scaling",
                ours / 1e6,
                ours / google,
                Arrays.equals(own[0], other[0]) ? "identical answer" : "DIFFERENT ANSWER");
        System.out.printf(Locale.ROOT, "%-58s %10.1f ms%n", "price certificate checked", check / 1e6);
    }

    private static Object fail() {
        throw new IllegalStateException("prices prove nothing");
    }

    /** The same network under OR-Tools, lower bounds as supplies. */
    static boolean[] orTools(TeamProblem p) {
        MinCostFlowBase.Status[] status = new MinCostFlowBase.Status[1];
        boolean[] serves = orTools(p, status);
        if (status[0] != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools found no optimum");
        }
        return serves;
    }

    static boolean[] orTools(TeamProblem p, MinCostFlowBase.Status[] status) {
        MinCostFlow flow = new MinCostFlow();
        int base = p.subjects() + p.roles();
        int sink = base + p.people();
        long[] supply = new long[sink + 1];
        int[] arcs = new int[p.pairs()];
        long floor = Arrays.stream(p.prior()).min().orElse(0);
        for (int j = 0; j < p.subjects(); j++) {
            supply[j] = p.size()[j];
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                supply[j] -= p.least()[r];
                supply[p.subjects() + r] = p.least()[r];
                flow.addArcWithCapacityAndUnitCost(j, p.subjects() + r, p.most()[r] - p.least()[r], 0);
                for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                    arcs[e] =
                            flow.addArcWithCapacityAndUnitCost(p.subjects() + r, base + p.person()[e], 1, p.cost()[e]);
                }
            }
        }
        for (int i = 0; i < p.people(); i++) {
            for (int t = 0; t < p.cap()[i]; t++) {
                flow.addArcWithCapacityAndUnitCost(base + i, sink, 1, p.loadCost(i, t) - floor * p.weight());
            }
        }
        supply[sink] = -p.places();
        for (int u = 0; u <= sink; u++) {
            flow.setNodeSupply(u, supply[u]);
        }
        status[0] = flow.solve();
        if (status[0] != MinCostFlowBase.Status.OPTIMAL) {
            return null;
        }
        boolean[] serves = new boolean[p.pairs()];
        for (int e = 0; e < serves.length; e++) {
            serves[e] = flow.getFlow(arcs[e]) > 0;
        }
        return serves;
    }

    /** Best of the rounds for each runner, taken in turns and in CPU time, so that a busy machine disturbs all alike. */
    @SafeVarargs
    private static double[] race(int rounds, long per, Supplier<Object>... runners) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] best = new double[runners.length];
        Arrays.fill(best, Double.MAX_VALUE);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < runners.length; i++) {
                long t = clock.getCurrentThreadCpuTime();
                runners[i].get();
                best[i] = Math.min(best[i], (clock.getCurrentThreadCpuTime() - t) / (double) per);
            }
        }
        return best;
    }

    private static void row(String what, double nanos, double ratio) {
        System.out.printf(Locale.ROOT, "%-58s %10.1f ns   x%.2f%n", what, nanos, ratio);
    }
}
