package cn.zrzy.hub.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Guessing gets slower, an owner elsewhere notices nothing, and waiting ends. */
class AttemptTests {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
    private final AttemptMemory memory = new AttemptMemory();

    @Test
    void fiveTriesAreFreeThenThePairWaitsLongerEachTime() {
        Attempt attempt = Attempt.none("chenwei", "10.0.0.1");
        for (int i = 1; i < Attempt.FREE; i++) {
            attempt = attempt.another(NOON);
            assertThat(attempt.isBlocked(NOON)).isFalse();
        }
        Duration[] pauses = {
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(15),
            Duration.ofMinutes(15)
        };
        Instant now = NOON;
        for (Duration pause : pauses) {
            attempt = attempt.another(now);
            assertThat(Duration.between(now, attempt.blockedUntil())).isEqualTo(pause);
            now = attempt.blockedUntil();
            assertThat(attempt.isBlocked(now)).isFalse();
        }
    }

    @Test
    void whatIsADayOldIsForgotten() {
        Attempt old = new Attempt("chenwei", "10.0.0.1", 40, NOON.minus(Duration.ofHours(25)), NOON.minusSeconds(1));
        assertThat(old.another(NOON).failures()).isEqualTo(1);
    }

    @Test
    void whoeverWaitsIsNotCountedAndNobodyElseWaits() {
        for (int i = 0; i < 50; i++) {
            at(NOON).claim("chenwei", "10.0.0.1");
        }
        assertThat(at(NOON).waits("chenwei", "10.0.0.1")).isTrue();
        assertThat(at(NOON).waits("chenwei", "10.0.0.2")).isFalse();
        assertThat(at(NOON).waits("limin", "10.0.0.1")).isFalse();
        assertThat(at(NOON.plusSeconds(61)).claim("chenwei", "10.0.0.1"))
                .as("fifty tries while waiting did not make it longer")
                .hasValue(6);
    }

    @Test
    void whoeverSucceedsBeginsAnew() {
        at(NOON).claim("chenwei", "10.0.0.1");
        at(NOON).succeeded("chenwei", "10.0.0.1");
        assertThat(at(NOON).claim("chenwei", "10.0.0.1")).hasValue(1);
    }

    @Test
    void aFloodOfNamesFillsNoMemory() {
        for (int i = 0; i < 5000; i++) {
            at(NOON).claim("name" + i, "10.0.0.1");
        }
        assertThat(at(NOON).claim("name4999", "10.0.0.1")).hasValue(2);
        assertThat(at(NOON).claim("name1", "10.0.0.1")).hasValue(1);
    }

    private Throttle at(Instant now) {
        return new Throttle(
                memory, TransactionOperations.withoutTransaction(), java.time.Clock.fixed(now, ZoneOffset.UTC));
    }
}
