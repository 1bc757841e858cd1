package cn.zrzy.hub.alert;

import java.time.Duration;
import java.util.List;

/** Letters that wait to be sent (待发告警单). */
public interface Letters {

    /** Some are waiting. */
    boolean waiting(String route);

    /** Test letters, each by its own channel. */
    List<String> channelsToTest();

    /** Leased to the caller, oldest first; committed before anything is sent. */
    List<Letter> take(String route, int most, Duration lease);

    List<Letter> takeTests(String channel, Duration lease);

    void sent(List<Letter> letters, String channel);

    /** Given back, to be sent by another channel or later. */
    void release(List<Letter> letters);

    /** It failed and nobody needs a test late. */
    void drop(List<Letter> letters, String channel);
}
