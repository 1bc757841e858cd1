package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * S1–S4 and S7 of the protocol on fixed seeds at the stated sizes, two-sided: too even fails too. About two minutes;
 * {@code -Ddraw.statistics=quick} runs a smaller sample while working on the draw.
 */
class FairnessTests {

    private static final boolean FULL = !"quick".equals(System.getProperty("draw.statistics"));

    /** Draws n of N, in order, for seed number m. */
    private interface Sampler {
        int[] draw(int m);
    }

    private record Statistics(double inclusion, double first, double maxPair, double meanPair) {}

    @Test
    void s1EveryoneIsIncludedEquallyOften() {
        Statistics s = measure(1000, 50, FULL ? 100_000 : 3_000, tickets(1000, 50), false);
        assertThat(s.inclusion()).isBetween(858.0, 1153.0);
    }

    @Test
    void s2s3s4SmallPool() {
        Statistics s = measure(64, 8, FULL ? 1_000_000 : 40_000, tickets(64, 8), true);
        assertThat(s.inclusion()).isBetween(32.0, 107.0);
        assertThat(s.first()).isBetween(32.0, 107.0);
        assertThat(s.maxPair()).isLessThan(5.0);
        assertThat(s.meanPair()).isBetween(0.84, 1.16);
    }

    /** The open system of 2017: one start, then every N/n-th. Every single chance is right, every pair is wrong. */
    @Test
    void skipDrawOf2017Fails() {
        Statistics s = measure(
                64,
                8,
                40_000,
                m -> {
                    int start = new Random(m).nextInt(8);
                    return java.util.stream.IntStream.range(0, 8)
                            .map(i -> start + 8 * i)
                            .toArray();
                },
                true);
        assertThat(s.maxPair()).isGreaterThan(100);
        assertThat(s.meanPair()).isGreaterThan(1.16);
    }

    @Test
    void byteModuloFails() {
        Statistics s = measure(
                64,
                8,
                40_000,
                m -> {
                    byte[] bytes = Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m));
                    int[] pool = java.util.stream.IntStream.range(0, 64).toArray();
                    for (int i = 0; i < 8; i++) {
                        int j = i + (bytes[i] & 0xff) % (64 - i);
                        int t = pool[i];
                        pool[i] = pool[j];
                        pool[j] = t;
                    }
                    return Arrays.copyOf(pool, 8);
                },
                true);
        assertThat(s.inclusion()).isGreaterThan(107);
    }

    @Test
    void sortingWithARandomComparatorFails() {
        Statistics s = measure(
                64,
                8,
                40_000,
                m -> {
                    Random coin = new Random(m);
                    int[] pool = java.util.stream.IntStream.range(0, 64).toArray();
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
        assertThat(s.inclusion()).isGreaterThan(107);
    }

    /** S7: one bit of any source flipped, and the new picks are as strange to the old ones as any other draw. */
    @Test
    void s7OneBitChangesEverything() {
        int n = 50;
        int pool = 1000;
        int rounds = FULL ? 10_000 : 400;
        IdTable ids = ids(pool);
        double overlap = 0;
        for (int m = 0; m < rounds; m++) {
            byte[] value = Bytes.u32(m);
            byte[] flipped = value.clone();
            flipped[m % 4] ^= (byte) (1 << m % 8);
            int[] one = draw(ids, seed("dice:" + Bytes.hex(value)), n);
            int[] two = draw(ids, seed("dice:" + Bytes.hex(flipped)), n);
            overlap += Arrays.stream(one)
                    .filter(i -> Arrays.stream(two).anyMatch(j -> j == i))
                    .count();
        }
        double mean = (double) n * n / pool;
        double variance = mean * (1 - (double) n / pool) * (pool - n) / (pool - 1);
        assertThat((overlap - rounds * mean) / Math.sqrt(rounds * variance)).isBetween(-5.0, 5.0);
    }

    private static byte[] seed(String part) {
        return SeedRules.seed(DrawHash.SHA_256, "S7", java.util.List.of(part));
    }

    private static Sampler tickets(int pool, int n) {
        IdTable ids = ids(pool);
        return m -> draw(ids, Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m)), n);
    }

    private static int[] draw(IdTable ids, byte[] seed, int n) {
        return new Lottery(DrawHash.SHA_256, seed, ids, null, null)
                .draw(new int[] {ids.size()}, new int[] {n}, 1)
                .get(0);
    }

    static IdTable ids(int n) {
        return IdTable.of(java.util.stream.IntStream.range(0, n)
                .mapToObj(i -> "91411002%010d".formatted(i))
                .toList());
    }

    private static Statistics measure(int pool, int n, int rounds, Sampler sampler, boolean pairs) {
        long[] included = new long[pool];
        long[] first = new long[pool];
        long[][] joint = new long[pool][pool];
        for (int m = 0; m < rounds; m++) {
            int[] drawn = sampler.draw(m);
            first[drawn[0]]++;
            for (int i : drawn) {
                included[i]++;
                if (pairs) {
                    for (int j : drawn) {
                        joint[i][j]++;
                    }
                }
            }
        }
        double max = 0;
        double squares = 0;
        double p = (double) n * (n - 1) / ((double) pool * (pool - 1));
        for (int i = 0; i < pool; i++) {
            for (int j = 0; j < i; j++) {
                double z = (joint[i][j] - rounds * p) / Math.sqrt(rounds * p * (1 - p));
                max = Math.max(max, Math.abs(z));
                squares += z * z;
            }
        }
        return new Statistics(
                chiSquare(included, rounds, (double) n / pool),
                chiSquare(first, rounds, 1.0 / pool),
                max,
                squares / (pool * (pool - 1) / 2.0));
    }

    private static double chiSquare(long[] counts, int rounds, double p) {
        double sum = 0;
        for (long c : counts) {
            sum += (c - rounds * p) * (c - rounds * p);
        }
        return sum * (counts.length - 1) / counts.length / (rounds * p * (1 - p));
    }
}
