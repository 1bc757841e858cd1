package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of the route book is broken once on purpose, as in {@link FencesBarkTests}. */
class RouteFencesBarkTests {

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
