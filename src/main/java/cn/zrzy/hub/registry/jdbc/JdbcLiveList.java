package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.registry.batch.Batch;
import cn.zrzy.hub.registry.batch.Comparison;
import cn.zrzy.hub.registry.batch.FeedNight;
import cn.zrzy.hub.registry.batch.LiveList;
import cn.zrzy.hub.registry.batch.Shelf;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The live lists in PostgreSQL, compared and written by whole sets. */
@Repository
class JdbcLiveList implements LiveList {

    private final JdbcClient jdbc;
    private final Differences differences;
    private final Absences absences;
    private final Firms firms;
    private final Doubles doubles;
    private final Conservation conservation;

    JdbcLiveList(JdbcClient jdbc, Conservation conservation) {
        this.jdbc = jdbc;
        this.differences = new Differences(jdbc);
        this.absences = new Absences(jdbc);
        this.firms = new Firms(jdbc);
        this.doubles = new Doubles(jdbc);
        this.conservation = conservation;
    }

    @Override
    public long join(Batch batch) {
        return batch.staged().shelf() == Shelf.SUBJECT ? firms.join(batch.night()) : 0;
    }

    @Override
    public long stagedRows(Batch batch) {
        return count(
                "select count(*) from $staged where run_id = ?",
                batch,
                batch.night().runId());
    }

    @Override
    public Comparison compare(Batch batch) {
        FeedNight night = batch.night();
        if (batch.staged().shelf() == Shelf.INSPECTOR) {
            doubles.keep(night);
        }
        return differences.compare(night, tables(batch));
    }

    @Override
    public long keepFirstAbsent(Batch batch) {
        return batch.staged().shelf() == Shelf.SUBJECT ? absences.keep(batch.night()) : 0;
    }

    @Override
    public void write(Batch batch, Instant now) {
        differences.write(batch.night(), tables(batch), now);
        absences.forgetEarlier(batch.night());
    }

    @Override
    public long rows(Batch batch) {
        return count(
                "select count(*) from $versions where feed = ? and until is null and not retired",
                batch,
                batch.night().feed());
    }

    @Override
    public List<Breach> breaches(String runId) {
        return conservation.breaches(runId);
    }

    private long count(String sql, Batch batch, String key) {
        return jdbc.sql(tables(batch).sql(sql)).param(key).query(Long.class).single();
    }

    private static ShelfTables tables(Batch batch) {
        return ShelfTables.of(batch.staged().shelf());
    }
}
