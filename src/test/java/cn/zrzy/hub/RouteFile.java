package cn.zrzy.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** One file of the route book, as data. */
final class RouteFile {

    static final String TABLE_HEAD = "| 路由 | 说明 | 读自 | 策略 |\n|---|---|---|---|\n";

    private static final JsonSchema DSL = schema();
    private static final Map<String, Class<?>> BEANS = beans();
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)\\b(groovy|script|spel|javascript|process|sql:|http://|https://|sftp://|jms:queue:)");
    private static final Pattern KEY = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
    private static final int MOST_STEPS = 8;

    private final String expectedId;
    private final String folder;
    private final String text;
    private final List<Map<String, Object>> items;

    private RouteFile(String expectedId, String folder, String text, List<Map<String, Object>> items) {
        this.expectedId = expectedId;
        this.folder = folder;
        this.text = text;
        this.items = items;
    }

    static RouteFile read(Path root, Path file) {
        try {
            String relative = root.relativize(file).toString();
            String stem = relative.substring(0, relative.length() - ".camel.yaml".length());
            String text = Files.readString(file);
            return new RouteFile(
                    stem.replace('/', '-'), stem.substring(0, stem.indexOf('/')), text, new Yaml().load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        DSL.validate(new ObjectMapper().valueToTree(items)).forEach(fault -> faults.add("not Camel YAML: " + fault));
        if (items.size() != 1) {
            faults.add("holds " + items.size() + " things, not one");
        }
        switch (folder) {
            case "policy" -> {
                if (!items.get(0).containsKey("routeConfiguration")) {
                    faults.add("policy/ holds routeConfiguration only");
                }
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
            if (!Settings.defined(keys.group(1))) {
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
        int steps = ((List<?>) from0().getOrDefault("steps", List.of())).size();
        if (steps == 0 || steps > MOST_STEPS) {
            faults.add("has " + steps + " steps, wanted 1 to " + MOST_STEPS);
        }
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

    private record Call(String ref, String method) {

        /** A bean and exactly one method of that name. */
        Optional<String> fault() {
            Class<?> type = BEANS.get(ref);
            if (type == null) {
                return Optional.of("no bean named " + ref);
            }
            String name = method.contains("(") ? method.substring(0, method.indexOf('(')) : method;
            long found = Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                    .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                    .filter(m -> !m.isBridge() && !m.isSynthetic())
                    .map(Method::getName)
                    .filter(name::equals)
                    .count();
            return found == 1
                    ? Optional.empty()
                    : Optional.of(ref + "." + name + " names " + found + " methods, not one");
        }
    }

    private List<Call> beanCalls() {
        List<Call> calls = new ArrayList<>();
        walk(items, (key, value) -> {
            if ((key.equals("bean") || key.equals("method"))
                    && value instanceof Map<?, ?> call
                    && call.containsKey("ref")) {
                calls.add(new Call(String.valueOf(call.get("ref")), String.valueOf(call.get("method"))));
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

    private static Map<String, Class<?>> beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        Map<String, Class<?>> beans = new LinkedHashMap<>();
        scanner.findCandidateComponents("cn.zrzy.hub").forEach(definition -> {
            try {
                Class<?> type = Class.forName(definition.getBeanClassName());
                String given = org.springframework.core.annotation.AnnotatedElementUtils.findMergedAnnotation(
                                type, Component.class)
                        .value();
                beans.put(given.isEmpty() ? java.beans.Introspector.decapitalize(type.getSimpleName()) : given, type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        return beans;
    }

    /** Keys that config/*.yaml define. */
    private static final class Settings {

        private static final List<String> KEYS = keys();

        static boolean defined(String key) {
            return KEYS.contains(key);
        }

        private static List<String> keys() {
            List<String> keys = new ArrayList<>();
            for (String file : List.of("application", "queues", "endpoints", "limits", "schedules", "console")) {
                flatten("", yaml(Path.of("config/" + file + ".yaml")), keys);
            }
            return keys;
        }

        private static void flatten(String prefix, Map<String, Object> map, List<String> keys) {
            map.forEach((key, value) -> {
                String full = prefix.isEmpty() ? key : prefix + "." + key;
                keys.add(full);
                if (value instanceof Map<?, ?> inner) {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> typed = (Map<String, Object>) inner;
                    flatten(full, typed, keys);
                }
            });
        }
    }
}
