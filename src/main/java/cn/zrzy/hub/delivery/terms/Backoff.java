package cn.zrzy.hub.delivery.terms;

import cn.zrzy.hub.kernel.FailureKind;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** When to try again (退避): exponential with jitter, capped, and never before the moment that the partner named. */
@Component
public class Backoff {

    private final DeliveryTerms terms;
    private final DoubleSupplier chance;

    @Autowired
    public Backoff(DeliveryTerms terms) {
        this(terms, () -> ThreadLocalRandom.current().nextDouble());
    }

    Backoff(DeliveryTerms terms, DoubleSupplier chance) {
        this.terms = terms;
        this.chance = chance;
    }

    /** @param setbacks failures since the last success, this one counted */
    public Duration next(String route, int setbacks, Exception why) {
        long wait = terms.wait(route, setbacks).toMillis();
        long jittered = Math.round(wait * (1 - terms.jitter() * chance.getAsDouble()));
        Duration own = Duration.ofMillis(Math.max(jittered, 1));
        Duration theirs = FailureKind.ours(why) instanceof TryLater later ? later.after() : Duration.ZERO;
        if (theirs == null || theirs.compareTo(own) <= 0) {
            return own;
        }
        // Jitter on top: all that was refused in one minute must not come back in one second.
        return theirs.plusMillis(Math.round(1000 * chance.getAsDouble()));
    }
}
