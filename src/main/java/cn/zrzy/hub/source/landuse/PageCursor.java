package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Shift;
import java.time.Instant;

/**
 * Where one worker stands in reading a paged feed (翻页游标). It belongs to the worker's shift and is carried by its route: a
 * run that passes on begins at page 1 with a cursor of its own, and two workers can never turn each other's pages.
 */
final class PageCursor {

    private final Shift shift;
    private final Instant begun;
    private int number = 1;
    private long received;
    private long total = -1;
    private boolean more;

    /** @param more false when the run is finished and nothing is to be read */
    PageCursor(Shift shift, boolean more, Instant begun) {
        this.shift = shift;
        this.more = more;
        this.begun = begun;
    }

    Instant begun() {
        return begun;
    }

    Shift shift() {
        return shift;
    }

    /** Page to ask for, from 1. */
    int number() {
        return number;
    }

    /** Rows read so far. */
    long received() {
        return received;
    }

    /** Rows that the source says it has; −1 before the first answer. */
    long total() {
        return total;
    }

    boolean more() {
        return more;
    }

    void pass(long rows, long declared) {
        number++;
        received += rows;
        total = declared;
        more = rows > 0 && received < declared;
    }
}
