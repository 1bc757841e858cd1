package cn.zrzy.hub.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever happens to a dispatch in whatever order, it stays on the lines of the table. */
class DispatchLifeTests {

    /** The claim as the database makes it. */
    private static Dispatch claimed(Dispatch one, boolean askable) {
        Course course = one.course();
        Optional<Transition> line = Transitions.of(
                course.standing(), DispatchEvent.CLAIM, course.situation().unsure(), askable);
        return line.map(to -> Stood.at(
                        to.to(),
                        course.situation().unsure(),
                        askable,
                        course.tally(),
                        course.lease().leaseNo() + 1))
                .orElse(one);
    }

    @Property(tries = 2000)
    void noSequenceOfEventsLeavesTheTable(@ForAll @Size(max = 60) List<DispatchEvent> events, @ForAll boolean askable) {
        Dispatch one = Stood.at(Standing.OWED, false, askable, new Tally(0, 0, 0, 0), 0);
        for (DispatchEvent event : events) {
            Standing before = one.course().standing();
            boolean unsure = one.course().situation().unsure();
            long lease = one.course().lease().leaseNo();
            if (event == DispatchEvent.CLAIM) {
                one = claimed(one, askable);
            } else {
                one = Stood.reread(one);
                met(event, one);
            }
            Standing now = one.course().standing();
            assertThat(one.course().lease().leaseNo()).isGreaterThanOrEqualTo(lease);
            if (before == Standing.CONFIRMED) {
                assertThat(now)
                        .isIn(
                                event == DispatchEvent.DECLINED ? Standing.PARKED : Standing.CONFIRMED,
                                Standing.CONFIRMED);
            }
            neverResentBlindly(before, now, unsure, askable, event);
            soundInItself(one.course());
        }
    }

    private static void met(DispatchEvent event, Dispatch one) {
        try {
            Stood.happens(event, one, one.course().lease().leaseNo());
        } catch (LeaseLost | Rejected refused) {
            assertThat(one.course().hasMoved()).isFalse();
        }
    }

    /** From doubt to sending there is no way but their word that they have nothing, where they can be asked. */
    private static void neverResentBlindly(
            Standing before, Standing now, boolean unsure, boolean askable, DispatchEvent event) {
        if (unsure && askable && event != DispatchEvent.ABSENT) {
            assertThat(List.of(Standing.OWED, Standing.QUEUED))
                    .as(before + " " + event)
                    .doesNotContain(now);
        }
    }

    private static void soundInItself(Course course) {
        Standing now = course.standing();
        assertThat(now == Standing.OWED && course.situation().unsure()).isFalse();
        assertThat(now == Standing.DOUBTED && !course.situation().unsure()).isFalse();
        assertThat(now == Standing.CONFIRMED && course.situation().unsure()).isFalse();
        assertThat(now == Standing.PARKED && course.situation().causeCode().isEmpty())
                .isFalse();
    }
}
