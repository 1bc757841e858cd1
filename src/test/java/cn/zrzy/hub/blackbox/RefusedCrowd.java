package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import java.time.Duration;
import java.util.List;

/** Messages to the portal that it refused for one cause (同因退回), and those alone. */
final class RefusedCrowd {

    private static final String PLAN =
            "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}";

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubSql sql = new HubSql(hub.process());

    /** What other tests left at the portal is closed by hand first, so that only these are refused. */
    RefusedCrowd(int count) {
        HubClient operator = hub.api("李敏");
        sql.rows("select id from delivery.dispatch where partner = 'portal' and state = 'PARKED'")
                .forEach(row -> operator.post(
                        "/api/operator/acts/close-by-hand/" + row.get("id"), "{\"reason\":\"清场\",\"number\":\"清-1\"}"));
        hub.city().mood("portal", "rejecting");
        HubClient office = hub.api("周敏");
        for (int i = 0; i < count; i++) {
            String planNo =
                    office.post("/api/plans", PLAN).body().path("planNo").asText();
            assertThat(office.as("何建国")
                            .post("/api/plans/" + planNo + "/approve", "{\"document\": \"批1\"}")
                            .status())
                    .isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> parked().size() == count);
    }

    List<String> parked() {
        return sql
                .rows("select id from delivery.dispatch where partner = 'portal' and state = 'PARKED' order by no")
                .stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    String cause() {
        return String.valueOf(sql.rows(
                        "select distinct cause_code from delivery.dispatch where partner = 'portal' and state = 'PARKED'")
                .get(0)
                .get("cause_code"));
    }

    void accept() {
        hub.city().mood("portal", "calm");
    }

    HubSql sql() {
        return sql;
    }
}
