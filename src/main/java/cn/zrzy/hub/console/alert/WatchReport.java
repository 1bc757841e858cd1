package cn.zrzy.hub.console.alert;

import cn.zrzy.hub.alert.Alert;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.watch.Watch;
import cn.zrzy.hub.alert.watch.Watches;
import cn.zrzy.hub.audit.AuditEntry;
import cn.zrzy.hub.audit.AuditQuery;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 夜班日报: one watch from its beginning to its end, or to now. */
@Component
class WatchReport {

    private static final int MOST = 500;

    /** Acts of one watch at most; the trail has the rest. */
    private static final int ACTS = 5_000;

    private final Watches watches;
    private final Alerts alerts;
    private final DutyLedger duty;
    private final AuditTrail trail;
    private final Clock clock;

    WatchReport(Watches watches, Alerts alerts, DutyLedger duty, AuditTrail trail, Clock clock) {
        this.watches = watches;
        this.alerts = alerts;
        this.duty = duty;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param open what is handed over: as it stood at the end, or stands now
     * @param ended alerts that ended meanwhile
     * @param runs of the night that the watch saw
     * @param acts what was done, oldest first
     */
    record Pages(Watch watch, List<Watches.Item> open, List<Alert> ended, List<DutyRun> runs, List<AuditEntry> acts) {}

    /** @throws Rejected E-WATCH-UNKNOWN */
    Pages of(long no) {
        Watch watch = watches.find(no).orElseThrow(() -> new Rejected("E-WATCH-UNKNOWN", "没有这个班次", Place.field("no")));
        OffsetDateTime end = watch.endedAt() == null ? OffsetDateTime.now(clock) : watch.endedAt();
        return new Pages(
                watch,
                watch.endedAt() == null ? standing() : watches.items(no),
                alerts.ended(watch.beganAt(), end, MOST),
                runs(watch.beganAt(), end),
                acts(watch.beganAt(), end));
    }

    private List<Watches.Item> standing() {
        return alerts.open().stream()
                .map(alert -> new Watches.Item(
                        alert.no(), alert.urgent(), alert.sentence(), alert.since(), alert.owner(), alert.note()))
                .toList();
    }

    /** A night is named by the day on which it begins, so a watch sees at most those of its own days. */
    private List<DutyRun> runs(OffsetDateTime from, OffsetDateTime to) {
        LocalDate first = Beijing.date(from).minusDays(1);
        LocalDate last = Beijing.date(to);
        Stream<LocalDate> days = first.plusDays(7).isBefore(last)
                ? Stream.of(last.minusDays(1), last)
                : first.datesUntil(last.plusDays(1));
        return days.flatMap(day -> duty.runs(day).stream())
                .filter(run -> run.startedAt() != null
                        && !run.startedAt().isAfter(to)
                        && (run.endedAt() == null || !run.endedAt().isBefore(from)))
                .toList();
    }

    private List<AuditEntry> acts(OffsetDateTime from, OffsetDateTime to) {
        Instant end = to.toInstant().plusNanos(1_000); // the last microsecond counts
        AuditQuery acts =
                new AuditQuery(from.toInstant(), end, "", List.of(), "act", List.of(), "", false, Long.MAX_VALUE);
        return trail.page(acts, ACTS).stream()
                .sorted(Comparator.comparingLong(AuditEntry::seq))
                .toList();
    }
}
