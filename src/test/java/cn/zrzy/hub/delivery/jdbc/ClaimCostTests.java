package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What a claim costs, in pages that it touches: a number that no crowded machine can change. ClaimBench has the times. */
class ClaimCostTests {

    private static final int FEW = 20;
    private static final int MANY = 20_000;

    @Test
    void a_claim_touches_as_many_pages_with_20000_open_as_with_20() {
        long few = pages(FEW, false);
        assertThat(pages(MANY, false)).isLessThan(2 * few);
    }

    @Test
    void a_partner_that_is_down_with_20000_behind_it_costs_the_others_nothing() {
        long few = pages(FEW, true);
        assertThat(pages(MANY, true)).isLessThan(2 * few);
    }

    private static long pages(int open, boolean otherIsDown) {
        LedgerFixture hub = new LedgerFixture();
        try {
            seed(hub, "publish-results-to-province", "province", 4, open);
            if (otherIsDown) {
                seed(hub, "publish-plan-to-portal", "portal", 1, 1);
                hub.jdbc
                        .sql("update delivery.dispatch set state = 'DOUBTED', unsure = true,"
                                + " next_at = clock_timestamp() + interval '1 hour' where partner = 'portal'")
                        .update();
                seed(hub, "publish-plan-to-portal", "portal", 5, open);
            }
            hub.lines.place();
            hub.jdbc.sql("vacuum analyze delivery.dispatch").update();
            claimed(hub);
            return claimed(hub);
        } finally {
            hub.close();
        }
    }

    private static void seed(LedgerFixture hub, String route, String partner, int stage, int open) {
        hub.jdbc
                .sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, trace_id, owner)
                        select :route, :partner, :stage, true, 'e', 'F' || n || '@' || :stage, 'F' || n, 'P1', '检查结果已录入',
                               :route || ':F' || n || '@' || :stage, 'OWED', clock_timestamp(), md5(n::text), '监管科'
                        from generate_series(1, :open) n
                        """)
                .param("route", route)
                .param("partner", partner)
                .param("stage", stage)
                .param("open", open)
                .update();
    }

    /** The claim itself, undone afterwards. */
    private static long claimed(LedgerFixture hub) {
        String plan = hub.transaction.execute(status -> {
            status.setRollbackOnly();
            return hub.jdbc
                    .sql("explain (analyze, buffers, format json) " + JdbcDueDispatches.CLAIM)
                    .param("routes", String.join(",", hub.terms.routes().keySet()))
                    .param("inFlight", hub.terms.inFlight())
                    .param("lease", hub.terms.lease().toMillis())
                    .param("max", 100)
                    .query(String.class)
                    .single();
        });
        try {
            JsonNode top = new ObjectMapper().readTree(plan).get(0).path("Plan");
            assertThat(top.path("Actual Rows").asInt()).as("leased").isEqualTo(hub.terms.inFlight());
            return top.path("Shared Hit Blocks").asLong()
                    + top.path("Shared Read Blocks").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
