package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.PartnerLoad;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository("dispatchDesk")
class JdbcDispatchDesk implements DispatchDesk {

    private static final String LINE = """
            select d.*, coalesce((select r.receipt_no from delivery.receipt r
                                  where r.dispatch = d.no order by r.no desc limit 1), '') as receipt_no
            from delivery.dispatch d
            """;

    private final JdbcClient jdbc;
    private final DispatchFiles files;

    JdbcDispatchDesk(JdbcClient jdbc, DispatchFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    @Override
    public Page page(Filter filter, int page, int size) {
        String state = filter.state() == null ? "" : filter.state().name();
        String partner = filter.partner() == null ? "" : filter.partner();
        String cause = filter.causeCode() == null ? "" : filter.causeCode();
        String where = "where (:state = '' or d.state = :state) and (:partner = '' or d.partner = :partner)"
                + " and (:cause = '' or d.cause_code = :cause)";
        long total = jdbc.sql("select count(*) from delivery.dispatch d " + where)
                .param("state", state)
                .param("partner", partner)
                .param("cause", cause)
                .query(Long.class)
                .single();
        int first = Math.max(page, 1);
        List<DispatchSummary> rows = jdbc.sql(LINE + where + " order by d.no desc limit :size offset :skip")
                .param("state", state)
                .param("partner", partner)
                .param("cause", cause)
                .param("size", size)
                .param("skip", (long) (first - 1) * size)
                .query(JdbcDispatchDesk::line)
                .list();
        return new Page(rows, total, first, size);
    }

    @Override
    public List<DispatchSummary> search(String text) {
        String wanted = text == null ? "" : text.strip();
        return jdbc.sql(LINE + """
                        where d.no in (
                            select no from delivery.dispatch where id = upper(:text)
                            union all select no from delivery.dispatch where fact_key = :text or subject = :text
                            union all select no from delivery.dispatch where idempotency_key = :text
                            union all select no from delivery.dispatch where order_key = :text
                            union all select no from delivery.dispatch where trace_id = lower(:text)
                            union all select dispatch from delivery.receipt where receipt_no = :text)
                        order by d.no desc limit 100
                        """)
                .param("text", wanted)
                .query(JdbcDispatchDesk::line)
                .list();
    }

    @Override
    public Optional<DispatchFile> one(String dispatch) {
        return jdbc.sql(LINE + "where d.id = ?")
                .param(dispatch)
                .query(JdbcDispatchDesk::line)
                .optional()
                .map(files::of);
    }

    @Override
    public List<DispatchSummary> ofKey(String key) {
        return jdbc.sql(LINE + "where d.fact_key = ? order by d.no")
                .param(key)
                .query(JdbcDispatchDesk::line)
                .list();
    }

    @Override
    public List<PartnerLoad> loads() {
        return jdbc.sql("""
                        select partner, count(*) filter (where state = 'OWED') as owed,
                               count(*) filter (where state = 'SENDING') as sending,
                               count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state = 'DOUBTED') as doubted,
                               count(*) filter (where state = 'PARKED') as parked,
                               count(*) filter (where state = 'CONFIRMED') as confirmed,
                               min(owed_at) filter (where state <> 'CONFIRMED') as oldest,
                               min(next_at) as next, max(confirmed_at) as last
                        from delivery.dispatch group by partner order by partner
                        """)
                .query((row, n) -> new PartnerLoad(
                        row.getString("partner"),
                        row.getLong("owed"),
                        row.getLong("sending"),
                        row.getLong("sent"),
                        row.getLong("doubted"),
                        row.getLong("parked"),
                        row.getLong("confirmed"),
                        time(row, "oldest"),
                        time(row, "next"),
                        time(row, "last")))
                .list();
    }

    @Override
    public List<DispatchSummary> doubtful() {
        return jdbc.sql(LINE + "where d.state = 'DOUBTED' or (d.state <> 'CONFIRMED' and d.unsure) order by d.no")
                .query(JdbcDispatchDesk::line)
                .list();
    }

    @Override
    public List<CauseGroup> parkedByCause() {
        return jdbc.sql("""
                        select partner, cause_code, min(cause) as cause, min(owner) as owner, count(*) as count,
                               min(parked_at) as first
                        from delivery.dispatch where state = 'PARKED'
                        group by partner, cause_code order by count(*) desc, partner, cause_code
                        """)
                .query((row, n) -> new CauseGroup(
                        row.getString("partner"),
                        row.getString("cause_code"),
                        row.getString("cause"),
                        row.getString("owner"),
                        row.getLong("count"),
                        time(row, "first")))
                .list();
    }

    @Override
    public List<Breach> breaches() {
        return jdbc.sql("""
                        select 'I1' as invariant, dispatch, detail from delivery.i1_conservation
                        union all select 'I3', dispatch, detail from delivery.i3_one_effect
                        union all select 'I5', dispatch, detail from delivery.i5_order
                        union all select 'I7', dispatch, detail from delivery.i7_dead_end
                        order by 1, 2
                        """)
                .query((row, n) ->
                        new Breach(row.getString("invariant"), row.getString("dispatch"), row.getString("detail")))
                .list();
    }

    private static DispatchSummary line(ResultSet row, int number) throws SQLException {
        return new DispatchSummary(
                row.getString("id"),
                row.getString("route"),
                row.getString("partner"),
                row.getString("event"),
                row.getString("fact_key"),
                row.getString("order_key"),
                row.getString("idempotency_key"),
                row.getString("sentence"),
                DispatchState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                time(row, "owed_at"),
                time(row, "next_at"),
                time(row, "confirmed_at"),
                row.getString("cause_code"),
                row.getString("cause"),
                row.getString("owner"),
                row.getString("receipt_no"),
                row.getString("trace_id"));
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
