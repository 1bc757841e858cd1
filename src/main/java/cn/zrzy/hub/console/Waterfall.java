package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.DispatchFile;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * 链路瀑布: owed → attempts → receipts as bars on one time axis. The axis is linear inside an attempt and the waiting between
 * is shortened, otherwise a partner's night off would flatten everything else.
 */
record Waterfall(int height, List<Bar> bars) {

    static final int LEFT = 130;
    static final int WIDTH = 460;
    private static final int RIGHT = 452;
    private static final int ROW = 26;
    private static final double SHORTEST = 8;

    /** @param label message key; {@code number} fills it */
    record Bar(String label, int number, Mark mark, String state, double x, double width, double y, Long millis) {}

    static Waterfall of(DispatchFile file, Instant now) {
        List<Span> spans = new ArrayList<>();
        Instant owed = instant(file.summary().owedAt());
        spans.add(new Span("fall.owed", 0, Mark.DONE, "OWED", owed, owed));
        for (DispatchFile.Attempt attempt : file.attempts()) {
            String label = "ASK".equals(attempt.kind()) ? "fall.ask" : "fall.attempt";
            Instant end = attempt.endedAt() == null ? now : instant(attempt.endedAt());
            spans.add(new Span(
                    label,
                    attempt.no(),
                    Mark.ofAttempt(attempt.outcome()),
                    attempt.outcome(),
                    instant(attempt.startedAt()),
                    end));
        }
        for (DispatchFile.StoredReceipt receipt : file.receipts()) {
            Instant read = instant(receipt.readAt());
            spans.add(new Span("fall.receipt", 0, Mark.DONE, "CONFIRMED", read, read));
        }
        return draw(spans);
    }

    private static Waterfall draw(List<Span> spans) {
        double length = 0;
        Instant edge = spans.get(0).from;
        List<double[]> places = new ArrayList<>();
        for (Span span : spans) {
            // Waiting counts by its logarithm: one second and one night can stand on one line.
            double gap = Math.max(0, Duration.between(edge, span.from).toMillis());
            length += gap > 1000 ? 1000 + 200 * Math.log10(gap / 1000) : gap;
            double width = Math.min(5000, Duration.between(span.from, span.to).toMillis());
            places.add(new double[] {length, width});
            length += width;
            edge = span.to.isAfter(edge) ? span.to : edge;
        }
        double scale = (RIGHT - LEFT - SHORTEST) / Math.max(1, length);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            long millis = Duration.between(span.from, span.to).toMillis();
            bars.add(new Bar(
                    span.label,
                    span.number,
                    span.mark,
                    span.state,
                    LEFT + places.get(i)[0] * scale,
                    Math.max(SHORTEST, places.get(i)[1] * scale),
                    8 + i * (double) ROW,
                    millis == 0 ? null : millis));
        }
        return new Waterfall(16 + spans.size() * ROW, bars);
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    private record Span(String label, int number, Mark mark, String state, Instant from, Instant to) {}
}
