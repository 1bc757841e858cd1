package cn.zrzy.hub.alert;

import java.time.OffsetDateTime;

/**
 * One cause on the duty desk, from its first sight until it is gone (告警).
 *
 * @param sentence fit to leave the house: no person, no firm, no partner's words
 * @param urgentAt moment since which it cannot wait; null when it can
 * @param goneAt moment since which the desk no longer shows it; null while it does
 * @param endedAt null while it is open; it ends when the desk has been without it for a while
 * @param owner who has claimed it (认领); empty for nobody
 * @param mutedUntil null when not muted
 */
public record Alert(
        long no,
        String cause,
        String kind,
        String sentence,
        String href,
        OffsetDateTime since,
        OffsetDateTime urgentAt,
        OffsetDateTime goneAt,
        OffsetDateTime endedAt,
        String owner,
        String note,
        OffsetDateTime mutedUntil) {

    public boolean urgent() {
        return urgentAt != null;
    }

    public boolean owned() {
        return !owner.isEmpty();
    }

    public boolean muted() {
        return mutedUntil != null;
    }

    /** As acts and the trail name it. */
    public String id() {
        return "alert-" + no;
    }
}
