package cn.zrzy.hub.source.landuse;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turning the pages of the land-use system (翻页), one cursor a run; a crash loses it and the run begins at page 1. */
@Component("landusePages")
class LandusePages {

    private final int size;
    private final Map<String, PageCursor> cursors = new ConcurrentHashMap<>();

    LandusePages(@Value("${source.landuse.page-size:1000}") int size) {
        this.size = size;
    }

    /** Begins at page 1, also when the run was broken off before: its staging begins anew as well. */
    void open(String runId) {
        cursors.put(runId, PageCursor.first());
    }

    boolean more(String runId) {
        return at(runId).more();
    }

    /** Query of the next request. The business date is named, so that a run finished a day late still reads its own day. */
    String query(String runId, String businessDate) {
        return "page=" + at(runId).number() + "&size=" + size + "&date="
                + LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE);
    }

    PageCursor at(String runId) {
        return cursors.getOrDefault(runId, PageCursor.finished());
    }

    /** A finished cursor is forgotten. */
    void move(String runId, PageCursor cursor) {
        if (cursor.more()) {
            cursors.put(runId, cursor);
        } else {
            cursors.remove(runId);
        }
    }
}
