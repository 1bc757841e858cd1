package cn.zrzy.hub.routes.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The production files of routes/ as text, by their path inside it; a changed copy is one for a mutation. */
record RouteBook(Map<String, String> files) {

    private static final Path ROUTES = Path.of("routes");
    private static final Pattern CALLED = Pattern.compile("to: \\{ uri: direct:([a-z-]+) }");
    private static final String ENDING = ".camel.yaml";

    static RouteBook production() {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            Map<String, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(ENDING)).forEach(file -> texts.put(stem(file), text(file)));
            return new RouteBook(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What some routes need: their files, those of the routes that they call, policies, templates and the API's verbs. */
    RouteBook of(Collection<String> routes) {
        Map<String, String> needed = new TreeMap<>();
        routes.forEach(route -> gather(route, needed));
        boolean asked = needed.values().stream().anyMatch(text -> text.contains("routeConfigurationId: api"));
        String around = asked ? "(policy|template|api)/.*" : "(policy|template)/.*";
        files.entrySet().stream()
                .filter(file -> file.getKey().matches(around))
                .forEach(file -> needed.put(file.getKey(), file.getValue()));
        return new RouteBook(needed);
    }

    private void gather(String route, Map<String, String> needed) {
        String file = route.replaceFirst("-", "/");
        if (files.containsKey(file) && needed.put(file, files.get(file)) == null) {
            CALLED.matcher(files.get(file)).results().forEach(call -> gather(call.group(1), needed));
        }
    }

    RouteBook with(String file, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, text);
        return new RouteBook(changed);
    }

    private static String stem(Path file) {
        String relative = ROUTES.relativize(file).toString();
        return relative.substring(0, relative.length() - ENDING.length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
