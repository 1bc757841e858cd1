package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.PartnerLoad;
import cn.zrzy.hub.delivery.RouteTally;
import cn.zrzy.hub.delivery.Standstill;
import cn.zrzy.hub.delivery.search.jdbc.SearchedDispatches;
import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.search.About;
import cn.zrzy.hub.kernel.search.Sought;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository("dispatchDesk")
class JdbcDispatchDesk implements DispatchDesk {

    private static final String LINE = """
            select d.*, coalesce((select r.receipt_no from delivery.receipt r
                                  where r.dispatch = d.no order by r.no desc limit 1), '') as receipt_no,
                   coalesce(a.code, '') as about_code, coalesce(a.name, '') as about_name,
                   coalesce(a.draw_no, '') as about_draw
            from delivery.dispatch d left join delivery.fact_about a on a.fact_key = d.fact_key
            """;

    private final JdbcClient jdbc;
    private final DispatchFiles files;
    private final OpenCounts counts;

    JdbcDispatchDesk(JdbcClient jdbc, DispatchFiles files, OpenCounts counts) {
        this.jdbc = jdbc;
        this.files = files;
        this.counts = counts;
    }

    @Override
    public Page page(Filter filter, int page, int size) {
        StringBuilder where = new StringBuilder("where true");
        List<Object> params = new ArrayList<>();
        narrow(
                where,
                params,
                " and d.state = ?",
                filter.state() == null ? "" : filter.state().name());
        narrow(where, params, " and d.partner = ?", filter.partner());
        narrow(where, params, " and d.cause_code = ?", filter.causeCode());
        if (filter.causeCode() != null && !filter.causeCode().isEmpty()) {
            where.append(" and d.state <> 'CONFIRMED'"); // a receipt ends the cause
        }
        long total = total(filter, where.toString(), params);
        int last = (int) Math.max(1, (Math.min(total, Page.COUNTED) + size - 1) / size);
        int shown = Math.min(Math.max(page, 1), last);
        params.add(size);
        params.add((long) (shown - 1) * size);
        List<DispatchSummary> rows = jdbc.sql(LINE + "where d.no in (select d.no from delivery.dispatch d " + where
                        + " order by d.no desc limit ? offset ?) order by d.no desc")
                .params(params)
                .query(JdbcDispatchDesk::line)
                .list();
        return new Page(rows, total, shown, size);
    }

    private static void narrow(StringBuilder where, List<Object> params, String condition, String value) {
        if (value != null && !value.isEmpty()) {
            where.append(condition);
            params.add(value);
        }
    }

    private long total(Filter filter, String where, List<Object> params) {
        boolean history = (filter.causeCode() == null || filter.causeCode().isEmpty())
                && (filter.state() == null || filter.state() == DispatchState.CONFIRMED);
        String limit = history ? " limit " + (Page.COUNTED + 1) : "";
        return jdbc.sql("select count(*) from (select 1 from delivery.dispatch d " + where + limit + ") counted")
                .params(params)
                .query(Long.class)
                .single();
    }

    @Override
    public List<DispatchSummary> search(Sought sought, Filter filter) {
        return jdbc.sql(LINE + SearchedDispatches.WHERE)
                .params(SearchedDispatches.parameters(sought, filter))
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
    public List<DispatchSummary> these(Collection<String> dispatches) {
        return jdbc.sql(LINE + "where d.id = any (:ids) order by d.no")
                .param("ids", dispatches.toArray(String[]::new))
                .query(JdbcDispatchDesk::line)
                .list();
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
        return counts.loads();
    }

    @Override
    public List<Standstill> standstills() {
        return counts.standstills();
    }

    @Override
    public List<RouteTally> tallies() {
        return counts.tallies();
    }

    @Override
    public List<CauseGroup> parkedByCause() {
        return counts.parkedByCause();
    }

    @Override
    public List<Breach> breaches() {
        return jdbc.sql("""
                        select 'I1' as invariant, dispatch, detail from delivery.i1_conservation
                        union all select 'I3', dispatch, detail from delivery.i3_one_effect
                        union all select 'I5', dispatch, detail from delivery.i5_order
                        union all select 'I5', dispatch, detail from delivery.i5_waiting
                        union all select 'I5', dispatch, detail from delivery.i5_heads
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
                row.getString("trace_id"),
                new About(row.getString("about_code"), row.getString("about_name"), row.getString("about_draw")));
    }

    static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
