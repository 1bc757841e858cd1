package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.IdTable;
import cn.zrzy.hub.draw.lottery.Lottery;
import cn.zrzy.hub.draw.seed.SeedRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * S1–S4 and S7 of the protocol on fixed seeds, two-sided: too even fails too; and three bad methods that must fail the
 * statistic that is named. {@code -Ddraw.statistics=full} (bin/soak) takes the protocol's sizes, about two minutes.
 */
class FairnessTests {

    /** The limits hold for any number of draws; bin/soak takes the many that see a small bias. */
    static final boolean FULL = "full".equals(System.getProperty("draw.statistics"));

    private static final int SMALL = FULL ? 1_000_000 : 40_000;

    /** p 0.0005 on either side. */
    private static final double[] S1 = {858, 1153};

    private static final double[] S2 = {32, 107};
    private static final double S4_MAX = 5.0;

    /** Draws n of N, in order, for seed number m. */
    private interface Sampler {
        int[] draw(int m);
    }

    private record Statistics(double inclusion, double first, double maxPair, double meanPair) {}

    @Test
    void s1EveryoneIsIncludedEquallyOften() {
        Statistics s = measure(1000, 50, FULL ? 100_000 : 3_000, tickets(DrawHash.SHA_256, 1000, 50), false);
        Seen.between("S1 inclusion X2, 50 of 1000", s.inclusion(), S1[0], S1[1]);
    }

    @Test
    void s2s3s4SmallPool() {
        smallPool(DrawHash.SHA_256, SMALL);
    }

    /** The national hash is the default of every draw: the same limits, at the tenth part of the size. */
    @Test
    void s2s3s4SmallPoolUnderSm3() {
        smallPool(DrawHash.SM3, SMALL / 10);
    }

    private static void smallPool(DrawHash hash, int rounds) {
        Statistics s = measure(64, 8, rounds, tickets(hash, 64, 8), true);
        Seen.between("S2 inclusion X2, 8 of 64, " + hash, s.inclusion(), S2[0], S2[1]);
        Seen.between("S3 drawn first X2, 8 of 64, " + hash, s.first(), S2[0], S2[1]);
        Seen.below("S4 pairs max |z|, " + hash, s.maxPair(), S4_MAX);
        Seen.between("S4 pairs mean z2, " + hash, s.meanPair(), 0.84, 1.16);
    }

    /** The open system of 2017: one start, then every N/n-th. Singly it may pass for chance, but every pair is wrong. */
    @Test
    void skipDrawOf2017FailsS4() {
        Statistics s = measure(64, 8, SMALL, m -> everyEighth(start(m)), true);
        Seen.outside("control, skip draw of 2017: S4 max |z|", s.maxPair(), 0, S4_MAX);
        Seen.outside("control, skip draw of 2017: S4 mean z2", s.meanPair(), 0.84, 1.16);
    }

    /** The same with the starts in turn, as somebody does it who wants the counts to look good: too even to be chance. */
    @Test
    void startsInTurnAreTooEvenForS2() {
        Statistics s = measure(64, 8, SMALL, m -> everyEighth(m % 8), true);
        Seen.outside("control, starts in turn: S2", s.inclusion(), S2[0], 1e9);
    }

    private static int[] everyEighth(int start) {
        return IntStream.range(0, 8).map(i -> start + 8 * i).toArray();
    }

    /** Hashed first: the first numbers of {@code new Random(m)} and {@code new Random(m + 1)} are alike. */
    private static int start(int m) {
        return Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m))[0] & 7;
    }

    @Test
    void byteModuloFailsS2() {
        Statistics s = measure(
                64,
                8,
                SMALL,
                m -> {
                    byte[] bytes = Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m));
                    int[] pool = IntStream.range(0, 64).toArray();
                    for (int i = 0; i < 8; i++) {
                        int j = i + (bytes[i] & 0xff) % (64 - i);
                        int t = pool[i];
                        pool[i] = pool[j];
                        pool[j] = t;
                    }
                    return Arrays.copyOf(pool, 8);
                },
                true);
        Seen.outside("control, byte mod n: S2", s.inclusion(), S2[0], S2[1]);
    }

    @Test
    void sortingWithARandomComparatorFailsS2S3AndS4() {
        Statistics s = measure(
                64,
                8,
                SMALL,
                m -> {
                    Random coin = new Random(m);
                    int[] pool = IntStream.range(0, 64).toArray();
                    for (int i = 1; i < 64; i++) {
                        for (int j = i; j > 0 && coin.nextBoolean(); j--) {
                            int t = pool[j];
                            pool[j] = pool[j - 1];
                            pool[j - 1] = t;
                        }
                    }
                    return Arrays.copyOf(pool, 8);
                },
                true);
        Seen.outside("control, random comparator: S2", s.inclusion(), S2[0], S2[1]);
        Seen.outside("control, random comparator: S3", s.first(), S2[0], S2[1]);
        Seen.outside("control, random comparator: S4 max |z|", s.maxPair(), 0, S4_MAX);
    }

    /** S7: one bit of any part of the seed flipped, and the new picks are as strange to the old as any other draw. */
    @Test
    void s7OneBitChangesEverything() {
        int n = 50;
        int pool = 1000;
        int rounds = FULL ? 10_000 : 400;
        IdTable ids = ids(pool);
        double overlap = IntStream.range(0, rounds)
                .parallel()
                .mapToLong(m -> overlap(ids, n, m))
                .sum();
        double mean = (double) n * n / pool;
        double variance = mean * (1 - (double) n / pool) * (pool - n) / (pool - 1);
        Seen.between(
                "S7 overlap after one flipped bit, z", (overlap - rounds * mean) / Math.sqrt(rounds * variance), -5, 5);
    }

    private static long overlap(IdTable ids, int n, int m) {
        List<byte[]> parts = new ArrayList<>();
        for (String name : List.of("dice", "KL8", "commit-reveal")) {
            parts.add(Hash.of(DrawHash.SHA_256).digest(Bytes.utf8(name), Bytes.u32(m)));
        }
        int[] one = draw(DrawHash.SHA_256, ids, seed(parts), n);
        parts.get(m % 3)[m / 3 % 32] ^= (byte) (1 << m % 8);
        int[] two = draw(DrawHash.SHA_256, ids, seed(parts), n);
        return Arrays.stream(one)
                .filter(i -> Arrays.stream(two).anyMatch(j -> j == i))
                .count();
    }

    private static byte[] seed(List<byte[]> parts) {
        return SeedRules.seed(
                DrawHash.SHA_256, "S7", parts.stream().map(Bytes::hex).toList());
    }

    private static Sampler tickets(DrawHash hash, int pool, int n) {
        IdTable ids = ids(pool);
        return m -> draw(hash, ids, Hash.of(hash).digest(Bytes.u32(m)), n);
    }

    private static int[] draw(DrawHash hash, IdTable ids, byte[] seed, int n) {
        return new Lottery(hash, seed, ids, null, null)
                .draw(new int[] {ids.size()}, new int[] {n}, 1)
                .get(0);
    }

    static IdTable ids(int n) {
        return IdTable.of(IntStream.range(0, n)
                .mapToObj(i -> "91411002%010d".formatted(i))
                .toList());
    }

    private static Statistics measure(int pool, int n, int rounds, Sampler sampler, boolean pairs) {
        // Sums do not mind who counts: every core takes a part of the seeds.
        int parts = Runtime.getRuntime().availableProcessors();
        Counts all = IntStream.range(0, parts)
                .parallel()
                .mapToObj(t -> count(
                        pool,
                        (int) ((long) rounds * t / parts),
                        (int) ((long) rounds * (t + 1) / parts),
                        sampler,
                        pairs))
                .reduce(Counts::plus)
                .orElseThrow();
        double max = 0;
        double squares = 0;
        double p = (double) n * (n - 1) / ((double) pool * (pool - 1));
        for (int i = 0; i < pool; i++) {
            for (int j = 0; j < i; j++) {
                double z = (all.joint[i][j] - rounds * p) / Math.sqrt(rounds * p * (1 - p));
                max = Math.max(max, Math.abs(z));
                squares += z * z;
            }
        }
        return new Statistics(
                chiSquare(all.included, rounds, (double) n / pool),
                chiSquare(all.first, rounds, 1.0 / pool),
                max,
                squares / (pool * (pool - 1) / 2.0));
    }

    private record Counts(long[] included, long[] first, long[][] joint) {
        Counts plus(Counts other) {
            for (int i = 0; i < included.length; i++) {
                included[i] += other.included[i];
                first[i] += other.first[i];
                for (int j = 0; j < included.length; j++) {
                    joint[i][j] += other.joint[i][j];
                }
            }
            return this;
        }
    }

    private static Counts count(int pool, int from, int to, Sampler sampler, boolean pairs) {
        Counts c = new Counts(new long[pool], new long[pool], new long[pool][pool]);
        for (int m = from; m < to; m++) {
            int[] drawn = sampler.draw(m);
            c.first[drawn[0]]++;
            for (int i : drawn) {
                c.included[i]++;
                if (pairs) {
                    for (int j : drawn) {
                        c.joint[i][j]++;
                    }
                }
            }
        }
        return c;
    }

    private static double chiSquare(long[] counts, int rounds, double p) {
        double sum = 0;
        for (long c : counts) {
            sum += (c - rounds * p) * (c - rounds * p);
        }
        return sum * (counts.length - 1) / counts.length / (rounds * p * (1 - p));
    }
}
