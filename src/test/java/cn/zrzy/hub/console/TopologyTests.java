package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.plumbing.RouteView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTests {

    @Test
    void drawsThreeLanesFromTheNamesAndEndpointsOfTheLiveRoutes() {
        Topology topology = Topology.of(List.of(
                route("post-plan", "post", "rest:post:/api:/plans", List.of("direct:plan-submit"), 3, 0),
                route("route1", "route1", "rest-openapi:api", List.of("rest:post:/api:/plans"), 0, 0),
                route("plan-submit", "plan", "direct://plan-submit", List.of(), 3, 1),
                route("sync-inspectors-from-hr", "sync", "direct:sync-inspectors-from-hr", List.of(), 2, 0),
                route("publish-plan", "publish", "direct:plan.approved", List.of(), 1, 0),
                route("publish-plan-to-province", "publish", "jms:publish-plan-to-province", List.of(), 1, 0),
                route("ask-credit", "ask", "jms:ask-credit", List.of(), 0, 0)));

        assertThat(topology.edges())
                .extracting(edge -> edge.from() + " > " + edge.to())
                .containsExactlyInAnyOrder(
                        "UPSTREAM:api > folder:plan",
                        "UPSTREAM:hr > sync-inspectors-from-hr",
                        "folder:publish > publish-plan-to-province",
                        "publish-plan-to-province > DOWNSTREAM:province",
                        "ask-credit > DOWNSTREAM:credit");
        assertThat(topology.nodes())
                .filteredOn(node -> node.id().equals("folder:plan"))
                .singleElement()
                .satisfies(node -> assertThat(node.state()).isEqualTo(RouteState.FAILED));
    }

    @Test
    void drawsNothingWhenNothingRuns() {
        assertThat(Topology.of(List.of()).nodes()).isEmpty();
    }

    private static RouteLine route(String id, String folder, String from, List<String> to, long total, long failed) {
        Instant now = Instant.parse("2026-11-23T14:30:00Z");
        RouteView view = new RouteView(
                id, id, folder, from, to, "Started", total, failed, now, failed > 0 ? now.plusSeconds(1) : null);
        return RouteLine.of(view, null, null);
    }
}
