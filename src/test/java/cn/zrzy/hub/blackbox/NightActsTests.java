package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 夜间处置: a job is left out or run again, a night is begun, and what would do harm is refused. */
class NightActsTests {

    private static final String ACTS = "/api/operator/acts/";
    private static final LocalDate NIGHT =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(25);

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubClient api = hub.api("李敏");
    private final HubSql sql = new HubSql(hub.process());

    @Test
    void skippedFeedLeavesTheListInUseAndFreesTheNight() {
        String run = run(NIGHT, "sync-units-from-landuse", "FAILED");
        JsonNode sheet = api.get(ACTS + "skip-job/" + run).body();
        assertThat(sheet.path("follows").asText()).containsAnyOf("名录沿用", "还没有任何一版生效过");
        assertThat(press("skip-job", run).path("before").asText()).startsWith("失败");
        assertThat(state(run)).isEqualTo("SKIPPED");
        assertThat(code("skip-job", run)).isEqualTo("E-DUTY-STATE");
        assertThat(press("catch-up", run).path("after").asText()).isEqualTo("排队");
        await().atMost(Duration.ofSeconds(120)).until(() -> attempts(run) > 0);
    }

    @Test
    void heldRunningAndUnknownRunsAreNotRunAgain() {
        String held = run(NIGHT.minusDays(1), "sync-units-from-landuse", "HELD");
        assertThat(code("catch-up", held)).isEqualTo("E-DUTY-HELD");
        assertThat(code("catch-up", run(NIGHT.minusDays(2), "sync-units-from-landuse", "DONE")))
                .isEqualTo("E-DUTY-STATE");
        assertThat(api.get(ACTS + "catch-up/20260101-nothing")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-DUTY-RUN-UNKNOWN");
        sql.update("update duty.run set state = 'DONE' where run_id = ?", held);
    }

    @Test
    void nightIsBegunOnceAndNotAheadOfItsTime() throws IOException {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(api.get(ACTS + "start-night/" + today.plusDays(2))
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-DUTY-FUTURE");
        assertThat(api.get(ACTS + "start-night/gestern").body().path("code").asText())
                .isEqualTo("E-DUTY-DATE");
        LocalDate night = NIGHT.minusDays(3);
        List<String> jobs = jobs();
        jobs.stream().skip(1).forEach(job -> run(night, job, "DONE"));
        JsonNode one = api.get(ACTS + "start-night/" + night).body();
        assertThat(one.path("count").asInt()).isEqualTo(1);
        assertThat(one.path("items").get(0).path("has").asText()).isEqualTo("排队");
        run(night, jobs.get(0), "DONE");
        assertThat(code("start-night", night.toString())).isEqualTo("E-DUTY-NIGHT-BEGUN");
        assertThat(offersOf(night)).isEmpty();
    }

    private List<String> jobs() throws IOException {
        JsonNode schedules = new YAMLMapper().readTree(Files.readString(Path.of("config/schedules.yaml")));
        List<String> jobs = new ArrayList<>();
        schedules.at("/schedules/jobs").fieldNames().forEachRemaining(jobs::add);
        return jobs;
    }

    private JsonNode offersOf(LocalDate night) {
        return api.get("/api/operator/offers/night/" + night).body();
    }

    private JsonNode press(String act, String of) {
        return api.post(ACTS + act + "/" + of, "{\"reason\":\"试验\"}").body();
    }

    private String code(String act, String of) {
        return press(act, of).path("code").asText();
    }

    private String run(LocalDate night, String job, String state) {
        String id = night.toString().replace("-", "") + "-" + job;
        sql.update(
                "insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id, ended_at)"
                        + " values (?, ?, ?::date, 0, 'clock', ?, now(), now(), repeat('c', 32), now()) on conflict do nothing",
                id,
                job,
                night.toString(),
                state);
        return id;
    }

    private String state(String run) {
        return String.valueOf(sql.rows("select state from duty.run where run_id = ?", run)
                .get(0)
                .get("state"));
    }

    private long attempts(String run) {
        return ((Number) sql.rows("select attempts from duty.run where run_id = ?", run)
                        .get(0)
                        .get("attempts"))
                .longValue();
    }
}
