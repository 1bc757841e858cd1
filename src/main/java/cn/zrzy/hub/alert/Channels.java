package cn.zrzy.hub.alert;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** 渠道状况: which channels there are and how each does. */
public interface Channels {

    List<State> all();

    /**
     * Takes the right to send one message by it now; two hubs never get it at once.
     *
     * @return FREE it is ours; BUSY too soon after the last one; RESTING it failed and is left in peace
     */
    Turn take(String name, Duration between);

    void told(String name);

    /** @param rest how long to leave it in peace at least; each further failure doubles it */
    void failed(String name, String error, Duration rest);

    /** Channel's answer to {@link #take}. */
    enum Turn {
        FREE,
        BUSY,
        RESTING
    }

    /**
     * @param toldAt last message that it took; null for none yet
     * @param failingSince null while it works
     * @param error why it fails, in Chinese; no address, no token
     */
    record State(String name, OffsetDateTime toldAt, OffsetDateTime failingSince, String error) {

        public boolean failing() {
            return failingSince != null;
        }
    }
}
