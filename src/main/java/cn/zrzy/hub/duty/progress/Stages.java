package cn.zrzy.hub.duty.progress;

import cn.zrzy.hub.kernel.progress.RunProgress.Stage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is, as a page shows it (阶段).
 *
 * @param bars all of them in their order; none of a run that knows no stages
 * @param stall why it seems to be stuck; null while it does not
 */
public record Stages(List<Bar> bars, @Nullable Stall stall) {

    /** A worker beats every five seconds; a page that looks every three tells it within thirty. */
    static final Duration SILENT = Duration.ofSeconds(20);

    /** So long without a row more, where rows were coming or the file was to come. */
    static final Duration QUIET = Duration.ofSeconds(25);

    /** 疑似卡住: since when there was no more of what ought to come. */
    public record Stall(Missing missing, OffsetDateTime since) {}

    public enum Missing {
        /** 没有心跳: the worker has given no sign of life. */
        BEAT,
        /** 来源没有动静: the worker lives, and its source sends nothing more. */
        ROWS
    }

    public enum State {
        /** 未到. */
        AHEAD,
        /** 进行中. */
        UNDER_WAY,
        /** 已过. */
        PAST,
        /** 止于此: the run ended in it without having gone through, or waits for another try. */
        STOPPED
    }

    /**
     * One stage.
     *
     * @param rows read so far, 0 where none are counted
     * @param total null when the source has not said
     * @param perSecond rows a second over the stage; null where none are counted
     * @param left by the median of the last ten; null when unknown, passed, or stalled
     */
    public record Bar(
            Stage stage,
            State state,
            long rows,
            @Nullable Long total,
            Duration took,
            @Nullable Long perSecond,
            @Nullable Duration left) {

        /** 0 to 100; null when nobody knows. */
        public @Nullable Long percent() {
            return total == null || total == 0 ? null : Math.min(100, rows * 100 / total);
        }
    }

    static Stages of(ProgressRows.Sign sign, List<ProgressRows.Kept> kept, Map<Stage, Duration> usual) {
        Map<Stage, ProgressRows.Kept> by = new EnumMap<>(Stage.class);
        kept.forEach(one -> by.put(one.stage(), one));
        Stall stall = sign.running() ? stall(sign, kept, usual) : null;
        List<Bar> bars = new ArrayList<>();
        for (Stage stage : kept.isEmpty() ? new Stage[0] : Stage.values()) {
            bars.add(bar(stage, by.get(stage), sign, stall != null ? null : usual.get(stage)));
        }
        return new Stages(bars, stall);
    }

    public boolean stalled() {
        return stall != null;
    }

    private static @Nullable Stall stall(
            ProgressRows.Sign sign, List<ProgressRows.Kept> kept, Map<Stage, Duration> usual) {
        if (sign.beatAt() != null && older(sign.beatAt(), SILENT, sign)) {
            return new Stall(Missing.BEAT, sign.beatAt());
        }
        return kept.stream()
                .filter(one -> one.endedAt() == null)
                .flatMap(one -> quiet(one, sign, usual))
                .findFirst()
                .map(since -> new Stall(Missing.ROWS, since))
                .orElse(null);
    }

    private static Stream<OffsetDateTime> quiet(
            ProgressRows.Kept one, ProgressRows.Sign sign, Map<Stage, Duration> usual) {
        return switch (one.stage()) {
            case STAGE -> Stream.of(one.movedAt()).filter(moved -> older(moved, QUIET, sign));
            // A large file comes as one piece; what is usual for it is no stall.
            case FETCH ->
                Stream.of(one.beganAt()).filter(began -> older(began, patience(usual.get(Stage.FETCH)), sign));
            // One statement each; their worker's heart alone tells.
            case COMPARE, APPLY -> Stream.empty();
        };
    }

    private static Duration patience(@Nullable Duration usual) {
        Duration twice = usual == null ? Duration.ZERO : usual.multipliedBy(2);
        return twice.compareTo(QUIET) > 0 ? twice : QUIET;
    }

    private static boolean older(OffsetDateTime moment, Duration than, ProgressRows.Sign sign) {
        return moment.plus(than).isBefore(sign.now());
    }

    private static Bar bar(
            Stage stage, ProgressRows.@Nullable Kept kept, ProgressRows.Sign sign, @Nullable Duration usual) {
        if (kept == null) {
            return new Bar(stage, State.AHEAD, 0, null, Duration.ZERO, null, null);
        }
        State state = state(kept, sign);
        boolean underWay = state == State.UNDER_WAY;
        OffsetDateTime end = Stream.of(kept.endedAt(), underWay ? sign.now() : sign.endedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(kept.movedAt());
        Duration took = Duration.between(kept.beganAt(), end);
        Duration left = underWay && usual != null && usual.compareTo(took) > 0 ? usual.minus(took) : null;
        Long perSecond = kept.rows() == 0 ? null : kept.rows() * 1000 / Math.max(1000, took.toMillis());
        return new Bar(stage, state, kept.rows(), kept.total(), took, perSecond, left);
    }

    /** The next stage ends the one before it; what nothing has ended is where the run is, or where it stopped. */
    private static State state(ProgressRows.Kept kept, ProgressRows.Sign sign) {
        if (kept.endedAt() != null || sign.through()) {
            return State.PAST;
        }
        return sign.running() ? State.UNDER_WAY : State.STOPPED;
    }
}
