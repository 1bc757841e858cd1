package cn.zrzy.hub.alert.watch;

import java.time.OffsetDateTime;

/**
 * One person's turn at the duty desk (班次).
 *
 * @param endedAt null while it lasts
 * @param note what was written for whoever comes next
 * @param endedBy who ended it; another person's name when it was taken over without a hand-over
 * @param unowned urgent alerts without owner at the end
 */
public record Watch(
        long no,
        String person,
        OffsetDateTime beganAt,
        OffsetDateTime endedAt,
        String note,
        String endedBy,
        int unowned) {

    /** It ended by its own person's word. */
    public boolean handedOver() {
        return endedAt != null && person.equals(endedBy);
    }
}
