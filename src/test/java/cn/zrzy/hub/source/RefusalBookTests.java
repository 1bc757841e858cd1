package cn.zrzy.hub.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal of what comes in ({@code source}, {@code intake}) is provoked by a test that names it. */
class RefusalBookTests {

    private static final Pattern CODE = Pattern.compile("E-[A-Z0-9]+(?:-[A-Z0-9]+)*");
    private static final Path MAIN = Path.of("src/main/java/cn/zrzy/hub");
    private static final Path TEST = Path.of("src/test/java/cn/zrzy/hub");

    @Test
    void everyRefusalIsNamedByATest() {
        Set<String> made = new TreeSet<>(codes(MAIN.resolve("source"), "\""));
        made.addAll(codes(MAIN.resolve("intake"), "\""));
        Set<String> named = new TreeSet<>(codes(TEST.resolve("source"), ""));
        named.addAll(codes(TEST.resolve("intake"), ""));

        assertThat(made).hasSizeGreaterThan(40);
        assertThat(named).containsAll(made);
    }

    private static Set<String> codes(Path folder, String before) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file ->
                            Pattern.compile(before + CODE).matcher(read(file)).results())
                    .map(MatchResult::group)
                    .map(code -> code.substring(before.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
