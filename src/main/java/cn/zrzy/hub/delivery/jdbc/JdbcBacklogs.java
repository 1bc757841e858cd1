package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Backlogs;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 积压 counted over the open rows of {@code delivery.dispatch}. */
@Repository("backlogs")
class JdbcBacklogs implements Backlogs {

    private static final String LOOK = """
            select d.id as dispatch, d.partner, d.sentence, d.state, d.askable, d.attempts + d.asks as tries,
                   d.failing_since is not null as failing, %s as arrived, d.cause_code, d.cause
            from delivery.dispatch d
            """.formatted(arrived());

    private static final String WANTED = """
            where d.state = :state and d.state <> 'CONFIRMED' and (:partner = '' or d.partner = :partner)
              and (:cause = '' or d.cause_code = :cause)
            """;

    private final JdbcClient jdbc;

    JdbcBacklogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String arrived() {
        return "(d.unsure or d.sent_at is not null or d.confirmed_at is not null"
                + " or exists (select 1 from delivery.receipt r where r.dispatch = d.no))";
    }

    @Override
    public Backlog of(String partner) {
        return jdbc.sql("""
                        select count(*) filter (where age < interval '1 hour') as hour,
                               count(*) filter (where age >= interval '1 hour' and age < interval '12 hours') as watch,
                               count(*) filter (where age >= interval '12 hours' and age < interval '1 day') as day,
                               count(*) filter (where age >= interval '1 day') as older,
                               count(*) filter (where state in ('SENDING', 'SENT')) as moving
                        from (select statement_timestamp() - owed_at as age, state from delivery.dispatch
                              where partner = ? and state <> 'CONFIRMED') open""").param(partner).query(Backlog.class).single();
    }

    @Override
    public Set<OpenFact> openOf(String partner, Collection<String> keys) {
        return jdbc.sql("""
                        select distinct route, fact_key from delivery.dispatch
                        where fact_key = any (:keys) and partner = :partner and state <> 'CONFIRMED'""")
                .param("keys", keys.toArray(String[]::new))
                .param("partner", partner)
                .query(OpenFact.class)
                .set();
    }

    @Override
    public Count count(Wanted wanted) {
        return jdbc.sql("select count(*) as total, count(*) filter (where " + arrived()
                        + ") as arrived from delivery.dispatch d " + WANTED)
                .param("state", wanted.state().name())
                .param("partner", wanted.partner())
                .param("cause", wanted.cause())
                .query(Count.class)
                .single();
    }

    @Override
    public List<Look> after(Wanted wanted, String after, int limit) {
        return jdbc.sql(LOOK + WANTED + """
                          and d.no > coalesce((select no from delivery.dispatch where id = :after), 0)
                        order by d.no limit :limit""")
                .param("state", wanted.state().name())
                .param("partner", wanted.partner())
                .param("cause", wanted.cause())
                .param("after", after)
                .param("limit", limit)
                .query(Look.class)
                .list();
    }

    @Override
    public List<Look> look(Collection<String> dispatches) {
        return jdbc.sql(LOOK + "where d.id = any (:ids) order by d.no")
                .param("ids", dispatches.toArray(String[]::new))
                .query(Look.class)
                .list();
    }
}
