package cn.zrzy.hub.console.security;

import java.time.Duration;
import java.time.Instant;

/**
 * How often one name was tried in vain from one address (登录尝试). After five in a row the pair has to wait, each time
 * longer; a try while it waits counts nothing, so that waiting ends.
 */
public record Attempt(String username, String address, int failures, Instant lastAt, Instant blockedUntil) {

    static final int FREE = 5;
    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final Duration FORGOTTEN = Duration.ofHours(24);

    public static Attempt none(String username, String address) {
        return new Attempt(username, address, 0, Instant.EPOCH, Instant.EPOCH);
    }

    boolean isBlocked(Instant now) {
        return blockedUntil.isAfter(now);
    }

    /** One more, counted before the password is looked at, so that guesses side by side cannot outrun the count. */
    Attempt another(Instant now) {
        int count = lastAt.plus(FORGOTTEN).isBefore(now) ? 1 : failures + 1;
        return new Attempt(username, address, count, now, count < FREE ? Instant.EPOCH : now.plus(pause(count)));
    }

    private static Duration pause(int count) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(count - FREE, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
