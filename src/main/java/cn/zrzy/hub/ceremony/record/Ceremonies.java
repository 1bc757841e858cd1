package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.Optional;

/** Draws that are being held before people (现场抽取): each opening a row of its own, never changed but for its end. */
public interface Ceremonies {

    /**
     * @param openedBy account or person who opened it
     * @param present 在场人员, as entered
     * @param until when it ends by itself
     */
    record Ceremony(String drawNo, String openedBy, String present, OffsetDateTime openedAt, OffsetDateTime until) {}

    void open(Ceremony ceremony);

    /** Ends what runs for this draw. */
    void end(String drawNo, OffsetDateTime at);

    /** The one that runs at that moment. */
    Optional<Ceremony> running(String drawNo, OffsetDateTime at);
}
