package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.source.FeedDesk;
import cn.zrzy.hub.source.Portion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 矿业权台账 (.xlsx): a merged title, then a header row, then rows, on one sheet or several. */
@Component("miningLedger")
class MiningLedger {

    private final IntakeStore bodies;
    private final FeedDesk desk;
    private final MiningRecords records;
    private final String owner;

    MiningLedger(
            IntakeStore bodies,
            FeedDesk desk,
            MiningRecords records,
            @Value("${source.landuse.mining-owner:矿产资源管理科}") String owner) {
        this.bodies = bodies;
        this.desk = desk;
        this.records = records;
        this.owner = owner;
    }

    /** @return false when the run is finished: then the ledger is not read again */
    boolean open(Shift shift, String businessDate) {
        return desk.open(shift, records.feed(), businessDate);
    }

    void stage(Shift shift, StoredBody body) {
        byte[] bytes = ZipGuard.check(bodies.open(body.sha256()), body.source());
        Portion<StagedSubject> portion = desk.subjects(shift, records.feed(), owner);
        long received = LedgerTable.read(bytes, body.source(), MiningRecords.FIELDS, line -> take(line, portion));
        portion.flush();
        // A ledger names no total; a cut file is no zip.
        desk.close(shift, records.feed(), body.source(), received, received);
    }

    private void take(LedgerTable.Line line, Portion<StagedSubject> portion) {
        if (line.fault() == null) {
            PagedFeed.take(records, line.row(), portion);
        } else {
            portion.bad(line.fault(), line.row(), records.key(line.row()));
        }
    }
}
