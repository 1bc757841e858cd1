package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules and dashboards of docker/ watch figures that a running hub really gives (指标、规则、看板). */
class WatchedFiguresTests {

    /** Of ours, Camel's and Micrometer's; words of PromQL and labels have no such beginning. */
    private static final Pattern FIGURE =
            Pattern.compile("\\b(?:sj|camel|jvm|disk|hikaricp|process|system|spring_security)_[a-z_]+");

    private static final HubProcess HUB = BlackBoxHub.running().process();

    private static final HubSql SQL = new HubSql(HUB);

    @BeforeAll
    static void aNightWentWellAndAMessageWaits() {
        SQL.update("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, trace_id, owner, parked_at, cause_code, cause)
                        values ('refer-record-to-credit', 'credit', 1, true, 'inspection.finding-recorded', 'WATCHED@1', 'S',
                            'O-WATCHED', '试验', 'watched', 'PARKED', repeat('a', 32), '监管科', now(), 'E-WATCHED', '试验')""");
        SQL.update("""
                        insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, started_at,
                                              ended_at, trace_id)
                        values ('20260101-draw-run', 'draw-run', '2026-01-01', 1, 'clock', 'DONE', now(), now(), now(),
                                now(), 'x') on conflict do nothing""");
    }

    @AfterAll
    static void gone() {
        SQL.update("delete from delivery.dispatch where cause_code = 'E-WATCHED'");
        SQL.update("delete from duty.run where run_id = '20260101-draw-run'");
    }

    @Test
    void everyFigureOfARuleOrDashboardExists() throws IOException {
        Set<String> wanted = new TreeSet<>(figures(Files.readString(Path.of("docker/prometheus/rules.yml"))));
        try (Stream<Path> boards = Files.list(Path.of("docker/grafana/dashboards"))) {
            for (Path board : boards.toList()) {
                JsonNode panels = new ObjectMapper().readTree(board.toFile()).path("panels");
                assertThat(panels).as(board.toString()).isNotEmpty();
                panels.findValuesAsText("expr").forEach(expr -> wanted.addAll(figures(expr)));
            }
        }
        assertThat(wanted).hasSizeGreaterThan(20);
        // The books are read twice a minute, the chain is verified after the start.
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            String given = scrape();
            assertThat(wanted).allSatisfy(figure -> assertThat(given).containsPattern("(?m)^" + figure + "[ {]"));
            assertThat(given)
                    .as("Prometheus sets these itself")
                    .doesNotContainPattern("(?m)^sj_[a-z_]+[{][^}]*\\b(job|instance)=")
                    .as("the disk that fills up")
                    .contains("disk_free_bytes{path=\"" + HUB.data().toAbsolutePath());
        });
    }

    private static Set<String> figures(String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher figure = FIGURE.matcher(text); figure.find(); ) {
            found.add(figure.group());
        }
        return found;
    }

    private static String scrape() throws IOException {
        String ops = "ops:"
                + Files.readString(HUB.data().resolve("secrets/ops-token")).strip();
        String basic = "Basic " + Base64.getEncoder().encodeToString(ops.getBytes(StandardCharsets.UTF_8));
        return new WebClient(HUB.managementUrl(), Map.of("Accept", "*/*", "Authorization", basic))
                .get("/actuator/prometheus")
                .body();
    }
}
