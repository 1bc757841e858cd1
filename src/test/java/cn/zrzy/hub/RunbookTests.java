package cn.zrzy.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/runbook.md against the routes and the refusals of the code: what can go wrong at night has an entry. */
class RunbookTests {

    private static final Path ROUTES = Path.of("routes");
    private static final Path HUB = Path.of("src/main/java/cn/zrzy/hub");
    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    /** The draw's own refusals may have a page of their own. */
    private static final Path REFUSALS = Path.of("docs/draw/refusals.md");

    private static final Pattern CODE = Pattern.compile("\"(E-[A-Z0-9][A-Z0-9-]*[A-Z0-9])\"");
    private static final Pattern EXPLAINED = Pattern.compile("^(?:#+ |\\| *)`?(E-[A-Z0-9-]+)`?", Pattern.MULTILINE);
    private static final Pattern ENTRY = Pattern.compile("^### ([a-z0-9-]+)$", Pattern.MULTILINE);

    @Test
    void everyRouteHasAnEntryAndEveryEntryItsRoute() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (Path file : files(ROUTES, ".camel.yaml")) {
            if (Files.readString(file).lines().anyMatch(line -> line.matches("- (route|templatedRoute):"))) {
                String name = ROUTES.relativize(file).toString().replace('/', '-');
                routes.add(name.substring(0, name.length() - ".camel.yaml".length()));
            }
        }
        assertThat(found(ENTRY, Files.readString(RUNBOOK))).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyEntrySaysWhatIsSeenWhatItCostsWhatToDoAndWhomToCall() throws IOException {
        List<String> thin = Stream.of(Files.readString(RUNBOOK).split("(?m)^(?=#{2,3} )"))
                .filter(section -> ENTRY.matcher(section).lookingAt())
                .filter(section ->
                        !Stream.of("**现象**", "**影响**", "**步骤**", "**何时叫人**").allMatch(section::contains))
                .map(section -> section.lines().findFirst().orElse(""))
                .toList();
        assertThat(thin).isEmpty();
    }

    @Test
    void everyErrorCodeIsExplained() throws IOException {
        Set<String> runbook = found(EXPLAINED, Files.readString(RUNBOOK));
        Set<String> drawPage = Files.exists(REFUSALS) ? mentioned(Files.readString(REFUSALS)) : Set.of();
        Set<String> unexplained = new TreeSet<>();
        for (Path file : files(HUB, ".java")) {
            boolean draw = file.startsWith(HUB.resolve("draw"));
            for (String code : found(CODE, Files.readString(file))) {
                if (!runbook.contains(code) && !(draw && drawPage.contains(code))) {
                    unexplained.add(code + " in " + HUB.relativize(file));
                }
            }
        }
        assertThat(unexplained).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mentioned(String page) {
        return found(Pattern.compile("(E-[A-Z0-9][A-Z0-9-]*[A-Z0-9])"), page);
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
