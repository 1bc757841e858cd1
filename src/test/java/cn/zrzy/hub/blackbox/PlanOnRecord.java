package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plan that the province has signed for (有回执的计划). */
final class PlanOnRecord {

    final String planNo;
    final String dispatch;
    final String receiptNo;
    final String digest;

    PlanOnRecord() {
        BlackBoxHub hub = BlackBoxHub.running();
        HubSql sql = new HubSql(hub.process());
        HubClient office = hub.api("周敏");
        planNo = office.post(
                        "/api/plans",
                        "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}")
                .body()
                .path("planNo")
                .asText();
        assertThat(office.as("何建国")
                        .post("/api/plans/" + planNo + "/approve", "{\"document\": \"批1\"}")
                        .status())
                .isEqualTo(200);
        List<Map<String, Object>> signed =
                await().atMost(Duration.ofSeconds(90)).until(() -> sql.rows("""
                                select d.id, r.receipt_no, b.digest from delivery.dispatch d
                                join delivery.receipt r on r.dispatch = d.no join delivery.body b on b.dispatch = d.no
                                where d.order_key = ? and d.partner = 'province'
                                """, planNo), rows -> !rows.isEmpty());
        dispatch = String.valueOf(signed.get(0).get("id"));
        receiptNo = String.valueOf(signed.get(0).get("receipt_no"));
        digest = String.valueOf(signed.get(0).get("digest"));
    }
}
