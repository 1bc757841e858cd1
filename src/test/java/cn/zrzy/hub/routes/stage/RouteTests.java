package cn.zrzy.hub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.test.junit5.util.CamelRouteCoverageDumper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each route of routes/ does: whom it calls in which order and with what, what it sends where with which headers, and what
 * becomes of a failure at each of its steps. Camel's own, without hub, database or broker; the stories against real agencies stand
 * beside it and are fewer.
 */
class RouteTests {

    private static final RouteStage STAGE = RouteStage.counted(RouteBook.production());

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @TestFactory
    Stream<DynamicNode> everyRoute() {
        Map<String, List<Scene>> routes = new TreeMap<>();
        Scenes.ALL.forEach(scene -> routes.computeIfAbsent(scene.route(), route -> new ArrayList<>())
                .add(scene));
        return routes.entrySet().stream()
                .map(route -> DynamicContainer.dynamicContainer(
                        route.getKey(),
                        route.getValue().stream()
                                .map(scene -> DynamicTest.dynamicTest(scene.title(), () -> scene.playOn(STAGE)))));
    }

    /** A route that is added without a scene, or a branch that no scene takes, is named here. */
    @Test
    void everyNodeOfEveryRouteIsVisited() throws Exception {
        Scenes.ALL.forEach(scene -> scene.playOn(STAGE));
        assertThat(STAGE.nodes().count()).isGreaterThan(400);
        assertThat(STAGE.nodes().unvisited()).isEmpty();
        writeCoverage();
    }

    /** Camel's own count of the same, line by line, for whoever wants to look: target/camel-route-coverage. */
    private static void writeCoverage() throws Exception {
        ManagedCamelContext managed =
                STAGE.camel().getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        new CamelRouteCoverageDumper()
                .dump(
                        managed.getManagedCamelContext(),
                        (ModelCamelContext) STAGE.camel(),
                        "target/camel-route-coverage",
                        "routes.xml",
                        RouteTests.class.getName(),
                        "everyNodeOfEveryRouteIsVisited",
                        0);
    }

    @Test
    void noTwoScenesAreOne() {
        assertThat(Scenes.ALL.stream().map(Scene::title)).doesNotHaveDuplicates();
        assertThat(Scenes.ALL).hasSizeGreaterThan(1000);
    }
}
