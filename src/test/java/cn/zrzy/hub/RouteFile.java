package cn.zrzy.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** One file of the route book, as data. */
final class RouteFile {

    static final String TABLE_HEAD = "| 路由 | 说明 | 读自 | 策略 |\n|---|---|---|---|\n";

    private static final JsonSchema DSL = schema();
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
        Object written = new Yaml().load(file);
        DSL.validate(new ObjectMapper().valueToTree(written)).forEach(fault -> faults.add("not Camel YAML: " + fault));
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
                if (!items.get(0).containsKey("routeTemplate")) {
                    faults.add("template/ holds routeTemplate only");
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
        if (!items.get(0).containsKey("route")) {
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
        int steps = acting(from0().get("steps"));
        if (steps == 0 || steps > MOST_STEPS) {
            faults.add("has " + steps + " steps, wanted 1 to " + MOST_STEPS);
        }
    }

    /** Steps that act, wherever they stand; what only says whether and how often is no step of the sentence. */
    private static int acting(Object steps) {
        int acting = 0;
        for (Object step : steps instanceof List<?> list ? list : List.of()) {
            Map.Entry<?, ?> entry = ((Map<?, ?>) step).entrySet().iterator().next();
            int inside = entry.getValue() instanceof Map<?, ?> inner ? nested(inner) : 0;
            acting += inside == 0 ? 1 : inside;
        }
        return acting;
    }

    private static int nested(Map<?, ?> step) {
        int inside = acting(step.get("steps"));
        Object branches = step.get("when");
        for (Object branch : branches instanceof List<?> list ? list : List.of()) {
            inside += acting(((Map<?, ?>) branch).get("steps"));
        }
        return inside + (step.get("otherwise") instanceof Map<?, ?> otherwise ? acting(otherwise.get("steps")) : 0);
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

    String id() {
        return String.valueOf(route().getOrDefault("id", ""));
    }

    String from() {
        return String.valueOf(from0().getOrDefault("uri", ""));
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
        walk(items, (key, value) -> {
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

    static Map<String, List<String>> readers(List<RouteFile> all) {
        return all.stream()
                .filter(file -> file.items.get(0).containsKey("route"))
                .collect(Collectors.groupingBy(
                        RouteFile::from, TreeMap::new, Collectors.mapping(RouteFile::id, Collectors.toList())));
    }

    static String table(List<RouteFile> all) {
        return TABLE_HEAD
                + all.stream()
                        .filter(file -> file.items.get(0).containsKey("route"))
                        .map(file -> "| [" + file.id() + "](" + file.folder + "/"
                                + file.id().substring(file.folder.length() + 1) + ".camel.yaml) | " + file.description()
                                + " | `"
                                + file.from() + "` | " + file.policy() + " |\n")
                        .collect(Collectors.joining());
    }

    private List<BeanCall> beanCalls() {
        List<BeanCall> calls = new ArrayList<>();
        walk(items, (key, value) -> {
            if ((key.equals("bean") || key.equals("method"))
                    && value instanceof Map<?, ?> call
                    && call.containsKey("ref")) {
                calls.add(new BeanCall(String.valueOf(call.get("ref")), String.valueOf(call.get("method"))));
            }
        });
        return calls;
    }

    private interface Visitor {
        void visit(String key, Object value);
    }

    private static void walk(Object node, Visitor visitor) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visitor.visit(String.valueOf(key), value);
                walk(value, visitor);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> walk(item, visitor));
        }
    }

    private Map<String, Object> route() {
        return at(items.get(0), "route");
    }

    private Map<String, Object> from0() {
        return at(route(), "from");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> at(Map<String, Object> map, String... path) {
        Map<String, Object> here = map;
        for (String step : path) {
            here = (Map<String, Object>) here.getOrDefault(step, Map.of());
        }
        return here;
    }

    static Map<String, Object> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema() {
        try (InputStream in = RouteFile.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
