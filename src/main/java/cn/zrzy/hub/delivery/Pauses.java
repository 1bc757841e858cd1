package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Partners that people have paused (暂停报送的单位). What is owed to one of them waits in the ledger, in its order; what was on
 * its way goes on; no clock of the law stops. A pause ends at its moment by itself, whether or not a hub runs then.
 */
public interface Pauses {

    /** Partners that config/queues.yaml sends anything to. */
    List<String> partners();

    /** In force at this moment. */
    List<Pause> open();

    Optional<Pause> of(String partner);

    /** @return false when it is paused already */
    boolean begin(String partner, OffsetDateTime until, String who, String reason);

    /** @return false when it is not paused */
    boolean end(String partner, String who, String reason);

    /** Writes down the ends of those whose moment has come, each with a fact for the trail. */
    void expire();
}
