package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.source.FeedDesk;
import cn.zrzy.hub.source.Portion;
import cn.zrzy.hub.source.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads one page into the registry's staging and moves the cursor on (分页来源). */
@Component
class PagedFeed {

    private final IntakeStore bodies;
    private final FeedDesk desk;
    private final FeedLimits limits;
    private final String owner;

    PagedFeed(
            IntakeStore bodies,
            FeedDesk desk,
            FeedLimits limits,
            @Value("${source.landuse.owner:自然资源确权登记科}") String owner) {
        this.bodies = bodies;
        this.desk = desk;
        this.limits = limits;
        this.owner = owner;
    }

    /** Begins at page 1, also when the run was broken off before: its staging begins anew as well. */
    PageCursor open(SubjectRecords records, Shift shift, String businessDate) {
        return new PageCursor(shift, desk.open(shift, records.feed(), businessDate), limits.now());
    }

    void stage(SubjectRecords records, PageCursor cursor, InputStream answer) {
        Shift shift = cursor.shift();
        StoredBody body = bodies.keep(shift, records.feed().replace('.', '/'), answer);
        Portion<StagedSubject> portion = desk.subjects(shift, records.feed(), owner);
        String source = body.source() + " 第" + cursor.number() + "页";
        JsonPage page;
        try (InputStream in = bodies.open(body.sha256())) {
            page = JsonPage.read(in, source, cursor.received(), row -> take(records, row, portion));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        portion.flush();
        limits.require(source, cursor, page);
        desk.expects(shift, page.total());
        if (cursor.total() >= 0 && cursor.total() != page.total()) {
            throw new TryLater(body.source() + " 在翻页期间总数由 " + cursor.total() + " 变为 " + page.total() + "，将从头重读");
        }
        cursor.pass(page.rows(), page.total());
        if (!cursor.more()) {
            desk.close(shift, records.feed(), body.source(), cursor.received(), cursor.total());
        }
    }

    static void take(SubjectRecords records, SourceRow row, Portion<StagedSubject> portion) {
        try {
            StagedSubject subject = records.translate(row.requireStorable());
            portion.good(subject, row, subject.key());
        } catch (Rejected fault) {
            portion.bad(fault, row, records.key(row));
        }
    }
}
