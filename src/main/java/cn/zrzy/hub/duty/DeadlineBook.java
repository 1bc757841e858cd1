package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs the legal clocks by the terms and the working-day calendar. */
@Service("deadlines")
@EnableConfigurationProperties(DeadlineTerms.class)
@Transactional
class DeadlineBook implements Deadlines {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2000-01-01T00:00:00+08:00");

    private final DeadlineRows rows;
    private final DeadlineTerms terms;
    private final WorkingDays calendar;
    private final Clock clock;
    private final ZoneId zone;

    DeadlineBook(DeadlineRows rows, DeadlineTerms terms, WorkingDays calendar, Clock clock, NightSchedule schedule) {
        this.rows = rows;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = schedule.zone();
    }

    @Override
    public void start(String key, String kind, OffsetDateTime from) {
        DeadlineTerms.Term term = terms.deadlines().get(kind);
        if (term == null) {
            throw new Rejected("E-DEADLINE-KIND", "config/limits.yaml 没有期限 " + kind, Place.field(kind));
        }
        OffsetDateTime since = from.atZoneSameInstant(zone).toOffsetDateTime();
        boolean provisional = false;
        OffsetDateTime due = switch (term.unit()) {
            case HOURS -> since.plusHours(term.length());
            case DAYS -> endOf(since.toLocalDate().plusDays(term.length()));
            case WORKING_DAYS -> {
                WorkingDays.Due day = calendar.after(since.toLocalDate(), term.length());
                provisional = day.provisional();
                yield endOf(day.date());
            }
        };
        rows.add(
                new DeadlineRows.Row(kind, key, term.label(), term.basis(), since, due, provisional),
                calendar.version());
    }

    @Override
    public void met(String key, String kind) {
        rows.met(key, kind);
    }

    @Override
    public void delivered(String key, String route) {
        terms.deadlines().forEach((kind, term) -> {
            if (route.equals(term.metBy())) {
                rows.met(key, kind);
            }
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Deadline> open() {
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(zone));
        return rows.open().stream().map(row -> at(now, row)).toList();
    }

    private Deadline at(OffsetDateTime now, DeadlineRows.Row row) {
        int left =
                daysLeft(now.toLocalDate(), row.dueAt().atZoneSameInstant(zone).toLocalDate());
        DeadlineTerms.Term term = terms.deadlines().get(row.kind());
        boolean hourly = term != null && term.unit() == DeadlineTerms.Unit.HOURS;
        return new Deadline(
                row.kind(),
                row.key(),
                row.label(),
                row.basis(),
                term == null ? null : term.metBy(),
                row.startedAt(),
                row.dueAt(),
                row.provisional(),
                left,
                hourly,
                ClockState.of(row.dueAt(), now, hourly, left),
                ClockState.presses(row.dueAt(), now, hourly));
    }

    /** By the end of each clock alone: gone by, today, or before the day that has six working days before it. */
    @Override
    @Transactional(readOnly = true)
    public Counts counts() {
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(zone));
        LocalDate today = now.toLocalDate();
        OffsetDateTime tomorrow = startOf(today.plusDays(1));
        OffsetDateTime later = startOf(firstWith(today, ClockState.SOON_WORKING_DAYS + 1));
        return new Counts(rows.ending(LONG_AGO, now), rows.ending(now, tomorrow), rows.ending(tomorrow, later));
    }

    private LocalDate firstWith(LocalDate today, int daysLeft) {
        LocalDate day = today;
        while (daysLeft(today, day) < daysLeft) {
            day = day.plusDays(1);
        }
        return day;
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    @Override
    @Transactional(readOnly = true)
    public long overdue() {
        return rows.overdue();
    }

    private int daysLeft(LocalDate today, LocalDate due) {
        int days = 0;
        for (LocalDate day = today; day.isBefore(due); day = day.plusDays(1)) {
            days += calendar.isWorkingDay(day.plusDays(1)) ? 1 : 0;
        }
        for (LocalDate day = due; day.isBefore(today); day = day.plusDays(1)) {
            days -= calendar.isWorkingDay(day.plusDays(1)) ? 1 : 0;
        }
        return days;
    }

    private OffsetDateTime endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toOffsetDateTime();
    }
}
