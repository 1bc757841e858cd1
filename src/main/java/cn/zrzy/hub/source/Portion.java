package cn.zrzy.hub.source;

import cn.zrzy.hub.intake.BadRow;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** Rows on their way to the database, a thousand at a time (批), so that memory does not grow with the file. */
public final class Portion<T> {

    private static final int SIZE = 1000;

    private final Shift shift;
    private final String feed;
    private final String owner;
    private final FeedDesk desk;
    private final BiFunction<Shift, List<T>, List<Long>> stage;
    private final ToLongFunction<T> number;

    private final List<T> good = new ArrayList<>(SIZE);
    private final Map<Long, Origin> origins = new HashMap<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final List<String> spared = new ArrayList<>();

    private record Origin(SourceRow row, String key) {}

    Portion(
            Shift shift,
            String feed,
            String owner,
            FeedDesk desk,
            BiFunction<Shift, List<T>, List<Long>> stage,
            ToLongFunction<T> number) {
        this.shift = shift;
        this.feed = feed;
        this.owner = owner;
        this.desk = desk;
        this.stage = stage;
        this.number = number;
    }

    /** @param key registry key, for the quarantine should the row prove to be a duplicate */
    public void good(T row, SourceRow source, String key) {
        good.add(row);
        origins.put(number.applyAsLong(row), new Origin(source, key));
        flushWhenFull();
    }

    /**
     * @param key registry key when it can be read in spite of the fault: its live version is then kept as it is, because
     *     a row that we cannot read is no reason to drop a subject from the pool; empty when it cannot be read: then this
     *     row may be anybody's, and the run retires nobody
     */
    public void bad(Rejected fault, SourceRow row, String key) {
        bad.add(quarantined(fault, row, key));
        if (!key.isEmpty()) {
            spared.add(key);
        }
        flushWhenFull();
    }

    private void flushWhenFull() {
        if (good.size() + bad.size() >= SIZE) {
            flush();
        }
    }

    /** @throws cn.zrzy.hub.kernel.ShiftLost when this worker no longer has the run: a long file is left off here */
    public void flush() {
        shift.require();
        long rows = good.size() + bad.size();
        for (long refused : stage.apply(shift, good)) {
            Origin origin = origins.get(refused);
            Rejected fault = origin.row().fault("E-ROW-DUPLICATE", "", "重复：同一批次中主键已出现过，保留先出现的一行");
            bad.add(quarantined(fault, origin.row(), "重复:" + origin.key()));
            spared.add(origin.key()); // its key may be new to this run: another person's identity number, typed twice
        }
        desk.pass(shift, feed, owner, bad, spared, rows);
        good.clear();
        origins.clear();
        bad.clear();
        spared.clear();
    }

    private static BadRow quarantined(Rejected fault, SourceRow row, String key) {
        String value = row.shown(fault.place().field());
        return new BadRow(fault.place(), fault.code(), fault.getMessage(), value, row.original(), key);
    }
}
