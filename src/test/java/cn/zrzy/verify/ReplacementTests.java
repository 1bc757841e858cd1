package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.draw.RandomDraws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One inspector of a team replaced by another who may serve there too, within every cap: lawful in each single rule, and
 * not the draw. Every one of them must fall to the published prices, and to nothing before them.
 */
class ReplacementTests {

    /** {@code -Dverify.replacements=1000} in bin/soak. */
    private static final int WANTED = Integer.getInteger("verify.replacements", 100);

    private static final int PER_BUNDLE = 25;
    private static final int SAMPLE = 10;

    private record Replacement(int seat, String inspector) {}

    private record Case(String name, Forge forge) {}

    @Test
    void everyReplacementIsCaughtByThePrices() {
        List<Case> cases = new ArrayList<>();
        for (int n = 0; cases.size() < WANTED; n++) {
            Forge base = Forge.of(RandomDraws.bundle(n));
            if (base.files.containsKey("prices.bin")) {
                cases.addAll(cases(n, base.settle(), WANTED - cases.size()));
            }
        }
        List<Case> missed = cases.parallelStream()
                .filter(c -> !caught(Verification.run(c.forge.zip(), "", Trio.NOW, "zh", false)
                        .json()))
                .toList();
        assertThat(missed).isEmpty();
        for (int i = 0; i < WANTED; i += WANTED / SAMPLE) {
            assertThat(caught(AgreementTests.same(cases.get(i).forge.zip(), "")))
                    .as(cases.get(i).name)
                    .isTrue();
        }
        System.out.printf("seen replacements: %d of %d caught, %d of them by all three%n", WANTED, WANTED, SAMPLE);
    }

    private static boolean caught(String report) {
        Map<String, String> steps = SmallBundles.errors(report);
        return steps.get("optimal").equals("fail E-PRICE")
                && steps.get("teams").strip().equals("pass");
    }

    private static List<Case> cases(int n, Forge base, int most) {
        Bundle b = new Bundle(base.zip(), Trio.NOW);
        Network net = Network.of(b, b.result().ladder());
        List<Replacement> all = replacements(net, b.teams());
        Collections.shuffle(all, new Random(n));
        return all.stream()
                .limit(Math.min(PER_BUNDLE, most))
                .map(r -> new Case("bundle " + n + ", " + r, replaced(base, net, b.teams(), r)))
                .toList();
    }

    private static Forge replaced(Forge base, Network net, List<Papers.Seat> seats, Replacement r) {
        List<Papers.Seat> other = new ArrayList<>(seats);
        Papers.Seat seat = other.get(r.seat);
        other.set(r.seat, new Papers.Seat(seat.subject(), seat.role(), r.inspector, ""));
        Forge forge = base.copy().text("result.teams.csv", SmallBundles.csv(net, other));
        return forge.result().log().seal();
    }

    private static List<Replacement> replacements(Network net, List<Papers.Seat> seats) {
        Map<String, Integer> load = new HashMap<>();
        seats.forEach(s -> load.merge(s.inspector(), 1, Integer::sum));
        List<Replacement> out = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            Papers.Seat seat = seats.get(i);
            for (int line :
                    net.mayServe(seat.subject()).get(net.plan(seat.subject()).role(seat.role()))) {
                Papers.Inspector other = net.inspectors.get(line);
                boolean there = seats.stream()
                        .anyMatch(s -> s.subject().equals(seat.subject())
                                && s.inspector().equals(other.id()));
                if (!there && load.getOrDefault(other.id(), 0) < net.cap(other)) {
                    out.add(new Replacement(i, other.id()));
                }
            }
        }
        return out;
    }
}
