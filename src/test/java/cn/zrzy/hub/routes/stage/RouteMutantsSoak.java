package cn.zrzy.hub.routes.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every route file with any two steps swapped, any method, literal, variable, header, policy or document type changed: a scene
 * of that route turns red, or Camel does not take it at all. Minutes long, so for bin/soak.
 */
class RouteMutantsSoak {

    /** They do the same: a constant header set before or after what does not look at it. */
    private static final List<String> EQUAL = List.of(
            "draw/bundle: - setHeader: { name: Content-Type, constant: { expression: \"application/zip\" } }",
            "template/stamp-by-tsa: - setHeader: { name: Content-Type, constant: { expression: \"application/timestamp-query\" } }");

    private static final Pattern STEP =
            Pattern.compile("^( *)- (bean|to|setVariable|setHeader|unmarshal|marshal|setBody|pollEnrich): .*");

    /** What stands in the first group is replaced. */
    private static final Map<Pattern, String> CHANGES = Map.of(
            Pattern.compile("method: \"?([A-Za-z{}]+)"), "another",
            Pattern.compile("'([^']+)'"), "another",
            Pattern.compile("\\$\\{((?:variable|header)\\.[a-zA-Z.-]+)}"), "variable.none",
            Pattern.compile("\\$\\{(body[.a-zA-Z0-9]*)}"), "variable.none",
            Pattern.compile("- \\{ name: ([A-Za-z_-]+), (?:simple|constant|method)"), "another",
            Pattern.compile("expression: \"([^\"]+)\""), "another",
            Pattern.compile("value: ([a-zA-Z.-]+) }"), "another",
            Pattern.compile("routeConfigurationId: (facts)"), "keys",
            Pattern.compile("routeConfigurationId: (api|inbound|outbound|keys|slips|receipts)"), "facts",
            Pattern.compile("unmarshalType: (\\S+) "), "cn.zrzy.hub.inspection.Finding");

    private static final RouteBook BOOK = RouteBook.production();

    private record Mutant(String file, String what, String text) {}

    @Test
    void noMutantLives() {
        List<String> alive = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, String> file : BOOK.files().entrySet()) {
            if (!file.getKey().matches("(policy|api)/.*")) {
                for (Mutant mutant : mutants(file.getKey(), file.getValue())) {
                    tried++;
                    if (lives(mutant)) {
                        alive.add(mutant.file + ": " + mutant.what);
                    }
                }
            }
        }
        assertThat(alive).containsExactlyInAnyOrderElementsOf(EQUAL);
        assertThat(tried).isGreaterThan(700);
    }

    private static List<Mutant> mutants(String file, String text) {
        List<Mutant> mutants = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i + 1 < lines.length; i++) {
            Matcher one = STEP.matcher(lines[i]);
            Matcher next = STEP.matcher(lines[i + 1]);
            if (one.matches() && next.matches() && one.group(1).equals(next.group(1))) {
                String both = lines[i] + "\n" + lines[i + 1];
                mutants.add(new Mutant(file, lines[i + 1].strip(), text.replace(both, lines[i + 1] + "\n" + lines[i])));
            }
        }
        CHANGES.forEach((part, other) -> part.matcher(text)
                .results()
                .forEach(found -> mutants.add(new Mutant(
                        file,
                        found.group() + " at " + found.start(),
                        text.substring(0, found.start(1)) + other + text.substring(found.end(1))))));
        return mutants;
    }

    private static boolean lives(Mutant mutant) {
        String route = route(mutant.file);
        try (RouteStage stage =
                RouteStage.of(BOOK.with(mutant.file, mutant.text).of(List.of(route)))) {
            return Scenes.of(route).stream().allMatch(scene -> green(scene, stage));
        } catch (IllegalStateException notTaken) {
            return false;
        }
    }

    private static boolean green(Scene scene, RouteStage stage) {
        try {
            scene.playOn(stage);
            return true;
        } catch (AssertionError | RuntimeException red) {
            return false;
        }
    }

    /** The route of the file; of a template the first that fills it in. */
    private static String route(String file) {
        String template = "routeTemplateRef: " + file.substring(file.indexOf('/') + 1) + "\n";
        return new TreeMap<>(BOOK.files())
                .entrySet().stream()
                        .filter(entry -> entry.getKey().equals(file) && !file.startsWith("template/")
                                || entry.getValue().contains(template))
                        .map(entry -> entry.getKey().replaceFirst("/", "-"))
                        .findFirst()
                        .orElseThrow();
    }
}
