package cn.zrzy.hub.console.security;

import cn.zrzy.hub.kernel.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import org.springframework.transaction.support.TransactionOperations;

/** 限次: lets a name be tried from an address, or not now. */
class Throttle {

    private static final int LONGEST = 64;

    private final Attempts attempts;
    private final TransactionOperations transaction;
    private final Clock clock;

    Throttle(Attempts attempts, TransactionOperations transaction, Clock clock) {
        this.attempts = attempts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return tries in a row including this one; empty when the pair has to wait */
    OptionalInt claim(String username, String address) {
        String name = key(username);
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Attempt attempt = attempts.hold(name, key(address));
            if (attempt.isBlocked(now)) {
                return OptionalInt.empty();
            }
            Attempt next = attempt.another(now);
            attempts.keep(next);
            attempts.forgetBefore(now.minus(Attempt.FORGOTTEN));
            return OptionalInt.of(next.failures());
        });
    }

    boolean waits(String username, String address) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> attempts.hold(key(username), key(address)).isBlocked(clock.instant())));
    }

    void succeeded(String username, String address) {
        transaction.executeWithoutResult(status -> attempts.forget(key(username), key(address)));
    }

    private static String key(String text) {
        return PlainText.cleaned(text, LONGEST);
    }
}
