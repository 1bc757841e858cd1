package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.match.flow.TeamFeasibility;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import com.google.ortools.graph.MaxFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The minimum cut nearest to the source, from a maximum flow by OR-Tools: whichever flow is found, the nodes that the
 * source still reaches are the same. A cut as large as the flow is the proof that no assignment exists.
 */
final class OracleCut {

    private record Arc(int from, int to, long capacity) {}

    private final TeamProblem p;
    private final int people;
    private final int source;
    private final int sink;
    private final List<Arc> arcs = new ArrayList<>();
    private final boolean[] inside;
    private final long flow;

    OracleCut(TeamProblem problem) {
        p = problem;
        people = p.subjects() + p.roles();
        source = people + p.people();
        sink = source + 1;
        for (int j = 0; j < p.subjects(); j++) {
            long free = p.size()[j];
            for (int r = p.roleStart()[j]; r < p.roleStart()[j + 1]; r++) {
                free -= p.least()[r];
                arcs.add(new Arc(source, p.subjects() + r, p.least()[r]));
                arcs.add(new Arc(j, p.subjects() + r, p.most()[r] - p.least()[r]));
                for (int e = p.pairStart()[r]; e < p.pairStart()[r + 1]; e++) {
                    arcs.add(new Arc(p.subjects() + r, people + p.person()[e], 1));
                }
            }
            arcs.add(new Arc(source, j, free));
        }
        for (int i = 0; i < p.people(); i++) {
            arcs.add(new Arc(people + i, sink, p.cap()[i]));
        }
        MaxFlow oracle = new MaxFlow();
        arcs.forEach(a -> oracle.addArcWithCapacity(a.from, a.to, a.capacity));
        if (oracle.solve(source, sink) != MaxFlow.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools found no maximum flow");
        }
        flow = oracle.getOptimalFlow();
        inside = reached(oracle);
    }

    private boolean[] reached(MaxFlow oracle) {
        boolean[] seen = new boolean[sink + 1];
        seen[source] = true;
        for (boolean more = true; more; ) {
            more = false;
            for (int a = 0; a < arcs.size(); a++) {
                Arc arc = arcs.get(a);
                boolean onward = seen[arc.from] && !seen[arc.to] && oracle.getFlow(a) < arc.capacity;
                boolean back = seen[arc.to] && !seen[arc.from] && oracle.getFlow(a) > 0;
                if (onward || back) {
                    seen[onward ? arc.to : arc.from] = true;
                    more = true;
                }
            }
        }
        return seen;
    }

    /** Room of all arcs that leave the source's side: equal to the flow, or it is no proof. */
    long room() {
        return arcs.stream()
                .filter(a -> inside[a.from] && !inside[a.to])
                .mapToLong(Arc::capacity)
                .sum();
    }

    long flow() {
        return flow;
    }

    /** The numbers of {@link TeamFeasibility#shortfall} when every role has the same name, in the order of the sentence. */
    List<Long> numbers() {
        TreeSet<Integer> subjects = new TreeSet<>();
        long named = 0;
        long free = 0;
        long capacity = 0;
        long otherWays = 0;
        TreeSet<Long> caps = new TreeSet<>();
        long staff = 0;
        for (Arc a : arcs) {
            if (a.from == source && inside[a.to] && a.capacity > 0) {
                boolean role = a.to >= p.subjects();
                named += role ? a.capacity : 0;
                free += role ? 0 : a.capacity;
                subjects.add(role ? subjectOf(a.to - p.subjects()) : a.to);
            } else if (inside[a.from] && a.to == sink) {
                staff++;
                capacity += a.capacity;
                caps.add(a.capacity);
            } else if (a.from != source && inside[a.from] && !inside[a.to]) {
                otherWays += a.capacity;
            }
        }
        // What is 0 the sentence leaves out, except the number of people and the sum of their caps.
        List<Long> said = new ArrayList<>(List.of((long) subjects.size(), named + free));
        said.addAll(Stream.of(free, named).filter(n -> n > 0).toList());
        said.add(staff);
        said.addAll(caps.size() == 1 ? caps : List.of());
        said.add(capacity);
        said.addAll(otherWays > 0 ? List.of(otherWays) : List.of());
        said.add(p.places() - flow);
        return said;
    }

    private int subjectOf(int role) {
        int j = 0;
        while (p.roleStart()[j + 1] <= role) {
            j++;
        }
        return j;
    }
}
