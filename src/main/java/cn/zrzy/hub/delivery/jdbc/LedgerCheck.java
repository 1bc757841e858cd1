package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's check of itself (台账自查): the invariant views, asked about what changed. */
@Component
class LedgerCheck implements SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);
    private static final int PART = 2_000;

    /** Many small questions look to the planner like a large one, for which it would rather read the whole history. */
    private static final String ONE_BY_ONE = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                   set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)
            """;

    private static final String NEXT = """
            with part as (select seq from delivery.unchecked order by seq limit ?),
            taken as (delete from delivery.unchecked u using part where u.seq = part.seq returning u.dispatch)
            select d.id from delivery.dispatch d where d.no in (select dispatch from taken)
            """;

    private static final String CHANGED = """
            select 'I1' as invariant, dispatch, detail from delivery.i1_conservation where dispatch = any(asked.ids)
            union all select 'I3', dispatch, detail from delivery.i3_one_effect where dispatch = any(asked.ids)
            union all select 'I5', dispatch, detail from delivery.i5_order where dispatch = any(asked.ids)
            union all select 'I5', dispatch, detail from delivery.i5_heads where dispatch = any(asked.ids)
            """.replace("asked.ids", "string_to_array(:ids, ',')");

    /** These turn bad by waiting alone, and cost what is open. */
    private static final String STANDING = """
            select 'I5' as invariant, dispatch, detail from delivery.i5_waiting
            union all select 'I7', dispatch, detail from delivery.i7_dead_end
            """;

    private final JdbcClient jdbc;
    private final Lines lines;

    LedgerCheck(JdbcClient jdbc, Lines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    @Override
    public String book() {
        return "delivery";
    }

    @Override
    public Findings check(Collection<String> suspects) {
        jdbc.sql(ONE_BY_ONE).query((row, n) -> 1).single();
        List<String> changed = jdbc.sql(NEXT).param(PART).query(String.class).list();
        Set<String> objects = new HashSet<>(changed);
        objects.addAll(suspects);
        List<Breach> standing = jdbc.sql(STANDING).query(LedgerCheck::breach).list();
        List<Breach> breaches = new ArrayList<>(jdbc.sql(CHANGED)
                .param("ids", String.join(",", objects))
                .query(LedgerCheck::breach)
                .list());
        breaches.addAll(standing);
        breaches.forEach(breach -> objects.add(breach.object()));
        heal(breaches);
        return new Findings(objects, breaches, !changed.isEmpty() && more());
    }

    private boolean more() {
        return jdbc.sql("select exists (select from delivery.unchecked)")
                .query(Boolean.class)
                .single();
    }

    /** A place that was kept wrongly is put right at once; that it was wrong is told all the same. */
    private void heal(List<Breach> breaches) {
        for (Breach breach : breaches) {
            if (breach.invariant().equals("I5") && lines.heal(breach.object())) {
                LOG.error("{} 的排队次序记错了（{}），已更正", breach.object(), breach.detail());
            }
        }
    }

    private static Breach breach(ResultSet row, int number) throws SQLException {
        return new Breach(row.getString("invariant"), row.getString("dispatch"), row.getString("detail"));
    }
}
