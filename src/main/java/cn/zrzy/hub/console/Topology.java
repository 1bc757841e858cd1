package cn.zrzy.hub.console;

import cn.zrzy.hub.plumbing.RouteView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 路由拓扑: 上游 │ 枢纽 │ 下游, worked out from the live routes. The foreign systems are read from the route ids
 * ({@code …-from-hr}, {@code …-to-province}), which the naming rule of routes/ guarantees; an edge inside the hub is one
 * route's end that is another's beginning.
 */
record Topology(List<Node> nodes, List<Edge> edges) {

    private static final Pattern SOURCE = Pattern.compile(".*-from-([a-z]+)$");
    private static final Pattern TARGET = Pattern.compile(".*-to-([a-z]+)$");

    /** UPSTREAM 上游, INBOUND and OUTBOUND 枢纽 (two columns of the middle lane), DOWNSTREAM 下游. */
    enum Lane {
        UPSTREAM,
        INBOUND,
        OUTBOUND,
        DOWNSTREAM
    }

    /** @param label Chinese description for a route, the system's code for a foreign system */
    record Node(String id, Lane lane, String label, String state, Mark mark, long total, long failed) {}

    record Edge(String from, String to, long total, long failed) {}

    static Topology of(List<RouteView> routes) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, String> readers = new HashMap<>();
        routes.forEach(route -> readers.put(name(route.from()), route.id()));
        for (RouteView route : routes) {
            String target = system(TARGET, route.id());
            nodes.put(
                    route.id(),
                    new Node(
                            route.id(),
                            target == null ? Lane.INBOUND : Lane.OUTBOUND,
                            route.description(),
                            state(route),
                            mark(route),
                            route.exchangesTotal(),
                            route.exchangesFailed()));
            String source = system(SOURCE, route.id());
            if (source != null) {
                add(nodes, edges, foreign(source, Lane.UPSTREAM), route, true);
            }
            if (target != null) {
                add(nodes, edges, foreign(target, Lane.DOWNSTREAM), route, false);
            }
            for (String to : route.to()) {
                String reader = readers.get(name(to));
                if (reader != null && !reader.equals(route.id())) {
                    edges.add(new Edge(route.id(), reader, route.exchangesTotal(), route.exchangesFailed()));
                }
            }
        }
        return new Topology(List.copyOf(nodes.values()), edges);
    }

    /** What an operator would call the state: a running route whose last exchange failed is not well. */
    static String state(RouteView route) {
        if (!"Started".equals(route.state())) {
            return "Suspended".equals(route.state()) ? "SUSPENDED" : "STOPPED";
        }
        boolean failing = route.lastFailed() != null
                && (route.lastCompleted() == null || route.lastFailed().isAfter(route.lastCompleted()));
        return failing ? "FAILED" : route.exchangesTotal() == 0 ? "IDLE" : "RUNNING";
    }

    static Mark mark(RouteView route) {
        return switch (state(route)) {
            case "SUSPENDED" -> Mark.SUSPENDED;
            case "STOPPED" -> Mark.STOPPED;
            case "FAILED" -> Mark.FAILED;
            case "IDLE" -> Mark.WAITING;
            default -> Mark.DONE;
        };
    }

    private static void add(Map<String, Node> nodes, List<Edge> edges, Node system, RouteView route, boolean inward) {
        nodes.putIfAbsent(system.id(), system);
        edges.add(
                inward
                        ? new Edge(system.id(), route.id(), route.exchangesTotal(), route.exchangesFailed())
                        : new Edge(route.id(), system.id(), route.exchangesTotal(), route.exchangesFailed()));
    }

    private static Node foreign(String system, Lane lane) {
        return new Node(lane + ":" + system, lane, system, "SYSTEM", Mark.DONE, 0, 0);
    }

    private static String system(Pattern pattern, String routeId) {
        Matcher matcher = pattern.matcher(routeId);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** {@code direct:plan.approved} and {@code direct://plan.approved} are the same place. */
    private static String name(String endpoint) {
        return endpoint.replace("://", ":");
    }
}
