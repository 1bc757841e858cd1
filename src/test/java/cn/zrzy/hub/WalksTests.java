package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walks of docs/architecture.md lead past files that are there, and past no more than one can read in a morning. */
class WalksTests {

    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. `([^`]+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## One dispatch through the rooms",
                "## One row of the inspectors' list through the rooms",
                "## One draw through the rooms"
            })
    void eachStepIsThereAndTheyAreAtMostTwenty(String heading) throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        assertThat(page).contains(heading);
        String from = page.substring(page.indexOf(heading) + heading.length());
        List<String> files = STEP.matcher(from.split("\n## ", 2)[0])
                .results()
                .map((MatchResult step) -> step.group(1))
                .toList();
        assertThat(files)
                .hasSizeBetween(5, 20)
                .doesNotHaveDuplicates()
                .allSatisfy(file -> assertThat(Path.of(file)).isRegularFile());
    }
}
