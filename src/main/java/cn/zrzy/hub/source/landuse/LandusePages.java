package cn.zrzy.hub.source.landuse;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turning the pages of the land-use system (翻页). */
@Component("landusePages")
class LandusePages {

    private final int size;

    LandusePages(@Value("${source.landuse.page-size:1000}") int size) {
        this.size = size;
    }

    boolean more(PageCursor cursor) {
        return cursor.more();
    }

    /** Query of the next request. The business date is named, so that a run finished a day late still reads its own day. */
    String query(PageCursor cursor, String businessDate) {
        return "page=" + cursor.number() + "&size=" + size + "&date="
                + LocalDate.parse(businessDate, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
