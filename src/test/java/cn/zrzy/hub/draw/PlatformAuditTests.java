package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zrzy.hub.draw.PlatformAudit.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The platform's year under the microscope: a fair one is left alone, each planted pattern is pointed at by its question. */
class PlatformAuditTests {

    private static final double ALPHA = 0.05;
    private static final int YEARS = 1000;
    private static final int DRAWS = 10;
    private static final int POOL = 240;
    private static final int PEOPLE = 20;
    private static final String[] CLASSES = {"A", "B", "B", "C", "C", "D"};

    /** Which of a list are drawn, and who goes to each. */
    private interface Drawer {
        Set<Integer> picks(Random luck, int pool, int drawn);
    }

    private interface Sender {
        List<String> team(Random luck, List<List<String>> roles, int visit);
    }

    @Test
    void aFairPlatformIsPointedAtInAboutAsManyYearsAsStated() {
        Map<Question, Integer> byQuestion = new EnumMap<>(Question.class);
        int pointedAt = 0;
        for (int seed = 0; seed < YEARS; seed++) {
            List<PlatformAudit.Answer> signals = year(seed, PlatformAuditTests::fair, PlatformAuditTests::any)
                    .signals();
            pointedAt += signals.isEmpty() ? 0 : 1;
            signals.forEach(signal -> byQuestion.merge(signal.question(), 1, Integer::sum));
        }
        System.out.println("fair years pointed at: " + pointedAt + " of " + YEARS + " " + byQuestion);
        // At most α by construction; above it a law is wrong, far below it the audit sleeps.
        assertThat(pointedAt).isBetween(15, (int) (YEARS * ALPHA));
    }

    @Test
    void neighboursOnTheListArePointedAt() {
        Drawer wuhan = (luck, pool, drawn) -> {
            int start = luck.nextInt(pool - drawn);
            return new HashSet<>(IntStream.range(start, start + drawn).boxed().toList());
        };
        found(Question.NEIGHBOUR, wuhan, PlatformAuditTests::any, "");
    }

    @Test
    void aFixedStepIsPointedAtAsTooEven() {
        Drawer skip = (luck, pool, drawn) -> {
            int step = pool / drawn;
            int start = luck.nextInt(step);
            return new HashSet<>(
                    IntStream.range(0, drawn).map(i -> start + i * step).boxed().toList());
        };
        found(Question.SPACING, skip, PlatformAuditTests::any, "");
    }

    @Test
    void theHeadOfTheListIsPointedAt() {
        Drawer early = (luck, pool, drawn) -> fair(luck, pool * 3 / 5, drawn);
        found(Question.ORDER, early, PlatformAuditTests::any, "");
    }

    @Test
    void aSparedClassIsPointedAt() {
        Drawer spared = (luck, pool, drawn) -> {
            Set<Integer> picks = new HashSet<>();
            while (picks.size() < drawn) {
                int next = luck.nextInt(pool);
                if (!CLASSES[next % CLASSES.length].equals("D") || luck.nextInt(6) == 0) {
                    picks.add(next);
                }
            }
            return picks;
        };
        found(Question.CLASS, spared, PlatformAuditTests::any, "D");
    }

    @Test
    void theSameSubjectsAgainAndAgainArePointedAt() {
        Drawer favourites = (luck, pool, drawn) -> {
            Set<Integer> picks = new HashSet<>();
            while (picks.size() < drawn) {
                picks.add(luck.nextInt(2) == 0 ? luck.nextInt(24) * 10 : luck.nextInt(pool));
            }
            return picks;
        };
        found(Question.REPEAT, favourites, PlatformAuditTests::any, "");
    }

    @Test
    void whoHasARelativeIsAvoidedAndThatIsPointedAt() {
        Drawer avoiding = (luck, pool, drawn) -> {
            Set<Integer> picks = new HashSet<>();
            while (picks.size() < drawn) {
                int next = luck.nextInt(pool);
                if (next % 5 != 0 || luck.nextInt(8) == 0) {
                    picks.add(next);
                }
            }
            return picks;
        };
        found(Question.RECUSAL, avoiding, PlatformAuditTests::any, "");
    }

    @Test
    void twoWhoAlwaysGoTogetherArePointedAt() {
        Sender friends = (luck, roles, visit) -> visit % 5 == 0 ? List.of("L01", "M03") : fairTeam(luck, roles);
        found(Question.PAIR, PlatformAuditTests::fair, friends, "L01 与 M03");
    }

    @Test
    void oneWhoGoesEverywhereIsPointedAt() {
        Sender overloaded = (luck, roles, visit) -> {
            String leader = fairTeam(luck, roles).get(0);
            return visit % 3 == 0 ? List.of(leader, "M05") : fairTeam(luck, roles);
        };
        found(Question.LOAD, PlatformAuditTests::fair, overloaded, "M05");
    }

    @Test
    void theSameYearGivesTheSameReport() {
        assertThat(year(7, PlatformAuditTests::fair, PlatformAuditTests::any))
                .isEqualTo(year(7, PlatformAuditTests::fair, PlatformAuditTests::any));
        assertThat(PlatformAudit.of(2026, ALPHA, List.of()).standing()).isEmpty();
    }

    /** Against every subset of a small list, so that no formula has to be believed. */
    @Test
    void lawsAgreeWithCountingEverySample() {
        int all = 13;
        int drawn = 5;
        double[] neighbours = new double[drawn + 1];
        double[] empty = new double[drawn + 1];
        double[] marked = new double[drawn + 1];
        int samples = 0;
        for (int bits = 0; bits < 1 << all; bits++) {
            if (Integer.bitCount(bits) != drawn) {
                continue;
            }
            samples++;
            neighbours[Integer.bitCount(bits & bits >> 1)]++;
            marked[Integer.bitCount(bits & 0b1011)]++;
            int hollow = 0;
            int from = 0;
            for (int cell = 0; cell < drawn; cell++) {
                int width = Chance.width(all, drawn, cell);
                hollow += (bits >> from & (1 << width) - 1) == 0 ? 1 : 0;
                from += width;
            }
            empty[hollow]++;
        }
        for (int k = 0; k <= drawn; k++) {
            assertThat(at(Chance.neighbours(all, drawn), k)).isCloseTo(neighbours[k] / samples, within(1e-12));
            assertThat(at(Chance.emptyCells(all, drawn), k)).isCloseTo(empty[k] / samples, within(1e-12));
            assertThat(at(Chance.hypergeometric(all, 3, drawn), k)).isCloseTo(marked[k] / samples, within(1e-12));
        }
        assertThat(Chance.normal(-1.959964)).isCloseTo(0.025, within(1e-7));
        assertThat(Chance.hypergeometric(35_000, 7_000, 350).mean()).isCloseTo(70, within(1e-6));
        assertThat(Chance.emptyCells(35_000, 350).mean()).isCloseTo(350 * Math.exp(-1), within(1.0));
    }

    private static double at(Chance law, int k) {
        return law.atMost(k) - law.atMost(k - 1);
    }

    private static void found(Question question, Drawer drawer, Sender sender, String about) {
        int years = 20;
        int pointedAt = 0;
        for (int seed = 0; seed < years; seed++) {
            pointedAt += year(seed, drawer, sender).signals().stream()
                            .anyMatch(s -> s.question() == question && s.about().equals(about))
                    ? 1
                    : 0;
        }
        assertThat(pointedAt).as(question + " points at the pattern").isGreaterThanOrEqualTo(19);
    }

    private static PlatformAudit.Report year(int seed, Drawer drawer, Sender sender) {
        Random luck = new Random(seed);
        List<AuditedDraw> draws = new ArrayList<>();
        List<List<String>> roles = List.of(people("L", PEOPLE / 3), people("M", PEOPLE - PEOPLE / 3));
        int visit = 0;
        for (int d = 0; d < DRAWS; d++) {
            List<AuditedDraw.Member> members = new ArrayList<>();
            for (int i = 0; i < POOL; i++) {
                members.add(new AuditedDraw.Member("S%04d".formatted(i), CLASSES[i % CLASSES.length], i % 5 == 0));
            }
            Set<String> picked = new HashSet<>();
            drawer.picks(luck, POOL, 16).forEach(i -> picked.add("S%04d".formatted(i)));
            List<AuditedDraw.Trip> trips = new ArrayList<>();
            for (int v = 0; v < picked.size(); v++) {
                trips.add(new AuditedDraw.Trip(roles, Set.of(), sender.team(luck, roles, visit++)));
            }
            LocalDate day = LocalDate.of(2026, 2, 10).plusDays(d * 30L);
            draws.add(new AuditedDraw(day, List.of(new AuditedDraw.Layer("NRP-01", members, picked)), trips));
        }
        return PlatformAudit.of(2026, ALPHA, draws);
    }

    private static List<String> people(String letter, int n) {
        return IntStream.range(0, n).mapToObj(i -> letter + "%02d".formatted(i)).toList();
    }

    private static Set<Integer> fair(Random luck, int pool, int drawn) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, pool).boxed().toList());
        Collections.shuffle(places, luck);
        return Set.copyOf(places.subList(0, drawn));
    }

    private static List<String> any(Random luck, List<List<String>> roles, int visit) {
        return fairTeam(luck, roles);
    }

    /** A leader and a member. */
    private static List<String> fairTeam(Random luck, List<List<String>> roles) {
        return List.of(
                roles.get(0).get(luck.nextInt(roles.get(0).size())),
                roles.get(1).get(luck.nextInt(roles.get(1).size())));
    }
}
