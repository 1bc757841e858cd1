package cn.zrzy.hub.duty.pause;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Night jobs that are not begun and receiving routes that do not read, by order of a person (暂停). What is under way goes on.
 * A pause ends at its moment by itself, whether or not a hub runs then.
 */
public interface RoutePauses {

    /** In force at this moment. */
    List<RoutePause> open();

    Optional<RoutePause> of(String route);

    void begin(String route, OffsetDateTime until, String who, String reason);

    void end(String route, String who, String reason);

    /** Writes down the ends of those whose moment has come, each with a fact for the trail. */
    void expire();
}
