package cn.zrzy.hub.intake.jdbc;

import cn.zrzy.hub.intake.BadRow;
import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 隔离区 in {@code intake.quarantined_row} and {@code intake.sighting}. */
@Repository("quarantine")
class JdbcQuarantine implements Quarantine {

    /** One statement a row: the same key may stand twice in one batch, which a multi-row upsert refuses. */
    private static final String PUT = """
            with kept as (
                insert into intake.quarantined_row (feed, identity, last_run, source, line, col, field, rule, message,
                        value, original, state, owner, first_seen, last_seen)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)
                on conflict (feed, identity) do update set
                    sightings = quarantined_row.sightings
                            + case when quarantined_row.last_run = excluded.last_run then 0 else 1 end,
                    state = case when quarantined_row.state = 'GONE' then 'OPEN' else quarantined_row.state end,
                    last_run = excluded.last_run, source = excluded.source, line = excluded.line, col = excluded.col,
                    field = excluded.field, rule = excluded.rule, message = excluded.message, value = excluded.value,
                    original = excluded.original, owner = excluded.owner, last_seen = excluded.last_seen
                returning id, last_run, source, line)
            insert into intake.sighting (run_id, source, line, row_id) select last_run, source, line, id from kept
            on conflict do nothing""";

    private static final String ROW = "select q.*, q.line as at_line from intake.quarantined_row q ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ShiftTable shifts;
    private final Clock clock;

    JdbcQuarantine(JdbcClient jdbc, JdbcTemplate batches, ShiftTable shifts, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.shifts = shifts;
        this.clock = clock;
    }

    @Override
    public void reopen(Shift shift) {
        shifts.write(
                shift,
                () -> jdbc.sql("delete from intake.sighting where run_id = ?")
                        .param(shift.runId())
                        .update());
    }

    @Override
    public void put(Shift shift, String feed, String owner, List<BadRow> rows) {
        if (!rows.isEmpty()) {
            shifts.write(shift, feed, () -> write(shift.runId(), feed, owner, rows));
        }
    }

    private void write(String runId, String feed, String owner, List<BadRow> rows) {
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(PUT, rows, 500, (statement, bad) -> {
            Place place = bad.place();
            statement.setString(1, feed);
            statement.setString(2, bad.key().isEmpty() ? "bytes:" + Digest.sha256(bad.original()) : "key:" + bad.key());
            statement.setString(3, runId);
            statement.setString(4, place.source());
            statement.setLong(5, place.line());
            statement.setInt(6, place.column());
            statement.setString(7, place.field());
            statement.setString(8, bad.rule());
            statement.setString(9, Masking.text(bad.message()));
            statement.setString(10, Masking.text(bad.value()));
            statement.setBytes(11, bad.original());
            statement.setString(12, owner);
            statement.setTimestamp(13, now);
            statement.setTimestamp(14, now);
        });
    }

    @Override
    public long count(String runId) {
        return jdbc.sql("select count(*) from intake.sighting where run_id = ?")
                .param(runId)
                .query(Long.class)
                .single();
    }

    @Override
    public long unidentified(String runId) {
        return jdbc.sql("""
                        select count(*) from intake.sighting s join intake.quarantined_row q on q.id = s.row_id
                        where s.run_id = ? and q.identity like 'bytes:%' and q.state <> 'IGNORED'""").param(runId).query(Long.class).single();
    }

    @Override
    public void settle(Shift shift, String feed) {
        shifts.write(
                shift, feed, () -> jdbc.sql("""
                        update intake.quarantined_row set state = 'GONE'
                        where feed = ? and state in ('OPEN', 'RETURNED') and last_run <> ?""").params(feed, shift.runId()).update());
    }

    @Override
    public List<Reason> reasons() {
        return jdbc.sql("""
                        select feed, rule, min(owner) as owner, count(*) as amount
                        from intake.quarantined_row where state = 'OPEN' group by feed, rule order by amount desc, feed, rule""")
                .query((row, i) -> new Reason(
                        row.getString("feed"), row.getString("rule"), row.getString("owner"), row.getLong("amount")))
                .list();
    }

    @Override
    public List<QuarantinedRow> page(
            String feedOrNull, String ruleOrNull, QuarantinedRow.State stateOrNull, int offset, int limit) {
        return jdbc.sql(ROW + """
                        where (cast(:feed as text) is null or feed = :feed)
                          and (cast(:rule as text) is null or rule = :rule)
                          and (cast(:state as text) is null or state = :state)
                        order by last_seen desc, id desc offset :offset limit :limit""")
                .param("feed", feedOrNull)
                .param("rule", ruleOrNull)
                .param("state", stateOrNull == null ? null : stateOrNull.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcQuarantine::row)
                .list();
    }

    @Override
    public Optional<QuarantinedRow> find(long id) {
        return jdbc.sql(ROW + "where id = ?")
                .param(id)
                .query(JdbcQuarantine::row)
                .optional();
    }

    @Override
    public List<QuarantinedRow> ofRun(String runId, int offset, int limit) {
        return jdbc.sql("""
                        select q.*, s.line as at_line from intake.sighting s
                        join intake.quarantined_row q on q.id = s.row_id
                        where s.run_id = ? order by s.source, s.line offset ? limit ?""")
                .params(runId, offset, limit)
                .query(JdbcQuarantine::row)
                .list();
    }

    @Override
    public void mark(long id, QuarantinedRow.State state, String who, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Rejected("E-REASON", "请填写理由", Place.field("理由"));
        }
        int rows = jdbc.sql("""
                        update intake.quarantined_row set state = ?, marked_by = ?, mark_reason = ?, marked_at = ? where id = ?""")
                .params(state.name(), who, reason, Timestamp.from(clock.instant()), id)
                .update();
        if (rows == 0) {
            throw new Rejected("E-QUARANTINE-ROW", "隔离区没有编号为 " + id + " 的行");
        }
    }

    private static QuarantinedRow row(ResultSet row, int i) throws SQLException {
        String value = row.getString("value");
        return new QuarantinedRow(
                row.getLong("id"),
                row.getString("feed"),
                row.getString("last_run"),
                new Place(row.getString("source"), row.getLong("at_line"), row.getInt("col"), row.getString("field")),
                row.getString("rule"),
                row.getString("message") + (value.isEmpty() ? "" : "；原值“" + value + "”"),
                Excerpt.of(row.getBytes("original")),
                QuarantinedRow.State.valueOf(row.getString("state")),
                row.getString("owner"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant(),
                row.getInt("sightings"));
    }
}
