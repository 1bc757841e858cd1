package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.RandomCode;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters debts (应报送登记), only ever inside the transaction of the fact. */
@Component
class DebtEntry {

    /** 49 bits: among a million keys of the lost days and a million of the new ones, no two of one fact are the same. */
    private static final int KEY_SIGNS = 10;

    private final JdbcClient jdbc;
    private final DeliveryTerms terms;
    private final FactKeys keys;
    private final TransactionTemplate callers;

    DebtEntry(JdbcClient jdbc, DeliveryTerms terms, FactKeys keys, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.terms = terms;
        this.callers = new TransactionTemplate(transactions);
        this.callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    void owe(Fact fact, String route) {
        DeliveryTerms.Route own = terms.route(route);
        String key = fact.key();
        int at = key.lastIndexOf('@');
        callers.executeWithoutResult(status -> {
            jdbc.sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, trace_id, owner)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OWED', clock_timestamp(), ?, ?)
                        on conflict (route, fact_key) do nothing
                        """)
                    .params(
                            route,
                            own.partner(),
                            own.stage(),
                            own.doubt() == DeliveryTerms.Doubt.ASK,
                            fact.event(),
                            key,
                            at < 0 ? key : key.substring(0, at),
                            fact.orderKey(),
                            fact.sentence(),
                            route + ":" + key + ":" + RandomCode.draw(KEY_SIGNS),
                            traceId(),
                            own.owner())
                    .update();
            keys.keep(route, fact);
        });
    }

    /** The trace of the run or request that we are in, so that one number leads from the first row to the receipt. */
    private static String traceId() {
        String current = MDC.get("traceId");
        return current != null && current.matches("[0-9a-f]{32}")
                ? current
                : UUID.randomUUID().toString().replace("-", "");
    }
}
