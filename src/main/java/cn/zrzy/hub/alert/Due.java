package cn.zrzy.hub.alert;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What ought to have been said of an alert by now (应发的告警单); each but STILL once. */
final class Due {

    private Due() {}

    /** @param muteOver its mute has just run out */
    static List<Letter.What> of(Alert alert, boolean muteOver, OffsetDateTime now, Duration claimWithin) {
        List<Letter.What> due = new ArrayList<>();
        if (alert.muted() || alert.goneAt() != null) {
            return due;
        }
        if (!alert.urgent()) {
            due.add(Letter.What.RAISED);
            return due;
        }
        due.add(Letter.What.URGENT);
        if (muteOver && !alert.owned()) {
            due.add(Letter.What.STILL);
        }
        if (!alert.owned() && !alert.urgentAt().plus(claimWithin).isAfter(now)) {
            due.add(Letter.What.ESCALATED);
        }
        return due;
    }
}
