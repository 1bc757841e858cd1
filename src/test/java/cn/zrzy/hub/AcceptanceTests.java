package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of the forty points (docs/acceptance.md) says nothing that no test says: each point stands in it once, what passes
 * names a test, each test that is named is there, and what holds in part says what is missing.
 */
class AcceptanceTests {

    private static final Path TABLE = Path.of("docs/acceptance.md");
    private static final Path TESTS = Path.of("src/test/java/cn/zrzy");

    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\| (通过|部分|未通过) \\| ([^|]*) \\| ([^|]*) \\|$");

    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    /** @param missing what does not hold yet */
    private record Point(int number, String what, String verdict, String tests, String missing) {

        static Point of(MatchResult line) {
            return new Point(
                    Integer.parseInt(line.group(1)),
                    line.group(2).strip(),
                    line.group(3),
                    line.group(4).strip(),
                    line.group(5).strip());
        }
    }

    @Test
    void eachOfTheFortyPointsStandsInTheTableOnce() throws IOException {
        assertThat(points())
                .extracting(Point::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void theSumsAboveTheTableAreItsOwn() throws IOException {
        List<Point> points = points();
        String sums = "通过 %d，部分 %d，未通过 %d".formatted(count(points, "通过"), count(points, "部分"), count(points, "未通过"));
        assertThat(Files.readString(TABLE)).contains(sums);
    }

    @TestFactory
    Stream<DynamicTest> everyPoint() throws IOException {
        return points().stream()
                .map(point -> DynamicTest.dynamicTest(point.number() + " " + point.what(), () -> holds(point)));
    }

    private static void holds(Point point) throws IOException {
        List<MatchResult> named = NAMED.matcher(point.tests()).results().toList();
        if (point.verdict().equals("通过")) {
            assertThat(named).as("what passes names its test").isNotEmpty();
            assertThat(point.missing()).as("what passes misses nothing").isEmpty();
        } else {
            assertThat(point.missing()).as("what is missing").isNotEmpty();
        }
        for (MatchResult test : named) {
            assertThat(source(test.group(1)))
                    .as("%s in %s", test.group(2), test.group(1))
                    .containsPattern("(?s)@(Test|ParameterizedTest|TestFactory|Property)\\b.{0,2500}?\\b"
                            + test.group(2) + "\\(");
        }
    }

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().equals(name + ".java"))
                    .toList();
            assertThat(found).as("class " + name).hasSize(1);
            return Files.readString(found.get(0));
        }
    }

    private static long count(List<Point> points, String verdict) {
        return points.stream().filter(point -> point.verdict().equals(verdict)).count();
    }

    private static List<Point> points() throws IOException {
        return LINE.matcher(Files.readString(TABLE)).results().map(Point::of).toList();
    }
}
