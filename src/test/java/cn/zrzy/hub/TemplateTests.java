package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code th:replace} is done before every other attribute of its tag, so a condition, a loop or a variable beside it is
 * never asked: both of two "either or" tags are drawn. Those belong on a tag around it.
 */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG =
            Pattern.compile("<[A-Za-z][A-Za-z0-9:-]*((?:\\s+[^\\s=>/]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(th:[a-z-]+)=");

    @Test
    void nothingIsDecidedOnATagThatIsReplaced() throws IOException {
        List<String> mute = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                mute(Files.readString(file)).forEach(tag -> mute.add(file.getFileName() + ": " + tag));
            }
        }
        assertThat(mute).isEmpty();
    }

    @Test
    void theFenceBarks() {
        assertThat(mute("<span th:if=\"${a}\" th:replace=\"~{p :: b(${c > 1})}\"></span>"))
                .hasSize(1);
        assertThat(mute("<tr th:each=\"a : ${b}\"><td th:replace=\"~{p :: b(${a})}\"/></tr>"))
                .isEmpty();
        assertThat(mute("<td th:replace=\"~{p :: b}\" data-x=\"th:if=\" th:unless='${b}'>"))
                .hasSize(1);
    }

    private static List<String> mute(String html) {
        return TAG.matcher(html)
                .results()
                .filter(tag -> tag.group(1).contains("th:replace="))
                .filter(tag -> ATTRIBUTE
                                .matcher(tag.group(1).replaceAll("=\"[^\"]*\"|='[^']*'", "="))
                                .results()
                                .count()
                        > 1)
                .map(tag -> tag.group())
                .toList();
    }
}
