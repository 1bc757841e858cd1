package cn.zrzy.hub.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * 告警心跳: an outside watcher is called as long as both halves of alerting work, and notices by its own clock when the calls
 * stop, whatever stopped: hub, database, network, or this room.
 */
@Component
class Heartbeat {

    /** A round that is late by less than this is only slow. */
    private static final Duration SLACK = Duration.ofSeconds(60);

    private final AlertTerms terms;
    private final Watcher watcher;
    private final Clock clock;
    private volatile Instant looked;
    private volatile Instant sent;
    private volatile Instant heard = Instant.EPOCH;

    Heartbeat(AlertTerms terms, Watcher watcher, Clock clock) {
        this.terms = terms;
        this.watcher = watcher;
        this.clock = clock;
        looked = clock.instant();
        sent = looked;
    }

    void looked() {
        looked = clock.instant();
    }

    void sent() {
        sent = clock.instant();
    }

    boolean alive() {
        Duration late = terms.gather().multipliedBy(2).plus(SLACK);
        return fresh(looked, late) && fresh(sent, late);
    }

    void beat() {
        String url = terms.heartbeat().url();
        if (!url.isEmpty() && alive() && watcher.call(url)) {
            heard = clock.instant();
        }
    }

    /** Nobody outside would notice: a watcher is set and has not answered for long. */
    boolean unheard() {
        return !terms.heartbeat().url().isEmpty()
                && heard != Instant.EPOCH
                && !fresh(heard, terms.heartbeat().every().multipliedBy(3).plus(SLACK));
    }

    /** Seconds since the desk was last looked at. */
    double lookedSecondsAgo() {
        return Duration.between(looked, clock.instant()).toMillis() / 1000.0;
    }

    private boolean fresh(Instant moment, Duration within) {
        return moment.plus(within).isAfter(clock.instant());
    }
}
