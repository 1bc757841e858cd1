package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How large a package and a file may be. Those that were larger when the fence was put up are named; the lists must equal what
 * is found, so they can only shrink: whoever mends one takes its name off. Shown to bark in {@link FencesBarkTests}.
 */
class SizeFenceTests {

    static final int FILES_A_PACKAGE = 20;
    static final int LINES_A_FILE = 200;

    private static final Path HOUSE = Path.of("src/main/java/cn/zrzy/hub");
    private static final String MEND =
            "split what is new here (house-2 §5), or take the name off when it is mended; no name is ever added";

    private static final List<String> STILL_CROWDED = List.of(
            "console",
            "console/security",
            "delivery",
            "embedded",
            "inspection",
            "kernel",
            "plumbing",
            "registry",
            "site");

    private static final List<String> STILL_TOO_LONG = List.of(
            "catalog/jdbc/JdbcCatalog.java",
            "draw/jdbc/JdbcDrawLedger.java",
            "duty/Night.java",
            "source/SourceRow.java");

    @Test
    void noPackageHoldsMoreThanAnEyeTakesIn() {
        assertThat(crowded(HOUSE)).as(MEND).containsExactlyElementsOf(STILL_CROWDED);
    }

    @Test
    void noFileIsLongerThanOneReads() {
        assertThat(tooLong(HOUSE)).as(MEND).containsExactlyElementsOf(STILL_TOO_LONG);
    }

    /** Packages of more files than allowed, package-info not counted. */
    static List<String> crowded(Path house) {
        return sources(house).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> named(house, file.getParent()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(room -> room.getValue() > FILES_A_PACKAGE)
                .map(room -> room.getKey())
                .sorted()
                .toList();
    }

    static List<String> tooLong(Path house) {
        return sources(house).stream()
                .filter(file -> lines(file) > LINES_A_FILE)
                .map(file -> named(house, file))
                .sorted()
                .toList();
    }

    private static String named(Path house, Path file) {
        return house.relativize(file).toString();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path house) {
        try (Stream<Path> files = Files.walk(house)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
