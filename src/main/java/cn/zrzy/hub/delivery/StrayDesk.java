package cn.zrzy.hub.delivery;

import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;

/** What came in and belongs to nothing, or could not be read (无主来件), for a person to look at. */
public interface StrayDesk {

    /**
     * @param source route that took it in
     * @param place where the original is; empty when {@code raw} is all of it
     * @param raw as it came, bounded; empty when it was not read
     * @param cause masked sentence
     */
    record Stray(
            long no, String source, String place, String raw, String causeCode, String cause, OffsetDateTime readAt) {}

    /** Oldest first. */
    List<Stray> open(int limit);

    long count();

    /**
     * Looked at and filed (归档); who and why are kept.
     *
     * @return false when somebody has filed it before
     */
    default boolean settle(long no, String who, String reason) {
        Rejected.unless(reason != null && !reason.isBlank(), "E-REASON", "请填写理由", "理由");
        return file(no, who, reason);
    }

    /** Writes it down. */
    boolean file(long no, String who, String reason);
}
