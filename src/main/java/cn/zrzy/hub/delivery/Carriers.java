package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What carries messages for us and may lose them (传输者): the broker. It keeps a mark that we gave it; when the mark is gone,
 * so is everything else that it held, and what is owed by it goes out again.
 */
public interface Carriers {

    /** The mark that this carrier was given last; empty when it never had one. */
    Optional<String> mark(String carrier);

    void given(String carrier, String mark);

    /**
     * It came back without its mark (传输者丢失数据): everything handed to it that has no receipt yet is owed again, with the same
     * bytes under the same key.
     *
     * @return how many
     */
    int lost(String carrier);

    /** The newest loss within the last day. */
    Optional<Loss> recentLoss();

    record Loss(String carrier, long dispatches, OffsetDateTime at) {}
}
