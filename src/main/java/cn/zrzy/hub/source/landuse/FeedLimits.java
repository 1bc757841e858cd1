package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many rows a paged source may have and how long it may be read (分页来源的上限): one that never ends is left (attack 16). */
@Component
class FeedLimits {

    private final Clock clock;
    private final long mostRows;
    private final Duration within;

    /**
     * @param mostRows of one feed in one night; Xuchang has some 200,000 parcels in all
     * @param within from the first page of a try to its last
     */
    FeedLimits(
            Clock clock,
            @Value("${source.landuse.most-rows:1000000}") long mostRows,
            @Value("${source.landuse.within:2h}") Duration within) {
        this.clock = clock;
        this.mostRows = mostRows;
        this.within = within;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws Rejected E-FEED-SIZE or E-FEED-TIME; nothing of the feed is used then */
    void require(String source, PageCursor cursor, JsonPage page) {
        long rows = Math.max(page.total(), cursor.received() + page.rows());
        if (rows > mostRows) {
            throw new Rejected("E-FEED-SIZE", "来源说共有 " + rows + " 行，超过上限 " + mostRows + " 行，整份不用", Place.of(source));
        }
        if (now().isAfter(cursor.begun().plus(within))) {
            throw new Rejected("E-FEED-TIME", "读了 " + within.toMinutes() + " 分钟还没有读完，整份不用", Place.of(source));
        }
    }
}
