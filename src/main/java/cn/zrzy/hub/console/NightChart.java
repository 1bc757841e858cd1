package cn.zrzy.hub.console;

import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * 夜间时间线: the runs of one night as bars between 22:00 and 08:00. A night that was run at another hour (a demonstration,
 * a rehearsal) gets the hours it needs. Coordinates are SVG units; the page's policy forbids inline styles.
 */
record NightChart(int height, List<Tick> ticks, List<Row> rows, Double now) {

    static final int LEFT = 250;
    static final int WIDTH = 1180;
    private static final int RIGHT = 1165;
    private static final int TOP = 26;
    private static final int ROW = 28;

    record Tick(double x, String text) {}

    /** @param planned not begun: only the moment it is due is drawn */
    record Row(
            String label, String title, Mark mark, String state, double x, double width, double y, boolean planned) {}

    static NightChart of(LocalDate night, List<DutyRun> runs, Instant now) {
        Window window = window(night, runs, now);
        List<Row> rows = new ArrayList<>();
        for (DutyRun run : runs) {
            double y = TOP + 8 + rows.size() * (double) ROW;
            Instant begin = instant(run.startedAt() == null ? run.dueAt() : run.startedAt());
            boolean planned = run.startedAt() == null;
            Instant end = planned ? begin : run.endedAt() == null ? now : instant(run.endedAt());
            double x = window.x(begin);
            double width = Math.max(planned ? 10 : 6, window.x(end) - x);
            String title = run.label() + " " + Masking.text(run.message());
            rows.add(new Row(
                    run.label(),
                    title,
                    Sign.of(run.state()).mark(),
                    run.state().name(),
                    Math.min(x, RIGHT - width),
                    width,
                    y,
                    planned));
        }
        boolean showNow = !now.isBefore(window.from) && !now.isAfter(window.to);
        return new NightChart(
                TOP + 16 + Math.max(1, rows.size()) * ROW, ticks(window), rows, showNow ? window.x(now) : null);
    }

    private static Window window(LocalDate night, List<DutyRun> runs, Instant now) {
        Instant from = night.atTime(22, 0).atZone(Beijing.ZONE).toInstant();
        Instant to = from.plus(10, ChronoUnit.HOURS);
        Instant first = null;
        Instant last = null;
        for (DutyRun run : runs) {
            Instant begin = instant(run.startedAt() == null ? run.dueAt() : run.startedAt());
            Instant end = run.startedAt() == null ? begin : run.endedAt() == null ? now : instant(run.endedAt());
            first = first == null || begin.isBefore(first) ? begin : first;
            last = last == null || end.isAfter(last) ? end : last;
        }
        if (first == null || (!first.isBefore(from) && !last.isAfter(to))) {
            return new Window(from, to);
        }
        long spare = Math.max(60, Duration.between(first, last).toSeconds() / 12);
        return new Window(
                first.minusSeconds(spare).truncatedTo(ChronoUnit.MINUTES),
                last.plusSeconds(spare).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }

    private static List<Tick> ticks(Window window) {
        long minutes = Duration.between(window.from, window.to).toMinutes();
        long step = minutes <= 12 ? 1 : minutes <= 60 ? 5 : minutes <= 180 ? 15 : minutes <= 900 ? 60 : 240;
        DateTimeFormatter format = DateTimeFormatter.ofPattern(step % 60 == 0 ? "HH" : "HH:mm");
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = window.from.atZone(Beijing.ZONE);
        ZonedDateTime first = at.truncatedTo(ChronoUnit.DAYS);
        while (first.isBefore(at)) {
            first = first.plusMinutes(step);
        }
        for (; !first.toInstant().isAfter(window.to); first = first.plusMinutes(step)) {
            ticks.add(new Tick(window.x(first.toInstant()), first.format(format)));
        }
        return ticks;
    }

    private static Instant instant(java.time.OffsetDateTime at) {
        return at.toInstant();
    }

    private record Window(Instant from, Instant to) {

        double x(Instant at) {
            double share = Duration.between(from, at).toMillis()
                    / (double) Math.max(1, Duration.between(from, to).toMillis());
            return Math.round(10 * (LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, share)))) / 10.0;
        }
    }
}
