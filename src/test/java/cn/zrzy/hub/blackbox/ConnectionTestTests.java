package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubClient;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 测试连接 of every system, through each door: said in words, in time, without effect, in the trail. */
class ConnectionTestTests {

    private final BlackBoxHub hub = BlackBoxHub.running();
    private final HubClient api = hub.api("李敏");
    private final HubSql sql = new HubSql(hub.process());

    @AfterEach
    void calm() {
        hub.city().mood("province", "calm");
        hub.city().mood("judiciary", "calm");
        hub.city().mood("landuse", "calm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "portal", "credit", "tsa", "enforcement", "judiciary", "hr", "landuse"})
    void whoAnswersIsThroughAndNothingTookEffect(String system) {
        Map<String, Integer> before = hub.city().effects(system);
        long seq = sql.lastSeq();
        assertThat(test(system)).startsWith("通，").contains("用时 ");
        assertThat(hub.city().effects(system)).isEqualTo(before);
        assertThat(sql.trail(seq))
                .filteredOn(row -> row.get("action").equals("act.test-connection"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", "limin")
                        .containsEntry("object_key", system)
                        .containsEntry("reason", "换了密钥"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "judiciary", "landuse"})
    void whoIsDownIsNotThroughAndNoRouteTurnsRed(String system) {
        hub.city().mood(system, "down");
        assertThat(test(system)).startsWith("不通，").doesNotContain("Exception", "probe-");
        String routes = ConsolePeople.ofTheBlackBox()
                .letIn("probe-reader", "OPERATOR")
                .get("/routes")
                .body();
        String row = routes.substring(routes.indexOf("data-testid=\"route-probe-" + system + "\""));
        assertThat(row.substring(0, row.indexOf("</tr>"))).doesNotContain("data-state=\"FAILED\"");
    }

    @Test
    void whoIsSlowIsGivenTenSeconds() {
        hub.city().slow("province", 25_000);
        Instant begun = Instant.now();
        assertThat(test("province")).startsWith("不通，").contains("10 秒", "超时");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aSourceHasAPageWithItsButtonAndItsOutcome() {
        WebClient person = ConsolePeople.ofTheBlackBox().letIn("prober", "OPERATOR");
        assertThat(person.get("/sync").body()).contains("href=\"/sources/hr\"", "href=\"/sources/landuse\"");
        Map<String, String> fields =
                WebClient.hidden(person.get("/acts/test-connection?of=hr").body(), "/acts/test-connection/hr");
        fields.put("reason", "名录没有取到");
        assertThat(person.post("/acts/test-connection/hr", fields).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sources/hr"));
        assertThat(person.get("/sources/hr").body()).contains("data-through=\"true\"", "文件夹列得出来");
        assertThat(person.get("/sources/province").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/partners/province"));
        assertThat(person.get("/sources/nobody").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/operator/acts/test-connection/nobody")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("E-PARTNER-UNKNOWN");
    }

    private String test(String system) {
        return api.post("/api/operator/acts/test-connection/" + system, "{\"reason\":\"换了密钥\"}")
                .body()
                .path("after")
                .asText();
    }
}
