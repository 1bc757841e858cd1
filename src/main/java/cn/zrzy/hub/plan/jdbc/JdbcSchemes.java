package cn.zrzy.hub.plan.jdbc;

import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSchemes implements Schemes {

    private static final String SELECT = "select * from plan.scheme ";

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcSchemes(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Scheme> find(String schemeNo, int version) {
        return find(schemeNo).filter(scheme -> scheme.version() == version);
    }

    @Override
    public Optional<Scheme> find(String schemeNo) {
        return jdbc.sql(SELECT + "where scheme_no = ?")
                .params(schemeNo)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Scheme> inState(Scheme.State state) {
        return jdbc.sql(SELECT + "where state = ? order by scheme_no")
                .params(state.name())
                .query(this::row)
                .list();
    }

    @Override
    public List<Scheme> due(LocalDate date) {
        return jdbc.sql(SELECT + "where state = 'APPROVED' and draw_on <= ? order by scheme_no")
                .params(date)
                .query(this::row)
                .list();
    }

    @Override
    public String nextNo(String planNo) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('plan.nextSchemeNo'))")
                .query((row, n) -> 0)
                .list();
        int used = jdbc.sql("select count(*) from plan.scheme where plan_no = ?")
                .params(planNo)
                .query(Integer.class)
                .single();
        return "%s-S%02d".formatted(planNo, used + 1);
    }

    @Override
    public void add(Scheme scheme, String requestNo) {
        jdbc.sql("""
                        insert into plan.scheme (scheme_no, version, plan_no, name, items, draw_on, window_from, window_to,
                                                 method, team_size, terms, state, author, request_no)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        scheme.schemeNo(),
                        scheme.version(),
                        scheme.planNo(),
                        scheme.name(),
                        json.write(scheme.items()),
                        scheme.drawOn(),
                        scheme.windowFrom(),
                        scheme.windowTo(),
                        scheme.method(),
                        scheme.teamSize(),
                        json.write(scheme.terms()),
                        scheme.state().name(),
                        scheme.author(),
                        requestNo)
                .update();
    }

    @Override
    public Optional<Scheme> ofRequest(String requestNo) {
        return jdbc.sql(SELECT + "where request_no = ?")
                .params(requestNo)
                .query(this::row)
                .optional();
    }

    @Override
    public void approve(Scheme scheme) {
        jdbc.sql("""
                        update plan.scheme set state = 'APPROVED', approver = ?, approved_at = ?
                        where scheme_no = ? and state = 'DRAFT'
                        """)
                .params(scheme.approver(), scheme.approvedAt(), scheme.schemeNo())
                .update();
    }

    @Override
    public boolean frozen(String schemeNo, String drawNo) {
        return jdbc.sql(
                                "update plan.scheme set state = 'FROZEN', draw_no = ? where scheme_no = ? and state = 'APPROVED'")
                        .params(drawNo, schemeNo)
                        .update()
                == 1;
    }

    @Override
    public boolean drawn(String schemeNo) {
        return jdbc.sql("update plan.scheme set state = 'DRAWN' where scheme_no = ? and state = 'FROZEN'")
                        .params(schemeNo)
                        .update()
                == 1;
    }

    @Override
    public boolean voided(String schemeNo, String drawNo) {
        return jdbc.sql("""
                                update plan.scheme set state = 'APPROVED', draw_no = null
                                where scheme_no = ? and draw_no = ? and state in ('FROZEN', 'DRAWN')
                                """).params(schemeNo, drawNo).update() == 1;
    }

    @Override
    public boolean withdrawn(String schemeNo) {
        return jdbc.sql(
                                "update plan.scheme set state = 'WITHDRAWN' where scheme_no = ? and state in ('DRAFT', 'APPROVED')")
                        .params(schemeNo)
                        .update()
                == 1;
    }

    private Scheme row(ResultSet row, int number) throws SQLException {
        return new Scheme(
                row.getString("scheme_no"),
                row.getInt("version"),
                row.getString("plan_no"),
                row.getString("name"),
                List.of(json.read(row.getString("items"), PlanItem[].class)),
                row.getObject("draw_on", LocalDate.class),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                row.getString("method"),
                row.getInt("team_size"),
                json.read(row.getString("terms"), DrawTerms.class),
                Scheme.State.valueOf(row.getString("state")),
                row.getString("author"),
                row.getString("approver"),
                row.getObject("approved_at", OffsetDateTime.class),
                row.getString("draw_no"));
    }
}
