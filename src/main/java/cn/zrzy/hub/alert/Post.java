package cn.zrzy.hub.alert;

import cn.zrzy.hub.kernel.CrashPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits (告警发送): a route's letters by its first channel that works, all of them in one message. A channel that
 * fails rests, and the next one is tried at once. Letters leave no sooner than committed, and count as sent when the other
 * side has said so.
 */
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int MOST = 500;

    /** By urgency. */
    private static final List<String> ROUTES = List.of("urgent", "escalated", "waitable");

    private final AlertTerms terms;
    private final Letters letters;
    private final Channels channels;
    private final Map<String, AlertChannel> doors;
    private final Wording wording;

    Post(AlertTerms terms, Letters letters, Channels channels, AlertChannel.All doors, Wording wording) {
        this.terms = terms;
        this.letters = letters;
        this.channels = channels;
        this.doors = doors.byName();
        this.wording = wording;
    }

    void round() {
        letters.channelsToTest().forEach(this::test);
        ROUTES.stream().filter(letters::waiting).forEach(this::send);
    }

    private void send(String route) {
        for (String name : terms.route(route)) {
            switch (channels.take(name, terms.between())) {
                case BUSY -> {
                    return;
                }
                case FREE -> {
                    if (send(name, letters.take(route, MOST, lease()))) {
                        return;
                    }
                }
                case RESTING -> {
                    // The next one of the route.
                }
            }
        }
    }

    private void test(String name) {
        if (!doors.containsKey(name)) {
            letters.drop(letters.takeTests(name, lease()), name);
        } else if (channels.take(name, Duration.ofSeconds(3)) != Channels.Turn.BUSY) {
            List<Letter> tests = letters.takeTests(name, lease());
            if (!send(name, tests)) {
                letters.drop(tests, name);
            }
        }
    }

    private boolean send(String name, List<Letter> taken) {
        if (taken.isEmpty()) {
            return true;
        }
        AlertChannel door = doors.get(name);
        try {
            tell(name, door, taken);
        } catch (NotTold e) {
            LOG.warn("告警渠道 {} 没有发出，改走下一个：{}", name, e.getMessage());
            channels.failed(name, e.getMessage(), e.rest());
            letters.release(taken);
            return false;
        }
        CrashPoint.reached("after-alert");
        letters.sent(taken, name);
        channels.told(name);
        return true;
    }

    /** A secret that cannot be used, or whatever else is wrong with a channel, sends its letters to the next one. */
    private void tell(String name, AlertChannel door, List<Letter> taken) throws NotTold {
        try {
            door.tell(wording.of(taken, door.room()));
        } catch (RuntimeException e) {
            LOG.error("告警渠道 {} 的设置不对：{}", name, e.getClass().getSimpleName()); // its message may quote a secret
            throw new NotTold("设置不对，请核对这个渠道的地址和密钥", Duration.ofMinutes(1));
        }
    }

    private Duration lease() {
        return terms.within().multipliedBy(AlertTerms.LEASE_CALLS);
    }
}
