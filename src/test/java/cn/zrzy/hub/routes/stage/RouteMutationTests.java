package cn.zrzy.hub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Believed after they barked: a route file changed in one place turns a scene of that route red. */
class RouteMutationTests {

    /** @param route whose scenes have to notice */
    record Mutation(String file, String route, String what, String from, String to) {

        @Override
        public String toString() {
            return file + ": " + what;
        }

        RouteBook book() {
            RouteBook production = RouteBook.production();
            String text = production.files().get(file);
            String changed = to.startsWith("⇅") ? swapped(text) : text.replace(from, to);
            assertThat(changed).as("the mutation changes something").isNotEqualTo(text);
            return production.with(file, changed).of(List.of(route));
        }

        /** The line that holds the one text and the line that holds the other change places. */
        private String swapped(String text) {
            List<String> lines = text.lines().toList();
            String one = only(lines, from);
            String other = only(lines, to.substring(1));
            return text.replace(one, "\u0000").replace(other, one).replace("\u0000", other);
        }

        private static String only(List<String> lines, String part) {
            assertThat(lines).filteredOn(line -> line.contains(part)).hasSize(1);
            return lines.stream()
                    .filter(line -> line.contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Stream<Mutation> mutations() {
        return Stream.of(
                swap("template/tell-over-http", "publish-draw-to-province", "\"keep(", "{{author}}\""),
                swap("template/tell-over-http", "refer-record-to-credit", "answered(", "}}Receipts\""),
                swap("template/tell-over-http", "publish-plan-to-portal", "id: \"{{route}}.to", "\"answered("),
                swap("template/ask-over-http", "ask-portal", "\"find(", "\"settle("),
                swap("template/stamp-by-tsa", "stamp-result-to-tsa", "\"read(", "\"confirm("),
                swap("template/pages-from-landuse", "sync-parcels-from-landuse", "compare(", "apply("),
                swap("template/draws-from-province", "draw-result-from-province", "intakeStore", "{{entry}}("),
                swap("refer/case-to-judiciary", "refer-case-to-judiciary", "to-judiciary,", "sent("),
                swap("sync/inspectors-from-hr", "sync-inspectors-from-hr", "from-hr-marker", "inspectorMarkers"),
                swap("publish/draw", "publish-draw", "direct:stamp-result", "direct:draw-open-tasks"),
                swap("inspect/record-finding", "inspect-record-finding", "unmarshal:", "findingBook"),
                rename("publish/opened-to-province", "publish-opened-to-province", "value: opened", "value: corrected"),
                rename("publish/plan-to-portal", "publish-plan-to-portal", "value: plan }", "value: scheme }"),
                rename("publish/void-to-province", "publish-void-to-province", "value: draw-voids", "value: draws"),
                rename("draw/seed-from-province", "draw-seed-from-province", "awaitedSeeds", "awaitedResults"),
                rename("refer/findings", "refer-findings", "toCredit", "toPublic"),
                rename("publish/void", "publish-void", "draw-cancel-tasks", "draw-amend-tasks"),
                rename("draw/approve-void", "draw-approve-void", "\"approve(", "\"ask("),
                rename("plan/approve", "plan-approve", "${body}, ${variable.actor}", "${body}, null"),
                rename("api/office", "draw-seal", "direct:draw-seal", "direct:draw-hand-share"),
                rename("receive/slips-from-judiciary", "receive-slips-from-judiciary", "'judiciary'", "'enforcement'"),
                rename("policy/outbound", "publish-draw-to-portal", "\"park(", "\"postpone("),
                rename("policy/outbound", "publish-draw-to-portal", "pattern: \"*\"", "pattern: \"none\""),
                rename("policy/inbound", "draw-run", "\"require(${variable.shift})\"", "\"require(null)\""),
                rename("policy/receipts", "receive-replies-from-enforcement", "method: failed", "method: done"),
                rename("policy/slips", "receive-slips-from-judiciary", "\"false\"", "\"true\""),
                rename("policy/keys", "ask-keys-of-credit", "unanswered(", "asked("),
                rename(
                        "draw/open-tasks",
                        "draw-open-tasks",
                        "routeConfigurationId: facts",
                        "routeConfigurationId: api"));
    }

    private static Mutation swap(String file, String route, String one, String other) {
        return new Mutation(file, route, one + " ⇅ " + other, one, "⇅" + other);
    }

    private static Mutation rename(String file, String route, String from, String to) {
        return new Mutation(file, route, from + " → " + to, from, to);
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void turnsRed(Mutation mutation) {
        List<Scene> scenes = Scenes.of(mutation.route());
        assertThat(scenes).isNotEmpty();
        try (RouteStage stage = RouteStage.of(mutation.book())) {
            assertThat(scenes)
                    .as("some scene of %s turns red", mutation.route())
                    .anyMatch(scene -> red(scene, stage));
        }
    }

    private static boolean red(Scene scene, RouteStage stage) {
        try {
            scene.playOn(stage);
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    @Test
    void aBookThatNobodyChangedIsGreen() {
        List<String> routes = mutations().map(Mutation::route).distinct().toList();
        try (RouteStage stage = RouteStage.of(RouteBook.production().of(routes))) {
            routes.forEach(route -> Scenes.of(route).forEach(scene -> scene.playOn(stage)));
        }
    }

    @Test
    void aRouteThatIsAddedWithoutASceneIsNamed() {
        RouteBook more = RouteBook.production().with("draw/extra", """
                - route:
                    id: draw-extra
                    description: 多出来的一条
                    routeConfigurationId: api
                    from:
                      uri: direct:draw-extra
                      steps:
                        - bean: { ref: drawFile, method: "show(${header.drawNo})" }
                """);
        try (RouteStage stage = RouteStage.of(more.of(List.of("draw-extra")))) {
            assertThat(stage.nodes().unvisited()).anyMatch(node -> node.startsWith("draw-extra: bean"));
        }
    }
}
