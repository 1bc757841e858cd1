package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.HubTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a change of the base took away in silence (升级时悄悄丢掉的): each line of it is asked for here. */
@HubTest
class BaseTests {

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int http;

    @LocalManagementPort
    private int management;

    @Value("${secret.ops-token}")
    private String ops;

    @Test
    void everyMigrationHasRunOnThisDatabase() throws IOException {
        assertThat(run("public")).isEqualTo(written("migration"));
        assertThat(run("evidence")).isEqualTo(written("evidence"));
    }

    private long run(String schema) {
        return jdbc.sql("select count(*) from " + schema
                        + ".flyway_schema_history where success and version is not null")
                .query(Long.class)
                .single();
    }

    private static long written(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db", folder))) {
            return files.filter(file -> file.toString().endsWith(".sql")).count();
        }
    }

    /** The whole is down here, since no agency is there to be polled; database and broker have their own line. */
    @Test
    void healthKnowsTheDatabaseAndTheBroker() throws Exception {
        JsonNode health = new ObjectMapper().readTree(ask("/actuator/health").body());
        assertThat(health.path("components").path("db").path("status").asText()).isEqualTo("UP");
        assertThat(health.path("components").path("jms").path("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void everyRouteHasItsFiguresAndTheBaseItsVersion() throws Exception {
        String metrics = management("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("app_info{", "camel_routes_running", "camel_routes_added")
                .containsPattern("camel_exchanges_total\\{[^}]*routeId=\"publish-plan-to-province\"")
                .containsPattern("camel_exchanges_failed_total\\{[^}]*routeId=\"sync-inspectors-from-hr\"")
                .containsPattern("camel_route_policy_seconds_count\\{[^}]*routeId=\"publish-plan-to-province\"");
    }

    @Test
    void theContractOfTheApiIsServedAndNamesWhereItIs() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/api/openapi.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode contract = new ObjectMapper().readTree(answer.body());
        assertThat(contract.at("/info/title").asText()).isNotEmpty();
        assertThat(contract.at("/servers/0/url").asText()).startsWith("http").doesNotContain("0.0.0.0");
        assertThat(contract.at("/paths/~1api~1findings/post/operationId").asText())
                .isEqualTo("post-finding");
        assertThat(contract.at("/paths/~1api~1operator~1nights~1{date}/get/parameters/0/name")
                        .asText())
                .isEqualTo("date");
    }

    @Test
    void theBillOfMaterialsIsServedBehindTheOpsToken() throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(management("/actuator/sbom/application").body())
                        .path("components"))
                .hasSizeGreaterThan(100);
        HttpResponse<String> without = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + management + "/actuator/sbom/application"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(without.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> management(String path) throws Exception {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> ask(String path) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(("ops:" + ops).getBytes());
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
