package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.freeze.RuleCheck;
import cn.zrzy.hub.draw.lottery.PickDraw;
import cn.zrzy.hub.draw.lottery.Quotas;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * S5: in ten thousand random shapes of strata every count is exact and every pick is the one that a plain sort of tickets
 * gives; inside the strata of one fixed shape everyone is as likely as S1 asks. Grouping, rounding and sorting are written
 * here a second time, by counting upwards instead of dividing.
 */
class StrataTests {

    private static final DrawRequest BARE = SampleDraw.request(9, 4, 1);
    private static final List<String> CLASSES = List.of("A", "B", "C", "D");
    private static final List<String> REGIONS = List.of("411002", "411003", "411024");
    private static final List<String> TYPES = List.of("企业", "宗地");
    private static final List<List<String>> CATEGORIES = List.of(List.of(), List.of("测绘"), List.of("测绘", "矿山"));

    /** What the pool and the rules make of one stratum, without {@link Quotas}. */
    private static final class Expected {
        final String item;
        final long bp;
        final List<String> members = new ArrayList<>();
        long quota;
        long reserve;

        Expected(String item, long bp) {
            this.item = item;
            this.bp = bp;
        }
    }

    @Test
    void s5TenThousandShapesAreExact() {
        int shapes = FairnessTests.FULL ? 10_000 : 500;
        int strata = 0;
        int refused = 0;
        double surplus = 0;
        double variance = 0;
        for (int m = 0; m < shapes; m++) {
            Random random = new Random(m);
            DrawRules rules = rules(random);
            List<PoolSubject> pool = pool(random, rules);
            Map<String, Expected> expected = new TreeMap<>();
            if (!expect(rules, pool, expected)) {
                assertThatThrownBy(() -> new Quotas(rules).strata(pool)).isInstanceOf(Rejected.class);
                refused++;
                continue;
            }
            List<Stratum> found = new Quotas(rules).strata(pool);
            assertThat(found)
                    .as("shape " + m)
                    .isEqualTo(expected.entrySet().stream()
                            .map(e -> stratum(e.getKey(), e.getValue()))
                            .toList());
            byte[] seed = Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m));
            Map<String, List<String>> drawn = drawn(rules, pool, found, seed);
            for (Map.Entry<String, Expected> e : expected.entrySet()) {
                Expected s = e.getValue();
                List<String> order = sorted(s.members, seed);
                List<String> own = drawn.getOrDefault(e.getKey(), List.of());
                assertThat(own).as("shape " + m).isEqualTo(order.subList(0, (int) (s.quota + s.reserve)));
                double p = (double) s.quota / s.members.size();
                String one = s.members.get(m % s.members.size());
                surplus += (order.indexOf(one) < s.quota ? 1 : 0) - p;
                variance += p * (1 - p);
                strata++;
            }
        }
        System.out.printf("seen S5: %d shapes, %d strata exact, %d refused as they must be%n", shapes, strata, refused);
        assertThat(strata).isGreaterThan(shapes);
        assertThat(refused).isBetween(1, shapes / 4);
        Seen.between("S5 one member of each stratum, z", surplus / Math.sqrt(variance), -5, 5);
    }

    /** The bounds leave p 0.0005 on either side of chi-square with N − 1 degrees of freedom. */
    @Test
    void s5EveryoneInAStratumIsEquallyLikely() {
        int seeds = FairnessTests.FULL ? 20_000 : 2_000;
        DrawRules rules = rules(
                List.of("class"),
                List.of(new DrawItem("T0", "", true, "X0", 10000, 0, List.of()), item("T1", "X1", 17)),
                List.of(scheme("X0", 500, 1000, 2000, 3333), scheme("X1", 3000, 0, 700, 0)),
                5000);
        List<PoolSubject> pool = new ArrayList<>();
        for (int i = 0; i < 180; i++) {
            String grade = i < 20 ? "A" : i < 60 ? "B" : i < 120 ? "C" : "D";
            boolean both = i < 20 || i >= 60 && i < 100;
            pool.add(subject(i, "411002", grade, List.of(), both ? List.of("T0", "T1") : List.of("T0"), ""));
        }
        List<Stratum> strata = new Quotas(rules).strata(pool);
        FrozenDraw frozen = frozen(rules, pool, strata);
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        strata.forEach(s -> counts.put(s.code(), new TreeMap<>()));
        for (int m = 0; m < seeds; m++) {
            for (Pick p : PickDraw.draw(frozen, Hash.of(DrawHash.SHA_256).digest(Bytes.u32(m)))) {
                if (p.rank() <= quota(strata, p.stratum())) {
                    counts.get(p.stratum()).merge(p.subjectId(), 1, Integer::sum);
                }
            }
        }
        Map<Integer, double[]> bounds =
                Map.of(20, new double[] {4.9, 46.0}, 40, new double[] {16.3, 74.7}, 60, new double[] {29.6, 101.4});
        for (Stratum s : strata) {
            int n = s.members();
            double p = (double) s.quota() / n;
            double sum = 0;
            for (int c : counts.get(s.code()).values()) {
                sum += (c - seeds * p) * (c - seeds * p);
            }
            sum += (n - counts.get(s.code()).size()) * (seeds * p) * (seeds * p);
            double x2 = sum * (n - 1) / n / (seeds * p * (1 - p));
            Seen.between(
                    "S5 X2 in " + s.code() + ", " + s.quota() + " of " + n, x2, bounds.get(n)[0], bounds.get(n)[1]);
        }
        assertThat(strata).hasSize(6);
    }

    /** false: the numbers cannot be met, and the hub must refuse. */
    private static boolean expect(DrawRules rules, List<PoolSubject> pool, Map<String, Expected> strata) {
        for (PoolSubject s : pool) {
            for (String item : s.exclusionCode().isEmpty() ? s.itemCodes() : List.<String>of()) {
                List<String> words = new ArrayList<>(List.of(item));
                for (String by : rules.stratifyBy()) {
                    words.add(Map.of(
                                    "class", s.creditClass(),
                                    "region", s.region(),
                                    "type", s.type(),
                                    "category", s.categories().isEmpty() ? "-" : String.join("+", s.categories()))
                            .get(by));
                }
                strata.computeIfAbsent(String.join("|", words), c -> new Expected(item, ratio(rules, s, item)))
                        .members
                        .add(s.id());
            }
        }
        for (DrawItem item : rules.items()) {
            List<Expected> own = strata.values().stream()
                    .filter(s -> s.item.equals(item.code()))
                    .toList();
            if (own.isEmpty() || item.total() > 0 && own.stream().allMatch(s -> s.bp == 0)) {
                return false;
            }
            if (item.total() == 0) {
                own.forEach(s -> s.quota = least(s.members.size() * s.bp, 10_000));
            } else {
                share(item.total(), own);
            }
        }
        for (Expected s : strata.values()) {
            if (s.quota == 0 && s.bp > 0 && rules.atLeastOne()) {
                s.quota = 1;
            }
            if (s.quota > s.members.size()) {
                return false;
            }
            s.reserve = Math.min(least(s.quota * rules.reserveBasisPoints(), 10_000), s.members.size() - s.quota);
        }
        return true;
    }

    /** The smallest n with n·unit ≥ what, by counting. */
    private static long least(long what, long unit) {
        long n = 0;
        while (n * unit < what) {
            n++;
        }
        return n;
    }

    /** Hamilton's method: whole places first, then one each to the largest remainder, the earlier code in a tie. */
    private static void share(long total, List<Expected> strata) {
        long all = strata.stream().mapToLong(s -> s.members.size() * s.bp).sum();
        long left = total;
        List<Expected> waiting = new ArrayList<>(strata);
        for (Expected s : strata) {
            while ((s.quota + 1) * all <= total * s.members.size() * s.bp) {
                s.quota++;
                left--;
            }
        }
        for (; left > 0; left--) {
            Expected next = waiting.get(0);
            for (Expected s : waiting) {
                next = rest(s, total, all) > rest(next, total, all) ? s : next;
            }
            waiting.remove(next);
            next.quota++;
        }
    }

    private static long rest(Expected s, long total, long all) {
        return total * s.members.size() * s.bp - s.quota * all;
    }

    private static long ratio(DrawRules rules, PoolSubject s, String item) {
        ToIntFunction<String> row = grade -> rules.ratioSchemes().stream()
                .filter(x -> x.id().equals("X" + item.charAt(1)))
                .flatMap(x -> x.classes().stream())
                .filter(r -> r.creditClass().equals(grade))
                .mapToInt(RatioScheme.ClassRatio::basisPoints)
                .findFirst()
                .orElse(-1);
        int own = rules.stratifyBy().contains("class") ? row.applyAsInt(s.creditClass()) : -1;
        return own >= 0 ? own : row.applyAsInt("*");
    }

    private static Stratum stratum(String code, Expected s) {
        return new Stratum(code, s.item, (int) s.bp, s.members.size(), (int) s.quota, (int) s.reserve);
    }

    private static List<String> sorted(List<String> members, byte[] seed) {
        Map<String, String> tickets = new TreeMap<>();
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String id : members) {
                byte[] raw = id.getBytes(StandardCharsets.US_ASCII);
                sha.update("SSJ1".getBytes(StandardCharsets.US_ASCII));
                sha.update(seed);
                sha.update((byte) raw.length);
                tickets.put(Bytes.hex(sha.digest(raw)), id);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(tickets.values());
    }

    private static Map<String, List<String>> drawn(
            DrawRules rules, List<PoolSubject> pool, List<Stratum> strata, byte[] seed) {
        Map<String, List<String>> drawn = new TreeMap<>();
        for (Pick p : PickDraw.draw(frozen(rules, pool, strata), seed)) {
            drawn.computeIfAbsent(p.stratum(), c -> new ArrayList<>()).add(p.subjectId());
        }
        return drawn;
    }

    private static FrozenDraw frozen(DrawRules rules, List<PoolSubject> pool, List<Stratum> strata) {
        DrawRequest request = SampleDraw.with(BARE, p -> {
            p.recusals = List.of();
            p.subjects = pool;
            p.rules = rules;
            return p;
        });
        return new FrozenDraw(request, strata, Collections.emptySortedMap(), new byte[0]);
    }

    private static int quota(List<Stratum> strata, String code) {
        return strata.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow()
                .quota();
    }

    private static DrawRules rules(Random random) {
        List<DrawItem> items = new ArrayList<>();
        List<RatioScheme> schemes = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            items.add(item("T" + i, "X" + i, random.nextInt(3) == 0 ? 1 + random.nextInt(25) : 0));
            schemes.add(scheme("X" + i, random.ints(4, -3000, 10_001).toArray()));
        }
        List<String> by =
                RuleCheck.DIMENSIONS.stream().filter(d -> random.nextBoolean()).toList();
        return rules(by, items, schemes, random.nextInt(10_001), random.nextBoolean());
    }

    private static DrawItem item(String code, String scheme, int total) {
        return new DrawItem(code, "", true, scheme, 10000, total, List.of());
    }

    /** A negative number: the class has no row of its own and the row * serves it. */
    private static RatioScheme scheme(String id, int... bp) {
        List<RatioScheme.ClassRatio> rows = new ArrayList<>();
        rows.add(new RatioScheme.ClassRatio("*", Math.floorMod(bp[0] * 7, 10_001), ""));
        IntStream.range(0, bp.length)
                .filter(i -> bp[i] >= 0)
                .forEach(i -> rows.add(new RatioScheme.ClassRatio(CLASSES.get(i), bp[i], "")));
        return new RatioScheme(id, "出处", rows);
    }

    private static DrawRules rules(List<String> by, List<DrawItem> items, List<RatioScheme> schemes, int reserveBp) {
        return rules(by, items, schemes, reserveBp, false);
    }

    private static DrawRules rules(
            List<String> by, List<DrawItem> items, List<RatioScheme> schemes, int reserveBp, boolean atLeastOne) {
        DrawRules r = SampleDraw.rules();
        return new DrawRules(
                DrawHash.SHA_256,
                by,
                items,
                schemes,
                atLeastOne,
                reserveBp,
                0,
                r.exclusions(),
                List.of(),
                List.of(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static List<PoolSubject> pool(Random random, DrawRules rules) {
        List<PoolSubject> pool = new ArrayList<>();
        int subjects = 1 + random.nextInt(1 + random.nextInt(150));
        for (int i = 0; i < subjects; i++) {
            List<String> items = rules.items().stream()
                    .map(DrawItem::code)
                    .filter(c -> c.equals("T0") || random.nextInt(3) > 0)
                    .toList();
            pool.add(subject(
                    i,
                    REGIONS.get(random.nextInt(3)),
                    CLASSES.get(random.nextInt(4)),
                    CATEGORIES.get(random.nextInt(3)),
                    items,
                    random.nextInt(12) == 0 ? "YQ" : ""));
        }
        return pool;
    }

    private static PoolSubject subject(
            int i, String region, String grade, List<String> categories, List<String> items, String exclusion) {
        return new PoolSubject(
                "XM:%06d".formatted(i), TYPES.get(i % 2), region, categories, grade, items, exclusion, 0, "");
    }
}
