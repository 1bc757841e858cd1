package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubSql;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 20,000 dispatches of one plan wait for one partner that has its hands full; the others' go out as if there were none. */
class CrowdedLineTests {

    private static final int CROWD = 20_000;

    /** One claim of the old hub takes 44 s of CPU time here, and it claims three times a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HubSql sql = new HubSql(BlackBoxHub.running().process());

    @AfterEach
    void clear() {
        sql.update(
                "update delivery.dispatch set state = 'PARKED', lease_until = null, next_at = null, cause_code = 'E-TEST',"
                        + " parked_at = now() where order_key = 'XC-2020-P99' and state <> 'PARKED'");
        sql.update(
                "delete from delivery.dispatch where order_key = 'XC-2020-P99' and route <> 'refer-record-to-credit'");
    }

    @Test
    void aPartnerWithALongQueueHoldsUpNobodyElse() {
        owe("publish-results-to-province", "province", 4, 1, CROWD);
        sql.update("update delivery.dispatch set state = 'SENDING', next_at = null, lease_no = 1,"
                + " lease_until = now() + interval '1 hour' where order_key = 'XC-2020-P99' and fact_key in"
                + " ('X1@1', 'X2@1', 'X3@1', 'X4@1', 'X5@1', 'X6@1', 'X7@1', 'X8@1')");
        // A result that nobody recorded cannot be rendered: it is refused, parked, and was worked on for that.
        owe("refer-record-to-credit", "credit", 1, CROWD + 1, CROWD + 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sql.rows(
                                "select no from delivery.dispatch where route = 'refer-record-to-credit' and fact_key = ?"
                                        + " and attempts > 0",
                                "X" + (CROWD + 1) + "@1"))
                        .as("the credit platform's own")
                        .hasSize(1));
    }

    private void owe(String route, String partner, int stage, int from, int to) {
        sql.update("""
                insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                    idempotency_key, state, next_at, trace_id, owner)
                select ?, ?, ?, true, 'inspection.finding-recorded', 'X' || n || '@1', 'X' || n, 'XC-2020-P99', '检查结果已录入',
                       ? || ':X' || n || '@1', 'OWED', clock_timestamp(), md5(n::text), '监管科'
                from generate_series(?, ?) n
                """, route, partner, stage, route, from, to);
    }
}
