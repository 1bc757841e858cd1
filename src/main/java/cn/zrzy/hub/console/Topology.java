package cn.zrzy.hub.console;

import cn.zrzy.hub.plumbing.RouteView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 路由拓扑: 上游 │ 枢纽 │ 下游, worked out from the live routes. The foreign systems are read from the route ids
 * ({@code …-from-hr}, {@code …-to-province}, {@code ask-credit}), which the naming rule of routes/ guarantees. Routes
 * that touch no foreign system are drawn as one box a folder, else forty boxes would say less than ten; the table under
 * the picture has each of them.
 */
record Topology(List<Node> nodes, List<Edge> edges) {

    private static final Pattern SOURCE = Pattern.compile(".*-from-([a-z]+)$");
    private static final Pattern TARGET = Pattern.compile("(?:.*-to|ask)-([a-z]+)$");

    /** Those joined to the same foreign system stand together, so that few lines cross; groups come last. */
    private static final Comparator<Node> BY_NEIGHBOUR =
            Comparator.comparing(Topology::neighbour).thenComparing(Node::id);

    /** UPSTREAM 上游, INBOUND and OUTBOUND 枢纽 (two columns of the middle lane), DOWNSTREAM 下游. */
    enum Lane {
        UPSTREAM,
        INBOUND,
        OUTBOUND,
        DOWNSTREAM
    }

    /**
     * @param label Chinese description of a route, the folder of a group, the code of a foreign system
     * @param routes how many routes the box stands for, 0 for a foreign system
     */
    record Node(String id, Lane lane, String label, RouteState state, long total, long failed, int routes) {

        Node and(RouteLine line) {
            return new Node(
                    id,
                    lane,
                    label,
                    state.orWorse(line.state()),
                    total + line.total(),
                    failed + line.failed(),
                    routes + 1);
        }
    }

    record Edge(String from, String to, long total, long failed) {

        Edge and(Edge other) {
            return new Edge(from, to, total + other.total, failed + other.failed);
        }
    }

    static Topology of(List<RouteLine> lines) {
        Drawing drawing = new Drawing();
        Map<String, RouteView> readers = new HashMap<>();
        lines.stream()
                .map(RouteLine::route)
                .filter(route -> !isApi(route))
                .forEach(route -> readers.put(place(route.from()), route));
        for (RouteLine line : lines) {
            if (isApi(line.route())) {
                line.route().to().stream()
                        .map(to -> readers.get(place(to)))
                        .forEach(reader -> drawing.called(line, reader));
            } else {
                drawing.box(line);
            }
        }
        for (RouteLine line : lines) {
            if (!isApi(line.route())) {
                line.route().to().stream()
                        .map(to -> readers.get(place(to)))
                        .forEach(reader -> drawing.passes(line, reader));
            }
        }
        drawing.owes();
        List<Node> ordered =
                drawing.nodes.values().stream().sorted(BY_NEIGHBOUR).toList();
        return new Topology(ordered, List.copyOf(drawing.edges.values()));
    }

    /** The verbs of the REST DSL are live routes too; an operator knows them as the API's callers. */
    static boolean isApi(RouteView route) {
        return route.from().startsWith("rest") || route.from().startsWith("platform-http");
    }

    private static String neighbour(Node node) {
        String system = system(node.lane() == Lane.OUTBOUND ? TARGET : SOURCE, node.id());
        return system == null ? "~" : system;
    }

    private static String system(Pattern pattern, String routeId) {
        Matcher matcher = pattern.matcher(routeId);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** {@code direct:plan.approved} and {@code direct://plan.approved} are the same place. */
    private static String place(String endpoint) {
        return endpoint.replace("://", ":");
    }

    private static final class Drawing {

        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Edge> edges = new LinkedHashMap<>();

        void box(RouteLine line) {
            RouteView route = line.route();
            String source = system(SOURCE, route.id());
            String target = system(TARGET, route.id());
            boolean alone = source != null || target != null;
            Node box = alone
                    ? new Node(
                            route.id(),
                            target == null ? Lane.INBOUND : Lane.OUTBOUND,
                            route.description(),
                            RouteState.IDLE,
                            0,
                            0,
                            0)
                    : new Node(group(route), Lane.INBOUND, route.folder(), RouteState.IDLE, 0, 0, 0);
            nodes.merge(box.id(), box.and(line), (old, added) -> old.and(line));
            if (source != null) {
                foreign(source, Lane.UPSTREAM);
                edge(Lane.UPSTREAM + ":" + source, route.id(), line);
            }
            if (target != null) {
                foreign(target, Lane.DOWNSTREAM);
                edge(route.id(), Lane.DOWNSTREAM + ":" + target, line);
            }
        }

        /** A verb of the API and the route that answers it. */
        void called(RouteLine api, RouteView reader) {
            if (reader != null) {
                foreign("api", Lane.UPSTREAM);
                edge(Lane.UPSTREAM + ":api", box(reader.id(), reader), api);
            }
        }

        void passes(RouteLine line, RouteView reader) {
            if (reader != null) {
                String from = box(line.route().id(), line.route());
                String to = box(reader.id(), reader);
                if (!from.equals(to)) {
                    edge(from, to, line);
                }
            }
        }

        /** Between "who is owed" and the sending lies the ledger: the routes of a folder owe what its others send. */
        void owes() {
            nodes.values().stream()
                    .filter(node -> node.lane() == Lane.OUTBOUND)
                    .toList()
                    .forEach(node -> {
                        String group =
                                "folder:" + node.id().substring(0, node.id().indexOf('-'));
                        if (nodes.containsKey(group)) {
                            edges.putIfAbsent(
                                    group + ">" + node.id(), new Edge(group, node.id(), node.total(), node.failed()));
                        }
                    });
        }

        private String box(String id, RouteView route) {
            return system(SOURCE, id) == null && system(TARGET, id) == null ? group(route) : id;
        }

        private static String group(RouteView route) {
            return "folder:" + route.folder();
        }

        private void foreign(String system, Lane lane) {
            nodes.putIfAbsent(
                    lane + ":" + system, new Node(lane + ":" + system, lane, system, RouteState.IDLE, 0, 0, 0));
        }

        private void edge(String from, String to, RouteLine line) {
            Edge edge = new Edge(from, to, line.total(), line.failed());
            edges.merge(from + ">" + to, edge, Edge::and);
        }
    }
}
