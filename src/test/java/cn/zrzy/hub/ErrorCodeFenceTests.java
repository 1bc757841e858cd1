package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error code of the hub is named by a test, which is to provoke it. Shown to bark in {@link FencesBarkTests}. */
class ErrorCodeFenceTests {

    private static final Path HUB = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern CODE = Pattern.compile("E-[A-Z0-9][A-Z0-9-]*[A-Z0-9]");
    private static final Pattern RAISED = Pattern.compile("\"(?=E-)(" + CODE + ")\"");

    @Test
    void everyCodeIsNamedByATest() {
        assertThat(unnamed(HUB, TESTS)).as("provoke it in a test, by its code").isEmpty();
    }

    static List<String> unnamed(Path hub, Path tests) {
        Set<String> codes = new TreeSet<>();
        texts(hub)
                .forEach(text -> RAISED.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(codes::add));
        texts(tests)
                .forEach(text ->
                        CODE.matcher(text).results().map(MatchResult::group).forEach(codes::remove));
        return List.copyOf(codes);
    }

    private static Stream<String> texts(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(ErrorCodeFenceTests::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
