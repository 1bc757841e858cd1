package cn.zrzy.hub.console.wall;

import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.duty.Deadline;
import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.duty.DutyRun;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a screen on the wall shows (大屏内容). Visitors see it, so it holds kinds, counts and numbers: no person, no firm, and
 * nothing that a partner, a file or a person wrote.
 *
 * @param at when the books were read
 * @param manned whether somebody has the desk
 */
record WallBoard(
        OffsetDateTime at,
        boolean manned,
        List<Line> open,
        List<Job> jobs,
        List<PartnerLoad> partners,
        List<Deadline> clocks,
        Deadlines.Counts counts) {

    /** So many rows can be read from the other end of a room. */
    private static final int ROWS = 8;

    /** @param owned somebody deals with it */
    record Line(String sentence, OffsetDateTime since, boolean canWait, boolean owned) {}

    /** Of a run its message is left out, which may hold a partner's words. */
    record Job(String label, DutyRun.State state) {}

    public long urgent() {
        return open.stream().filter(line -> !line.canWait()).count();
    }

    public long waitable() {
        return open.size() - urgent();
    }

    public String state() {
        return urgent() > 0 ? "URGENT" : open.isEmpty() ? "CALM" : "WAITABLE";
    }

    public List<Line> first() {
        return open.stream().limit(ROWS).toList();
    }

    public int more() {
        return Math.max(0, open.size() - ROWS);
    }
}
