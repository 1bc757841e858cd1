package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A night's line of each feed, and whoever cannot be drawn by name: in ledger, API, pages and on the desk. */
class UndrawableTests {

    private static final String FEED = "test.people";

    private final HubSql sql = new HubSql(BlackBoxHub.running().process());
    private final HubClient api = BlackBoxHub.running().api("李敏");

    @BeforeEach
    void aPersonWithoutARegionAndAParcelThatIsNoMore() {
        sql.update("""
                insert into registry.inspector_version (key, version, feed, name, unit, unit_code, department, post_kind, card_no,
                    card_valid_to, fields, specialties, regions, leader, duty, id_digest, masked_id, digest, retired, run_id, since)
                values ('XC999991', 1, ?, '赵小明', '测试分局', '411002', '执法科', '执法岗', '16119999991', date '2099-12-31',
                    '{土地管理}', '{}', '{}', false, '在岗', 'x', '4110**', 'x', false, 'test-run', timestamptz '2026-11-01 22:00+08')
                """, FEED);
        sql.update("""
                insert into registry.subject_version (key, version, feed, code, kind, name, holder_name, holder_code, region,
                    tags, credit, status, obstacle, valid_to, details, digest, retired, run_id, since)
                values ('PARCEL/DK:TEST', 1, 'test.parcels', 'DK:TEST', 'PARCEL', '试验路1号', '钱小红', '', '411002', '{}', '',
                    '注销', '已注销', null, '{}', 'x', false, 'test-run', timestamptz '2026-11-02 22:00+08')
                """);
    }

    @AfterEach
    void clear() {
        sql.update("delete from registry.inspector_version where feed = ?", FEED);
        sql.update("delete from registry.subject_version where feed = 'test.parcels'");
    }

    @Test
    void whoCannotBeDrawnIsServedByNameWithReasonMomentAndSource() {
        JsonNode reasons = api.get("/api/operator/undrawable").body();
        assertThat(reasons.findValuesAsText("feed")).contains(FEED, "test.parcels");
        assertThat(reasons.findValuesAsText("reason")).contains("执法区域：执法区域为空", "已注销");

        JsonNode people = api.get("/api/operator/undrawable/" + FEED + "/1").body();
        assertThat(people).hasSize(1);
        assertThat(people.get(0).get("code").asText()).isEqualTo("XC999991");
        assertThat(people.get(0).get("name").asText()).as("masked").isEqualTo("赵*");
        assertThat(people.get(0).get("reason").asText()).isEqualTo("执法区域：执法区域为空");
        assertThat(people.get(0).get("feed").asText()).isEqualTo(FEED);
        assertThat(people.get(0).has("since")).isTrue();
        JsonNode parcels = api.get("/api/operator/undrawable/test.parcels/1").body();
        assertThat(parcels.get(0).get("of").asText()).as("a natural person").isEqualTo("钱*");
        assertThat(api.get("/api/operator/undrawable/test.parcels/0").body().toString())
                .contains("E-PAGE");
    }

    @Test
    void theDeskLinksToThePageThatNamesThem() {
        JsonNode row = null;
        for (JsonNode problem : api.get("/api/operator/problems").body()) {
            row = problem.get("kind").asText().equals("concern-undrawable") ? problem : row;
        }
        assertThat(row).isNotNull();
        assertThat(row.get("canWait").asBoolean()).isTrue();
        assertThat(row.get("href").asText()).isEqualTo("/undrawable");
        assertThat(row.get("sentence").asText()).contains("今天不能抽取");

        WebClient console = ConsolePeople.ofTheBlackBox().letIn("roll" + System.nanoTime() % 1_000_000, "OPERATOR");
        assertThat(console.get("/undrawable?feed=" + FEED).body())
                .contains("赵*", "XC999991", "执法区域：执法区域为空", "2026-11-01 22:00:00")
                .doesNotContain("赵小明", "concern.", "undrawable.");
        assertThat(console.get("/undrawable?feed=test.parcels").body()).contains("DK:TEST", "已注销");
    }

    @Test
    void aNightSaysInOneLineOfEachFeedWhereItsRowsWent() throws IOException {
        api.post("/api/operator/acts/start-night/today", "{\"reason\":\"试验\"}");
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    JsonNode night = api.get("/api/operator/nights/today").body();
                    for (JsonNode run : night) {
                        if (run.get("job").asText().matches("sync-(units|projects)-from-landuse")) {
                            assertThat(run.get("message").asText())
                                    .matches(
                                            "收到 \\d+ 行 = 隔离 \\d+ \\+ 被取代 \\d+ \\+ 不变 \\d+ \\+ 新增 \\d+ \\+ 变更 \\d+；停用 \\d+；"
                                                    + "现有 \\d+ 条，不能抽取 \\d+ 条.*");
                        }
                    }
                    assertThat(night.findValuesAsText("job")).contains("sync-units-from-landuse");
                });
        assertThat(BlackBoxHub.running().process().log()).contains(" 行 = 隔离 ");
    }
}
