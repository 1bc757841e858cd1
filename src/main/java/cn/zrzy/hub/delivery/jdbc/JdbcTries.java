package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.ledger.Strays;
import cn.zrzy.hub.delivery.ledger.Tries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 来件登记 in {@code delivery.arrival}. */
@Repository
class JdbcTries implements Tries {

    private final JdbcClient jdbc;
    private final Strays strays;
    private final TransactionTemplate own;

    JdbcTries(JdbcClient jdbc, Strays strays, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.strays = strays;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public int count(String source, String id, boolean again) {
        return own.execute(status -> jdbc.sql("""
                        insert into delivery.arrival as a (source, id, tries) values (?, ?, 1)
                        on conflict (source, id) do update set tries = a.tries + ?, last_at = clock_timestamp()
                        returning tries""")
                .params(source, id, again ? 0 : 1)
                .query(Integer.class)
                .single());
    }

    @Override
    public void forget(String source, String id) {
        own.executeWithoutResult(status -> {
            jdbc.sql("delete from delivery.arrival where source = ? and id = ? and not aside")
                    .params(source, id)
                    .update();
            if (id.contains("/")) {
                settleEarlier(source, id.substring(0, id.indexOf('/') + 1));
            }
        });
    }

    /** A file that was listed while it was half written, and is whole now. */
    private void settleEarlier(String source, String file) {
        jdbc.sql("""
                        update delivery.stray_receipt
                        set settled_at = clock_timestamp(), settled_by = '枢纽', settle_reason = '同名文件后来写全，已读懂'
                        where source = ? and starts_with(arrival, ?) and settled_at is null""").params(source, file).update();
    }

    @Override
    public void putAside(String source, String id, String place, String raw, Throwable why) {
        own.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into delivery.arrival (source, id, aside) values (?, ?, true)
                            on conflict (source, id) do update set aside = true""").params(source, id).update();
            strays.keep(source, id, place, raw, why);
        });
    }

    @Override
    public boolean isAside(String source, String id) {
        return jdbc.sql("select exists (select 1 from delivery.arrival where source = ? and id = ? and aside)")
                .params(source, id)
                .query(Boolean.class)
                .single();
    }
}
