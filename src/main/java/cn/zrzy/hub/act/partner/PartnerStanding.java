package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.delivery.Backlogs;
import cn.zrzy.hub.delivery.Pause;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a pause holds back or lets go (单位情况), as both acts on a partner show it. */
@Component
class PartnerStanding {

    private final Pauses pauses;
    private final Backlogs backlogs;
    private final Deadlines deadlines;

    PartnerStanding(Pauses pauses, Backlogs backlogs, Deadlines deadlines) {
        this.pauses = pauses;
        this.backlogs = backlogs;
        this.deadlines = deadlines;
    }

    /**
     * @param urgent those of {@code open} for which a clock of hours runs; no pause stops it
     * @param moving those that are on their way and go on
     */
    record Waiting(long open, long urgent, long moving) {}

    /** @return null when it is not paused */
    Pause pause(String partner) {
        known(partner);
        return pauses.of(partner).orElse(null);
    }

    void known(String partner) {
        if (!pauses.partners().contains(partner)) {
            throw new Rejected("E-PARTNER-UNKNOWN", "没有代号为 " + partner + " 的对接单位", Place.field("partner"));
        }
    }

    Waiting waiting(String partner) {
        Backlogs.Backlog backlog = backlogs.of(partner);
        List<Deadline> hourly =
                deadlines.open().stream().filter(Deadline::hourly).toList();
        Set<Backlogs.OpenFact> open = backlogs.openOf(
                partner, hourly.stream().map(Deadline::key).distinct().toList());
        long urgent = hourly.stream()
                .filter(clock -> open.contains(new Backlogs.OpenFact(clock.metBy(), clock.key())))
                .map(Deadline::key)
                .distinct()
                .count();
        return new Waiting(backlog.open(), urgent, backlog.moving());
    }

    String said(Pause pause) {
        return pause == null ? "照常报送" : "暂停报送到 " + Beijing.shortly(pause.until());
    }
}
