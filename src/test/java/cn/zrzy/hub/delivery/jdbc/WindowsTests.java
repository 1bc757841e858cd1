package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Halt;
import cn.zrzy.hub.delivery.PartnerState;
import cn.zrzy.hub.delivery.Standstill;
import cn.zrzy.hub.delivery.window.Opening;
import cn.zrzy.hub.delivery.window.Term;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.kernel.Beijing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partner's calendar against the database's clock: when it is open nothing is given out, and at no other time. */
class WindowsTests {

    private static final String ROUTE = "publish-plan-to-province";

    private final LedgerFixture hub = new LedgerFixture();
    private final JdbcWindows windows = new JdbcWindows(hub.jdbc);
    private final LocalDateTime now = LocalDateTime.now(Beijing.ZONE).truncatedTo(ChronoUnit.MINUTES);

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void anOpenWindowHoldsWhatIsOwedAndGoesOnByItself() {
        hub.owe(ROUTE, "P1@1", "XC-2026-P01");
        enter(once(-60, 60));
        assertThat(hub.due.claim(10)).isEmpty();
        var load = hub.desk.loads().get(0);
        assertThat(load.halt()).isEqualTo(Halt.WINDOW);
        assertThat(load.standing()).isEqualTo(PartnerState.WINDOW);
        assertThat(load.resting()).isTrue();
        hub.jdbc
                .sql("update delivery.maintenance set ends_at = clock_timestamp()")
                .update();
        assertThat(hub.due.claim(10)).hasSize(1);
        assertThat(windows.open()).isEmpty();
    }

    @Test
    void otherPartnersAreNotHeld() {
        enter(once(-60, 60));
        hub.owe("publish-plan-to-portal", "P1@1", "XC-2026-P01");
        assertThat(hub.due.claim(10)).hasSize(1);
    }

    @Test
    void whatIsYetToComeOrWasEndedHoldsNothing() {
        enter(once(60, 120));
        enter(weekly(now.minusDays(3), -60, 60));
        enter(once(-60, 60));
        windows.end(
                windows.of("province").stream()
                        .filter(window -> window.term().startsAt() != null
                                && window.term().startsAt().isBefore(OffsetDateTime.now()))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                "lead",
                "对方提前好了");
        assertThat(windows.open()).isEmpty();
        hub.owe(ROUTE, "P1@1", "XC-2026-P01");
        assertThat(hub.due.claim(10)).hasSize(1);
    }

    @Test
    void aWeeklyWindowIsOpenOnItsDayAndThroughTheNight() {
        enter(weekly(now.minusHours(1), -60, 60));
        assertThat(windows.open()).singleElement().satisfies(open -> {
            assertThat(at(open.since())).isEqualTo(now.minusHours(1));
            assertThat(at(open.until())).isEqualTo(now.plusHours(1));
        });
        windows.end(windows.of("province").get(0).id(), "lead", "换一个");
        // Begun twenty-three hours ago: yesterday's, and on the clock its end is before its beginning.
        enter(weekly(now.minusHours(23), -23 * 60, 30));
        assertThat(windows.open())
                .singleElement()
                .satisfies(open -> assertThat(at(open.until())).isEqualTo(now.plusMinutes(30)));
    }

    @Test
    void ofTwoThatAreOpenTheLaterEndCounts() {
        enter(once(-60, 60));
        enter(once(-30, 90));
        assertThat(windows.open())
                .singleElement()
                .extracting(Opening::until)
                .satisfies(until -> assertThat(at(until)).isEqualTo(now.plusMinutes(90)));
        assertThat(windows.open("province"))
                .extracting(open -> at(open.until()))
                .containsExactly(now.plusMinutes(90), now.plusMinutes(60));
        assertThat(windows.open("portal")).isEmpty();
    }

    @Test
    void theEndIsNoDeadEndAndNothingIsSaidToBeStuckAtOnce() {
        hub.owe(ROUTE, "P1@1", "XC-2026-P01");
        enter(once(-120, 60));
        hub.lines.place();
        hub.jdbc
                .sql("update delivery.dispatch set next_at = now() - interval '100 minutes'")
                .update();
        assertThat(troubles()).as("while it is open").isZero();
        hub.jdbc
                .sql("update delivery.maintenance set ends_at = clock_timestamp()")
                .update();
        assertThat(troubles()).as("just after").isZero();
        hub.jdbc
                .sql("update delivery.maintenance set starts_at = now() - interval '3 hours',"
                        + " entered_at = now() - interval '4 hours', ends_at = now() - interval '70 minutes'")
                .update();
        assertThat(troubles()).as("an hour later both say so").isEqualTo(2);
    }

    /** The province went down at ten to twelve and was away from twelve to six: at six nobody knows yet, at half past it is late. */
    @Test
    void whatFailedBeforeIsCountedFromTheEndAndNotToldAtOnce() {
        hub.owe(ROUTE, "P1@1", "XC-2026-P01");
        hub.jdbc
                .sql("update delivery.dispatch set cause_code = 'E-CONNECT', failing_since = now() - interval '370"
                        + " minutes'")
                .update();
        assertThat(silent()).isNotNull();
        enter(once(-360, 60));
        ended(1);
        assertThat(silent()).as("just after").isNull();
        assertThat(hub.desk.standstills()).isEmpty();
        assertThat(windows.away(Duration.ofMinutes(10))).containsExactly("province");
        ended(11);
        assertThat(windows.away(Duration.ofMinutes(10))).isEmpty();
        OffsetDateTime end = hub.jdbc
                .sql("select ends_at from delivery.maintenance")
                .query(OffsetDateTime.class)
                .single();
        assertThat(silent()).isEqualTo(end);
        assertThat(hub.desk.standstills()).extracting(Standstill::since).containsExactly(end);
        ended(1);
        hub.jdbc
                .sql("update delivery.dispatch set failing_since = now() - interval '10 seconds'")
                .update();
        assertThat(silent()).as("what began to fail after it").isNotNull();
        assertThat(hub.desk.standstills()).hasSize(1);
    }

    private OffsetDateTime silent() {
        return hub.desk.loads().get(0).silentSince();
    }

    private void ended(int minutesAgo) {
        hub.jdbc
                .sql("update delivery.maintenance set ends_at = now() - make_interval(mins => ?)")
                .param(minutesAgo)
                .update();
    }

    @Test
    void anEndedOneIsFoundAndSaysSo() {
        enter(once(-60, 60));
        Window window = windows.of("province").get(0);
        assertThat(windows.find(window.id())).contains(window);
        windows.end(window.id(), "lead", "对方提前好了");
        assertThat(windows.of("province")).isEmpty();
        assertThat(windows.find(window.id()).orElseThrow().over()).isEqualTo(Window.Over.ENDED);
        assertThat(windows.find("province-0")).isEmpty();
    }

    private long troubles() {
        long stuck = hub.desk.standstills().stream()
                .filter(one -> one.causeCode().equals(Standstill.NOT_TAKEN))
                .count();
        return stuck
                + hub.jdbc
                        .sql("select count(*) from delivery.i7_dead_end")
                        .query(Long.class)
                        .single();
    }

    private void enter(Term term) {
        windows.enter("province", term, "limin", "对方来函");
        hub.jdbc
                .sql("update delivery.maintenance set entered_at = now() - interval '3 days'")
                .update();
    }

    private Term once(int from, int to) {
        return Term.once(moment(now.plusMinutes(from)), moment(now.plusMinutes(to)));
    }

    /** On the day of the week of that moment. */
    private Term weekly(LocalDateTime day, int from, int to) {
        return Term.weekly(
                String.valueOf(day.getDayOfWeek().getValue()),
                now.plusMinutes(from).toLocalTime(),
                now.plusMinutes(to).toLocalTime());
    }

    private static OffsetDateTime moment(LocalDateTime at) {
        return at.atZone(Beijing.ZONE).toOffsetDateTime();
    }

    private static LocalDateTime at(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Beijing.ZONE).toLocalDateTime();
    }
}
