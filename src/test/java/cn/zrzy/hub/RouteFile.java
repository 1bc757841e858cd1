package cn.zrzy.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** One file of the route book, as data. */
final class RouteFile {

    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)\\b(groovy|script|spel|javascript|process|sql:|http://|https://|sftp://|jms:queue:)");
    private static final Pattern KEY = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
    private static final int MOST_STEPS = 8;

    private final String expectedId;
    private final String folder;
    private final String file;
    private final String text;
    private final List<Map<String, Object>> items;

    /**
     * @param file as it stands on the disk
     * @param text what it means: of an instance of a template the route that Camel makes of it
     */
    private RouteFile(String expectedId, String folder, String file, String text) {
        this.expectedId = expectedId;
        this.folder = folder;
        this.file = file;
        this.text = text;
        this.items = new Yaml().load(text);
    }

    static RouteFile read(Path root, Path file) {
        try {
            String relative = root.relativize(file).toString();
            String stem = relative.substring(0, relative.length() - ".camel.yaml".length());
            String text = Files.readString(file);
            String folder = stem.substring(0, stem.indexOf('/'));
            return new RouteFile(stem.replace('/', '-'), folder, text, TemplateInstance.writtenOut(root, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        CamelDsl.faults(new Yaml().load(file)).forEach(fault -> faults.add("not Camel YAML: " + fault));
        if (items.size() != 1) {
            faults.add("holds " + items.size() + " things, not one");
        }
        switch (folder) {
            case "policy" -> {
                if (!items.get(0).containsKey("routeConfiguration")) {
                    faults.add("policy/ holds routeConfiguration only");
                }
            }
            case "template" -> {
                if (!expectedId.equals(
                        "template-" + YamlTree.at(items.get(0), "routeTemplate").get("id"))) {
                    faults.add("template/ holds one routeTemplate of the file's name");
                }
                return faults; // the rest is asked of each of its instances
            }
            case "api" -> {
                if (!items.get(0).containsKey("rest")) {
                    faults.add("api/ holds rest only");
                }
            }
            default -> routeFaults(faults);
        }
        String words =
                text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
        FORBIDDEN.matcher(words).results().forEach(word -> faults.add("forbidden word " + word.group()));
        beanCalls().forEach(call -> call.fault().ifPresent(faults::add));
        Matcher keys = KEY.matcher(text);
        while (keys.find()) {
            if (!ConfigKeys.defined(keys.group(1))) {
                faults.add("{{" + keys.group(1) + "}} is defined nowhere in config/");
            }
        }
        return faults;
    }

    private void routeFaults(List<String> faults) {
        if (!isRoute()) {
            faults.add("holds no route");
            return;
        }
        if (!expectedId.equals(id())) {
            faults.add("id " + id() + " should be " + expectedId);
        }
        if (description().isBlank() || description().chars().noneMatch(c -> c >= 0x4E00 && c <= 0x9FFF)) {
            faults.add("needs a Chinese description");
        }
        if (policy().isEmpty()) {
            faults.add("names no policy (routeConfigurationId)");
        }
        int steps = Steps.acting(from0().get("steps"));
        if (steps == 0 || steps > MOST_STEPS) {
            faults.add("has " + steps + " steps, wanted 1 to " + MOST_STEPS);
        }
    }

    /** Lines of the file that another one holds too; remarks do not count. */
    long sharedWith(RouteFile other) {
        Set<String> theirs = other.said();
        return said().stream().filter(theirs::contains).count();
    }

    private Set<String> said() {
        return file.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    /** Whether it tells a conversation; a policy or a template is what such files share. */
    boolean isConversation() {
        return !folder.equals("policy") && !folder.equals("template");
    }

    String name() {
        return expectedId;
    }

    /** Name of the template that it is or that it fills in; of all others none. */
    Optional<String> template() {
        Map<String, Object> first = YamlTree.first(file);
        return Stream.of(
                        YamlTree.at(first, "routeTemplate").get("id"),
                        YamlTree.at(first, "templatedRoute").get("routeTemplateRef"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst();
    }

    boolean isTemplate() {
        return folder.equals("template");
    }

    String id() {
        return String.valueOf(route().getOrDefault("id", ""));
    }

    String from() {
        return String.valueOf(from0().getOrDefault("uri", ""));
    }

    boolean startsByItself() {
        return !"false".equals(String.valueOf(route().get("autoStartup")));
    }

    String policy() {
        return String.valueOf(route().getOrDefault("routeConfigurationId", ""));
    }

    String description() {
        return String.valueOf(route().getOrDefault("description", ""));
    }

    /** Every {@code direct:} that a step or a verb of this file calls. */
    List<String> directTargets() {
        List<String> targets = new ArrayList<>();
        if (folder.equals("template")) {
            return targets; // its instances are asked
        }
        YamlTree.walk(items, (key, value) -> {
            if ((key.equals("uri") || key.equals("to")) && value instanceof String uri && uri.startsWith("direct:")) {
                targets.add(uri);
            }
        });
        targets.remove(from());
        return targets;
    }

    /** The routes that {@code deliveryLedger.owe} names. */
    List<String> owed() {
        Matcher owes = Pattern.compile("owe\\([^']*'([a-z0-9-]+)'").matcher(text);
        List<String> routes = new ArrayList<>();
        while (owes.find()) {
            routes.add(owes.group(1));
        }
        return routes;
    }

    boolean isRoute() {
        return items.get(0).containsKey("route");
    }

    /** Its line in the table of the README. */
    String line() {
        return "| [" + id() + "](" + folder + "/" + id().substring(folder.length() + 1) + ".camel.yaml) | "
                + description() + " | `" + from() + "` | " + policy() + " |\n";
    }

    private List<BeanCall> beanCalls() {
        List<BeanCall> calls = new ArrayList<>();
        YamlTree.walk(items, (key, value) -> {
            if ((key.equals("bean") || key.equals("method"))
                    && value instanceof Map<?, ?> call
                    && call.containsKey("ref")) {
                calls.add(new BeanCall(String.valueOf(call.get("ref")), String.valueOf(call.get("method"))));
            }
        });
        return calls;
    }

    private Map<String, Object> route() {
        return YamlTree.at(items.get(0), "route");
    }

    private Map<String, Object> from0() {
        return YamlTree.at(route(), "from");
    }
}
