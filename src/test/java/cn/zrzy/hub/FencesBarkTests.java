package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.ArchitectureTests.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fence is broken once on purpose, to see it bark: a fence that never barks may be asleep. */
class FencesBarkTests {

    /** Classes that break every rule, in packages named like the rooms; see the folder {@code trespass}. */
    private static final JavaClasses TRESPASSERS = new ClassFileImporter()
            .importPackages(
                    "cn.zrzy.hub.plan.trespass",
                    "cn.zrzy.hub.draw.trespass",
                    "cn.zrzy.hub.draw.canon.trespass",
                    "cn.zrzy.hub.source.trespassa",
                    "cn.zrzy.hub.source.trespassb",
                    "cn.zrzy.hub.partner.trespassa",
                    "cn.zrzy.hub.partner.trespassb",
                    "cn.zrzy.verify.trespass");

    @TestFactory
    Stream<DynamicTest> everyHouseRuleBarks() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThatThrownBy(() -> rule.getValue().check(TRESPASSERS))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("trespass")));
    }

    @Test
    void aVerifierThatLeansOnTheHubBarks() {
        assertThatThrownBy(() -> ArchitectureTests.VERIFIERS_STAND_ALONE.check(TRESPASSERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Leaner");
    }

    @Test
    void anArrowOutsideThePlanBarks() {
        assertThatThrownBy(() -> ArchitectureTests.arrows("plan").check(TRESPASSERS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("delivery");
    }

    @Test
    void anArrowUpstairsBarks() {
        assertThat(ArchitectureTests.climbing(Map.of(
                        "draw", List.of("kernel", "plan"), "site", List.of("console"), "embedded", List.of("kernel"))))
                .containsExactlyInAnyOrder("draw → plan", "site → console");
    }

    @Test
    void anArrowThatNobodyUsesBarks() {
        assertThat(ArchitectureTests.unused(Map.of("plan", List.of("delivery", "catalog")), TRESPASSERS))
                .containsExactly("plan → catalog");
    }

    @Test
    void aHouseThatOutgrowsItsSizeBarks(@TempDir Path house) throws IOException {
        Path room = Files.createDirectories(house.resolve("plan"));
        for (int i = 0; i < SizeFenceTests.FILES_A_PACKAGE; i++) {
            Files.writeString(room.resolve("A" + i + ".java"), "x\n".repeat(SizeFenceTests.LINES_A_FILE));
        }
        assertThat(SizeFenceTests.crowded(house)).isEmpty();
        assertThat(SizeFenceTests.tooLong(house)).isEmpty();
        Files.writeString(room.resolve("B.java"), "x\n".repeat(SizeFenceTests.LINES_A_FILE + 1));
        assertThat(SizeFenceTests.crowded(house)).containsExactly("plan");
        assertThat(SizeFenceTests.tooLong(house)).containsExactly("plan/B.java");
    }

    @Test
    void anErrorCodeThatNoTestNamesBarks(@TempDir Path house) throws IOException {
        Path hub = Files.createDirectories(house.resolve("hub"));
        Path tests = Files.createDirectories(house.resolve("tests"));
        String codes = "new Rejected(\"E-" + "ROOM-WHAT\", \"\"); new Rejected(\"E-" + "ROOM\", \"\");";
        Files.writeString(hub.resolve("Book.java"), codes);
        Files.writeString(tests.resolve("BookTests.java"), "isEqualTo(\"E-" + "ROOM-WHAT\")");
        assertThat(ErrorCodeFenceTests.unnamed(hub, tests)).containsExactly("E-" + "ROOM");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            wrong id              | id: draw-other                       | should be draw-run
            no Chinese words      | description: freezes                 | Chinese description
            no policy             | routeConfigurationId: ""             | no policy
            unknown bean          | - bean: { ref: nobody, method: go }  | no bean named nobody
            unknown method        | - bean: { ref: planBook, method: fly } | names 0 methods
            literal address       | - to: "http://127.0.0.1/x"           | forbidden word
            undefined key         | - to: "{{no.such.key}}"              | defined nowhere
            typo in the language  | - setBodyy: { constant: x }          | not Camel YAML
            """)
    void everyRouteRuleBarks(String what, String line, String bark, @TempDir Path folder) throws IOException {
        assertThat(faults(folder, line.strip())).anyMatch(fault -> fault.contains(bark));
    }

    @Test
    void nineStepsBark(@TempDir Path folder) throws IOException {
        assertThat(faults(folder, "- log: {message: 一}\n".repeat(9))).anyMatch(fault -> fault.contains("has 10 steps"));
    }

    @Test
    void nineStepsInsideALoopBark(@TempDir Path folder) throws IOException {
        String loop = "- loop:\n    constant: { expression: \"2\" }\n    steps:\n"
                + "- log: {message: 一}\n".repeat(8).indent(6);
        assertThat(faults(folder, loop)).anyMatch(fault -> fault.contains("has 9 steps"));
    }

    @Test
    void aCopyOfAnotherConversationBarks(@TempDir Path folder) throws IOException {
        String steps = "- log: {message: 一}\n- log: {message: 二}\n- log: {message: 三}\n";
        file(folder, "draw/run", steps);
        file(folder, "draw/rerun", steps);
        assertThat(copies(folder, "draw/run", "draw/rerun")).containsExactly("draw-rerun and draw-run share 11 lines");
        file(folder, "draw/rerun", "- log: {message: 四}\n");
        assertThat(copies(folder, "draw/run", "draw/rerun"))
                .as("a frame is no copy")
                .isEmpty();
    }

    private static List<String> copies(Path folder, String... files) {
        return RouteBookTests.copies(Stream.of(files)
                .map(file -> RouteFile.read(folder, folder.resolve(file + ".camel.yaml")))
                .toList());
    }

    @Test
    void anInstanceOfATemplateIsHeldToTheRulesAsWhatItMakes(@TempDir Path folder) throws IOException {
        file(folder, "template/told", "");
        Files.writeString(folder.resolve("template/told.camel.yaml"), """
                - routeTemplate:
                    id: told
                    parameters:
                      - { name: author }
                    route:
                      description: 抽取
                      routeConfigurationId: inbound
                      from:
                        uri: direct:draw-run
                        steps:
                          - bean: { ref: "{{author}}", method: drawReady }
                """);
        assertThat(filledIn(folder, "drawSession")).isEmpty();
        assertThat(filledIn(folder, "nobody")).containsExactly("no bean named nobody");
    }

    private static List<String> filledIn(Path folder, String author) throws IOException {
        Path file = folder.resolve("draw/run.camel.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                - templatedRoute:
                    routeTemplateRef: told
                    routeId: draw-run
                    parameters:
                      - { name: author, value: %s }
                """.formatted(author));
        return RouteFile.read(folder, file).faults();
    }

    @Test
    void aSoundFileIsSilent(@TempDir Path folder) throws IOException {
        assertThat(faults(folder, "")).isEmpty();
    }

    private static List<String> faults(Path folder, String line) throws IOException {
        return RouteFile.read(folder, file(folder, "draw/run", line)).faults();
    }

    private static Path file(Path folder, String stem, String line) throws IOException {
        Path file = folder.resolve(stem + ".camel.yaml");
        Files.createDirectories(file.getParent());
        boolean step = line.startsWith("- ");
        return Files.writeString(file, """
                - route:
                    %s
                    %s
                    %s
                    from:
                      uri: direct:draw-run
                      steps:
                        - bean: { ref: drawSession, method: drawReady }
                %s""".formatted(
                        line.startsWith("id:") ? line : "id: draw-run",
                        line.startsWith("description:") ? line : "description: 抽取",
                        line.startsWith("routeConfigurationId:") ? line : "routeConfigurationId: inbound",
                        step ? line.indent(8) : ""));
    }
}
