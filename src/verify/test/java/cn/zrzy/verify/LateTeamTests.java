package cn.zrzy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Late teams that need somebody out of another team (sample moved.zip): every other lawful answer is red in all three
 * verifiers.
 */
class LateTeamTests {

    private Forge moved;
    private Network net;
    private List<Papers.Seat> seats;

    @BeforeEach
    void open() throws IOException {
        moved = Forge.of(Files.readAllBytes(Path.of("src/test/resources/samples/draw/moved.zip")))
                .settle();
        Bundle b = SmallBundles.open(moved);
        net = Network.of(b, b.result().ladder());
        seats = new ArrayList<>(moved.text("current.teams.csv")
                .lines()
                .skip(1)
                .map(l -> l.split(","))
                .map(f -> new Papers.Seat(f[0], f[1], f[2], ""))
                .toList());
    }

    /** A recusal and a reserve that moves up: one seat of one other team each, no more. */
    @Test
    void oneSeatOfOneOtherTeamChangesForEachEntry() {
        List<String> late = new ArrayList<>();
        moved.rows("corrections.jsonl").forEach(c -> late.add(c.get(3).asText()));
        Set<String> before = lines("result.teams.csv", late);
        Set<String> after = lines("current.teams.csv", late);
        Set<String> fresh = new HashSet<>(after);
        fresh.removeAll(before);
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(after);
        assertThat(lost).hasSize(2);
        // Two seats elsewhere, and the whole team of the reserve that moved up.
        assertThat(fresh).hasSize(2 + 2);
        assertThat(AgreementTests.verdict(AgreementTests.same(moved.zip(), ""))).isEqualTo("pass");
    }

    @Test
    void anotherTeamChangedForNothingIsRed() {
        for (int a = 0; a < seats.size(); a++) {
            for (int b = a + 1; b < seats.size(); b++) {
                Papers.Seat one = seats.get(a);
                Papers.Seat other = seats.get(b);
                if (one.role().equals(other.role())
                        && may(one.inspector(), other.subject(), other.role())
                        && may(other.inspector(), one.subject(), one.role())) {
                    seats.set(a, new Papers.Seat(one.subject(), one.role(), other.inspector(), ""));
                    seats.set(b, new Papers.Seat(other.subject(), other.role(), one.inspector(), ""));
                    red("E-CURRENT");
                    return;
                }
            }
        }
        throw new IllegalStateException("no two seats to exchange");
    }

    /** The recused leader helps a third team, whose leader comes: also one change, but not the cheapest. */
    @Test
    void asFewChangesButDearerIsRed() {
        ArrayNode recusal = moved.rows("corrections.jsonl").get(0);
        String late = recusal.get(3).asText();
        String free = recusal.get(4).asText();
        int lead = indexOf(late, "组长");
        String came = seats.get(lead).inspector();
        int back = indexOf(
                seats.stream()
                        .filter(s -> s.inspector().equals(free) && !original(s))
                        .findFirst()
                        .orElseThrow()
                        .subject(),
                "组长");
        for (int i = 0; i < seats.size(); i++) {
            Papers.Seat third = seats.get(i);
            if (third.role().equals("组长")
                    && i != lead
                    && i != back
                    && original(third)
                    && may(free, third.subject(), "组长")
                    && may(third.inspector(), late, "组长")) {
                seats.set(back, new Papers.Seat(seats.get(back).subject(), "组长", came, ""));
                seats.set(i, new Papers.Seat(third.subject(), "组长", free, ""));
                seats.set(lead, new Papers.Seat(late, "组长", third.inspector(), ""));
                red("E-CURRENT");
                return;
            }
        }
        throw new IllegalStateException("no third team");
    }

    @Test
    void theLateSubjectWithoutTeamIsRed() {
        String late = moved.rows("corrections.jsonl").get(0).get(3).asText();
        seats.removeIf(s -> s.subject().equals(late));
        red("E-CURRENT");
    }

    /** Teams that break the rules cannot be moved about: the entry itself is a fault. */
    @Test
    void movingUnlawfulTeamsIsRed() {
        List<ArrayNode> people = moved.rows("inspectors.jsonl");
        people.forEach(p -> p.set(6, Forge.array(1).get(0)));
        moved.rows("inspectors.jsonl", people).settle();
        String report = AgreementTests.same(moved.zip(), "");
        assertThat(SmallBundles.errors(report)).containsEntry("corrections", "fail E-CORRECTION");
    }

    private void red(String code) {
        Comparator<Papers.Seat> order = Comparator.comparing(Papers.Seat::subject)
                .thenComparing(s -> List.of("组长", "组员").indexOf(s.role()))
                .thenComparing(Papers.Seat::inspector, Text.BY_BYTES);
        StringBuilder out = new StringBuilder(Rows.SEATS + "\n");
        seats.stream()
                .sorted(order)
                .forEach(s -> out.append(String.join(
                                ",",
                                s.subject(),
                                s.role(),
                                s.inspector(),
                                Bits.hex(net.pair(s.subject(), s.inspector()))))
                        .append('\n'));
        assertThat(out.toString()).isNotEqualTo(moved.text("current.teams.csv"));
        moved.text("current.teams.csv", out.toString()).settle();
        String report = AgreementTests.same(moved.zip(), "");
        assertThat(SmallBundles.errors(report)).containsEntry("corrections", "fail " + code);
        assertThat(SmallBundles.errors(report).values().stream()
                        .filter(s -> s.startsWith("fail"))
                        .count())
                .isOne();
    }

    private boolean may(String inspector, String subject, String role) {
        Rules.Team plan = net.plan(subject);
        boolean sits = seats.stream()
                .anyMatch(s -> s.subject().equals(subject) && s.inspector().equals(inspector));
        return plan != null
                && !sits
                && net.mayServe(subject).get(plan.role(role)).contains(net.line(inspector));
    }

    private boolean original(Papers.Seat seat) {
        return moved.text("result.teams.csv").contains(seat.subject() + "," + seat.role() + "," + seat.inspector());
    }

    private int indexOf(String subject, String role) {
        for (int i = 0; i < seats.size(); i++) {
            if (seats.get(i).subject().equals(subject) && seats.get(i).role().equals(role)) {
                return i;
            }
        }
        throw new IllegalStateException(subject);
    }

    private Set<String> lines(String file, List<String> without) {
        Set<String> out = new HashSet<>();
        Consumer<String> keep = l -> {
            if (!without.contains(l.split(",")[0])) {
                out.add(l);
            }
        };
        moved.text(file).lines().forEach(keep);
        return out;
    }
}
