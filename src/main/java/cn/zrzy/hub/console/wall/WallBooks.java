package cn.zrzy.hub.console.wall;

import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.watch.Presence;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.kernel.Causes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the board for the wall from the books (大屏取数); what stands on the desk in the sentences that may leave the house. */
@Component
class WallBooks {

    private static final int CLOCKS = 5;

    private final Causes desk;
    private final Alerts alerts;
    private final DutyLedger duty;
    private final DispatchDesk dispatches;
    private final Deadlines deadlines;
    private final Presence presence;
    private final Clock clock;

    WallBooks(
            Causes desk,
            Alerts alerts,
            DutyLedger duty,
            DispatchDesk dispatches,
            Deadlines deadlines,
            Presence presence,
            Clock clock) {
        this.desk = desk;
        this.alerts = alerts;
        this.duty = duty;
        this.dispatches = dispatches;
        this.deadlines = deadlines;
        this.presence = presence;
        this.clock = clock;
    }

    WallBoard read() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Set<String> owned =
                alerts.open().stream().filter(Alert::owned).map(Alert::cause).collect(Collectors.toSet());
        List<WallBoard.Line> open = desk.standing().stream()
                .map(cause -> new WallBoard.Line(
                        cause.sentence(), cause.since(), cause.canWait(), owned.contains(cause.key())))
                .toList();
        return new WallBoard(
                now,
                presence.manned(),
                open,
                duty.runs(duty.businessDate()).stream()
                        .map(run -> new WallBoard.Job(run.label(), run.state()))
                        .toList(),
                dispatches.loads(),
                deadlines.open().stream().limit(CLOCKS).toList(),
                deadlines.counts());
    }
}
