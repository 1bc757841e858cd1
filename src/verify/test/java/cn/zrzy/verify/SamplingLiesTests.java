package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lies about rounding by chance and weights (sample research.zip): each turns its step red in all three verifiers. */
class SamplingLiesTests {

    private record Lie(String name, String sample, String step, String fault, Consumer<Forge> change) {
        @Override
        public String toString() {
            return name + " → " + step + " " + fault;
        }
    }

    private static Lie lie(String name, String step, String fault, Consumer<Forge> change) {
        return new Lie(name, "research", step, fault, change);
    }

    private static Lie rules(String name, String step, String fault, Consumer<ObjectNode> change) {
        return lie(name, step, fault, f -> f.json("rules.json", change).settle());
    }

    static Stream<Lie> lies() {
        return Stream.of(
                rules("remainder + 1", "quotas", "E-QUOTA", r -> add(r, 6, 1)),
                rules("floor + 1", "quotas", "E-QUOTA", r -> add(r, 4, 1)),
                rules("a reserve less", "quotas", "E-RESERVE", r -> add(r, 5, -1)),
                rules("research named, yet none", "form", "E-FIELD", r -> r.set("research", Forge.array())),
                rules("weights named, yet none", "form", "E-FIELD", r -> r.set("weights", Forge.array())),
                rules("a weight that is the usual one", "form", "E-FIELD", r -> weights(r, List.of("NRP-01", "C", 1))),
                rules("a weight past one byte", "form", "E-FIELD", r -> weights(r, List.of("NRP-01", "C", 256))),
                rules("a weight for no item", "form", "E-FIELD", r -> weights(r, List.of("NRP-99", "C", 2))),
                rules(
                        "weights out of order",
                        "form",
                        "E-FIELD",
                        r -> weights(r, List.of("NRP-01", "D", 5), List.of("NRP-01", "C", 2))),
                rules(
                        "a class twice",
                        "form",
                        "E-FIELD",
                        r -> weights(r, List.of("NRP-01", "C", 2), List.of("NRP-01", "C", 5))),
                rules(
                        "a remainder for a usual item",
                        "form",
                        "E-FIELD",
                        r -> strata(r).forEach(s -> s.add(s.size() == 6 ? 0 : 1))),
                rules(
                        "research without remainder",
                        "form",
                        "E-FIELD",
                        r -> strata(r).forEach(s -> s.remove(6))),
                rules(
                        "research with a fixed total",
                        "form",
                        "E-FIELD",
                        r -> ((ArrayNode) r.at("/items/0"))
                                .set(5, Forge.array(9).get(0))),
                rules(
                        "research of an unknown item",
                        "form",
                        "E-FIELD",
                        r -> r.set("research", Forge.array("NRP-01", "NRP-99"))),
                rules(
                        "a weight changed",
                        "picks",
                        "E-PICK",
                        r -> weights(r, List.of("NRP-01", "C", 2), List.of("NRP-01", "D", 200))),
                lie("rounded up where chance says down", "picks", "E-PICK", f -> round(f, false)),
                lie("rounded down where chance says up", "picks", "E-PICK", f -> round(f, true)),
                new Lie(
                        "weights where the platform draws",
                        "platform",
                        "quotas",
                        "E-QUOTA",
                        f -> f.json("rules.json", r -> weights(r, List.of("NRP-01", "C", 2)))
                                .settle()));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void everyLieTurnsItsStepRed(Lie lie) throws IOException {
        Forge forge = open(lie.sample);
        lie.change.accept(forge);
        String report = AgreementTests.same(forge.zip(), "");
        assertThat(SmallBundles.errors(report)).containsEntry(lie.step, "fail " + lie.fault);
    }

    /** The sample shows both: strata rounded down and up, and tickets that are not the plain ones. */
    @Test
    void theSampleHasEveryCase() throws IOException {
        Bundle b = SmallBundles.open(open("research"));
        List<Long> more = b.rules().strata().stream()
                .filter(s -> s.remainder() > 0)
                .map(s -> PickStep.places(b, s) - s.places())
                .toList();
        assertThat(more).contains(0L, 1L);
        long best = b.drawn().stream()
                .filter(p -> !p.ticket().equals(Bits.hex(b.ticket("SSJ1", p.subject()))))
                .count();
        assertThat(best).isPositive();
        assertThat(b.drawn()).hasSizeGreaterThan((int) best);
    }

    private static Forge open(String sample) throws IOException {
        return Forge.of(Files.readAllBytes(Path.of("src/test/resources/samples/draw/" + sample + ".zip")))
                .settle();
    }

    private static List<ArrayNode> strata(ObjectNode rules) {
        List<ArrayNode> out = new ArrayList<>();
        rules.get("strata").forEach(s -> out.add((ArrayNode) s));
        return out;
    }

    private static void add(ObjectNode rules, int column, int n) {
        ArrayNode s = strata(rules).get(0);
        s.set(column, Forge.array(s.get(column).asInt() + n).get(0));
    }

    private static void weights(ObjectNode rules, Object... rows) {
        rules.set("weights", Forge.array(rows));
    }

    /** Moves the last place of a stratum that went up to the reserve, or the first reserve of one that did not up. */
    private static void round(Forge f, boolean up) {
        Bundle b = SmallBundles.open(f);
        Rules.Stratum s = b.rules().strata().stream()
                .filter(x -> x.remainder() > 0 && (PickStep.places(b, x) > x.places()) == up)
                .findFirst()
                .orElseThrow();
        String from = up ? "result.objects.csv" : "reserve.csv";
        String to = up ? "reserve.csv" : "result.objects.csv";
        long rank = PickStep.places(b, s) + (up ? 0 : 1);
        String row = f.text(from)
                .lines()
                .filter(l -> l.startsWith(s.code() + "," + rank + ","))
                .findFirst()
                .orElseThrow();
        f.edit(from, t -> t.replace(row + "\n", ""));
        List<String> rows = new ArrayList<>(f.text(to).lines().toList());
        int at = 1;
        while (at < rows.size() && Text.BY_BYTES.compare(rows.get(at).split(",")[0], s.code()) < (up ? 0 : 1)) {
            at++;
        }
        rows.add(at, row);
        f.text(to, String.join("\n", rows) + "\n").settle();
    }
}
