package cn.zrzy.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.SandboxCity;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hub that is killed while it presses for a bulk job: the next one goes on, and each message was pressed once. */
class KilledJobTests {

    private static final int REFUSED = 4;
    private static final String PLAN =
            "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}";

    @Test
    void jobGoesOnAfterTheHubWasKilledAndPausesStay() throws Exception {
        Path data = Path.of("target/killed-job-" + ProcessHandle.current().pid());
        int broker = TestDatabase.freePort();
        Path sandbox = data.resolve("sandbox");
        try (SandboxCity city = SandboxCity.start(sandbox, data.resolve("secrets"), broker, 0.02);
                HubProcess hub = new HubProcess(data, broker)) {
            hub.with(city.properties(sandbox));
            hub.with(Map.of("delivery.lease", "5s", "delivery.first-wait", "1s"));
            hub.start("before-job-item");
            assertThat(hub.awaitReady(Duration.ofMinutes(3))).isTrue();
            HubSql sql = new HubSql(hub);
            refuse(hub, city, sql);
            HubClient api = hub.api("李敏");
            api.post(
                    "/api/operator/acts/pause-partner/credit",
                    "{\"reason\":\"对方停机\",\"until\":\"%s\"}"
                            .formatted(java.time.OffsetDateTime.now().plusHours(1)));
            api.post("/api/operator/jobs", "{\"act\":\"resend\",\"partner\":\"portal\",\"reason\":\"门户已放行\"}");
            assertThat(hub.awaitDeath(Duration.ofMinutes(1))).isTrue();
            hub.start("");
            assertThat(hub.awaitReady(Duration.ofMinutes(3))).isTrue();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> !sql.rows("select 1 from act.job where state = 'DONE' and done = ?", (long) REFUSED)
                            .isEmpty());
            assertThat(sql.rows("select dispatch from delivery.act group by dispatch having count(*) > 1"))
                    .as("pressed twice")
                    .isEmpty();
            assertThat(city.effects("portal"))
                    .hasSize(REFUSED)
                    .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
            assertThat(sql.rows("select 1 from delivery.paused_partner where partner = 'credit'"))
                    .as("a pause outlives the hub")
                    .hasSize(1);
        }
    }

    private static void refuse(HubProcess hub, SandboxCity city, HubSql sql) throws Exception {
        city.mood("portal", "rejecting");
        HubClient office = hub.api("周敏");
        for (int i = 0; i < REFUSED; i++) {
            String planNo =
                    office.post("/api/plans", PLAN).body().path("planNo").asText();
            office.as("何建国").post("/api/plans/" + planNo + "/approve", "{\"document\": \"批1\"}");
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> sql.rows("select 1 from delivery.dispatch where partner = 'portal' and state = 'PARKED'")
                                .size()
                        == REFUSED);
        city.mood("portal", "calm");
    }
}
