package cn.zrzy.hub.alert;

import cn.zrzy.hub.kernel.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Storage of the rounds (告警存取): what {@link AlertBook} decides, it writes. */
public interface AlertRows {

    /** One round at a time, over all hubs; false when another is at it. */
    boolean takeRound();

    List<Alert> open();

    long raise(Cause cause);

    /**
     * The cause as the desk words it now; it is there.
     *
     * @param calmAfter who was not urgent for so long is told of again when it is
     */
    void renew(long no, Cause cause, Duration calmAfter);

    /** The desk no longer shows it. */
    void gone(long no);

    /** Those away for so long end. */
    List<Long> end(Duration calmAfter);

    /** @return the causes whose mute ran out */
    List<String> endMutes();

    /** What was said, or is about to be said, of the open alerts in their present turn: {@code <alert> <what>}. */
    Set<String> said();

    void say(long alert, Letter.What what, String route);

    /** Drops what nobody was told yet and says the end wherever somebody was. */
    void sayMended(long alert);
}
