package cn.zrzy.hub.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table: each standing meets each event, in doubt or not, with a partner that can be asked or not. */
class TransitionsTests {

    record Pair(Standing from, DispatchEvent event, boolean unsure, boolean askable) {
        Optional<Transition> line() {
            return Transitions.of(from, event, unsure, askable);
        }

        @Override
        public String toString() {
            return from
                    + (unsure ? " in doubt" : "")
                    + (askable ? " (askable) " : " (repeatable) ")
                    + line().map(to -> event + " → " + to.to()).orElse(event + " is refused");
        }
    }

    private static Stream<Pair> all() {
        return Stream.of(Standing.values())
                .flatMap(from -> Stream.of(DispatchEvent.values())
                        .filter(event -> event != DispatchEvent.CLAIM)
                        // On a lease that nobody has begun under, running out is one event and not two.
                        .filter(event -> event != DispatchEvent.POISON || from.isBegun() || !from.isLeased())
                        .flatMap(event -> Stream.of(0, 1, 2, 3)
                                .map(bits -> new Pair(from, event, (bits & 1) > 0, (bits & 2) > 0))));
    }

    private static Stream<Pair> allowed() {
        return all().filter(pair -> pair.line().isPresent());
    }

    private static Stream<Pair> refused() {
        return all().filter(pair -> pair.line().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allowed")
    void whatStandsInTheTableHappensAsItStandsThere(Pair pair) {
        Dispatch one = Stood.at(pair.from(), pair.unsure(), pair.askable());
        Transition line = pair.line().orElseThrow();
        assertThat(Stood.happens(pair.event(), one, Stood.LEASE)).isTrue();
        Course course = one.course();
        assertThat(course.standing()).isEqualTo(line.to());
        assertThat(course.hasMoved()).isEqualTo(!line.isStill());
        assertThat(course.moments().nextAt()).isEqualTo(next(line, course));
        assertThat(course.tally()).isEqualTo(new Tally(2, 1, 4, pair.from().isBegun() ? 1 : 0).with(line.marks()));
        assertThat(course.lease().leaseNo()).isEqualTo(Stood.LEASE);
        if (line.to().isLeased() && !line.isStill()) {
            assertThat(course.lease().leaseUntil()).isEqualTo(Stood.NOW.plusSeconds(40));
        }
        assertThat(one.confirmation().isPresent()).isEqualTo(line.to() == Standing.CONFIRMED && !line.isStill());
        assertThat(course.records().ended().isPresent()).isEqualTo(pair.from().isBegun() && !line.isStill());
        assertThat(course.records().act().isPresent()).isEqualTo(pair.event().by() == DispatchEvent.By.PERSON);
        rowIsSound(course);
    }

    private static OffsetDateTime next(Transition line, Course course) {
        return switch (line.next()) {
            case KEPT ->
                course.standing().isLeased()
                                || course.standing() == Standing.PARKED
                                || course.standing() == Standing.CONFIRMED
                        ? null
                        : Stood.NOW.minusSeconds(1);
            case NONE, LEASE -> null;
            case NOW -> Stood.NOW;
            // The fifth setback in a row: 5 s doubled four times.
            case BACKOFF -> Stood.NOW.plusSeconds(80);
            case TERM -> Stood.NOW.plus(Stood.TERM);
        };
    }

    /** What the table of the database demands of each state. */
    private static void rowIsSound(Course course) {
        DispatchState state = course.standing().state();
        assertThat(state != DispatchState.OWED && state != DispatchState.SENT
                        || course.moments().nextAt() != null)
                .isTrue();
        assertThat(state != DispatchState.CONFIRMED || course.moments().confirmedAt() != null)
                .isTrue();
        assertThat(state != DispatchState.PARKED
                        || !course.situation().causeCode().isEmpty()
                                && course.moments().parkedAt() != null)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatStandsNowhereIsRefusedAndChangesNothing(Pair pair) {
        Dispatch one = Stood.at(pair.from(), pair.unsure(), pair.askable());
        Course as = Stood.reread(one).course();
        switch (pair.event().by()) {
            case WORKER ->
                assertThatThrownBy(() -> Stood.happens(pair.event(), one, Stood.LEASE))
                        .isInstanceOf(LeaseLost.class);
            case PERSON ->
                assertThatThrownBy(() -> Stood.happens(pair.event(), one, Stood.LEASE))
                        .isInstanceOf(Rejected.class)
                        .extracting(e -> ((Rejected) e).code())
                        .isEqualTo("E-DISPATCH-STATE");
            case RELAY, FAILURE ->
                assertThat(Stood.happens(pair.event(), one, Stood.LEASE)).isFalse();
            case PARTNER -> throw new AssertionError("a receipt counts wherever we stand");
        }
        assertThat(one.course()).usingRecursiveComparison().isEqualTo(as);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void anOlderLeaseChangesNothingWhateverItSays(Pair pair) {
        List<DispatchEvent.By> fenced = List.of(DispatchEvent.By.WORKER, DispatchEvent.By.FAILURE);
        if (!fenced.contains(pair.event().by()) && pair.event() != DispatchEvent.RELEASE) {
            return;
        }
        Dispatch one = Stood.at(pair.from(), pair.unsure(), pair.askable());
        try {
            assertThat(Stood.happens(pair.event(), one, Stood.LEASE - 1)).isFalse();
        } catch (LeaseLost told) {
            assertThat(pair.event().by()).isEqualTo(DispatchEvent.By.WORKER);
        }
        assertThat(one.course().hasMoved()).isFalse();
        assertThat(one.course().records()).isEqualTo(Records.NONE);
    }

    @Test
    void ofOneStandingAndOneEventAtMostOneLineFits() {
        for (Pair pair : all().toList()) {
            assertThat(Transitions.all().stream()
                            .filter(line -> line.from() == pair.from()
                                    && line.event() == pair.event()
                                    && line.when().fits(pair.unsure(), pair.askable())))
                    .as(pair.toString())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }
}
