package cn.zrzy.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Is there an assignment at all? A maximum flow (Ford and Fulkerson, shortest augmenting paths) built subject by subject:
 * one that cannot be seated beside those before it gives its units back. That is the definition of the ladder's defer step.
 */
class Feasibility {

    /**
     * @param ok an assignment exists, leaving out no more than the ladder allows
     * @param held per inspector the subjects it serves, with the role's index: one assignment, not the best one
     */
    record Outcome(boolean ok, List<String> deferred, List<Map<String, Integer>> held) {}

    /** A node: a subject (role −1), one of its roles, or an inspector (subject ""). */
    record Node(String subject, int role, int inspector) {}

    final Network net;
    final int[] load;
    final List<Map<String, Integer>> held = new ArrayList<>();

    /** Subject → per role, members beyond its least. */
    final Map<String, int[]> extra = new HashMap<>();

    Feasibility(Network net) {
        this.net = net;
        this.load = new int[net.inspectors.size()];
        net.inspectors.forEach(i -> held.add(new HashMap<>()));
    }

    static Outcome of(Network net) {
        List<Rules.Step> defers = net.used("defer");
        List<String> line = new ArrayList<>(net.subjects(List.of()));
        if (!defers.isEmpty()) {
            Map<String, byte[]> tickets = new HashMap<>();
            line.forEach(s -> tickets.put(s, net.bundle.ticket("SSJ1", s)));
            line.sort(Comparator.<String, byte[]>comparing(tickets::get, Arrays::compareUnsigned)
                    .thenComparing(Comparator.naturalOrder()));
        }
        Feasibility flow = new Feasibility(net);
        List<String> out = new ArrayList<>();
        for (String s : line) {
            if (!flow.seat(s)) {
                out.add(s);
                if (defers.isEmpty()) {
                    return new Outcome(false, out, flow.held);
                }
            }
        }
        long most = defers.isEmpty() ? 0 : defers.get(defers.size() - 1).amount();
        return new Outcome(out.size() <= most, out.stream().sorted().toList(), flow.held);
    }

    boolean seat(String subject) {
        Rules.Team plan = net.plan(subject);
        extra.put(subject, new int[plan.roles().size()]);
        boolean seated = plan.least() <= plan.size();
        for (int n = 0; seated && n < plan.roles().size(); n++) {
            for (long k = 0; seated && k < plan.roles().get(n).least(); k++) {
                seated = augment(new Node(subject, n, -1));
            }
        }
        for (long k = plan.least(); seated && k < plan.size(); k++) {
            seated = augment(new Node(subject, -1, -1));
        }
        if (!seated) {
            for (int i = 0; i < load.length; i++) {
                load[i] -= held.get(i).remove(subject) == null ? 0 : 1;
            }
            extra.remove(subject);
        }
        return seated;
    }

    boolean augment(Node start) {
        Map<Node, Node> came = new HashMap<>();
        Deque<Node> queue = new ArrayDeque<>(List.of(start));
        came.put(start, null);
        while (!queue.isEmpty()) {
            Node node = queue.poll();
            if (node.inspector >= 0 && load[node.inspector] < net.cap(net.inspectors.get(node.inspector))) {
                push(node, came);
                return true;
            }
            for (Node next : next(node)) {
                if (!came.containsKey(next)) {
                    came.put(next, node);
                    queue.add(next);
                }
            }
        }
        return false;
    }

    List<Node> next(Node node) {
        List<Node> out = new ArrayList<>();
        if (node.inspector >= 0) {
            held.get(node.inspector).forEach((s, role) -> out.add(new Node(s, role, -1)));
        } else if (node.role >= 0) {
            for (int i : net.mayServe(node.subject).get(node.role)) {
                if (!held.get(i).containsKey(node.subject)) {
                    out.add(new Node("", -1, i));
                }
            }
            if (extra.get(node.subject)[node.role] > 0) {
                out.add(new Node(node.subject, -1, -1));
            }
        } else {
            List<Rules.Role> roles = net.plan(node.subject).roles();
            for (int n = 0; n < roles.size(); n++) {
                if (extra.get(node.subject)[n]
                        < roles.get(n).most() - roles.get(n).least()) {
                    out.add(new Node(node.subject, n, -1));
                }
            }
        }
        return out;
    }

    void push(Node end, Map<Node, Node> came) {
        load[end.inspector]++;
        for (Node to = end; came.get(to) != null; to = came.get(to)) {
            Node from = came.get(to);
            if (to.inspector >= 0) {
                held.get(to.inspector).put(from.subject, from.role);
            } else if (from.inspector >= 0) {
                held.get(from.inspector).remove(to.subject);
            } else if (from.role < 0) {
                extra.get(from.subject)[to.role]++;
            } else {
                extra.get(from.subject)[from.role]--;
            }
        }
    }

    /** The steps that were used were needed, and the subjects left out are the ones that the rule leaves out. */
    static void check(Bundle b) {
        int k = (int) b.result().ladder();
        Refused.unless(k == 0 || !of(Network.of(b, k - 1)).ok(), "E-LADDER", "result.json", "a step too many");
        Network net = Network.of(b, k);
        List<String> want = b.manifest().announced() ? leftOut(net) : List.of();
        boolean same = new HashSet<>(want).equals(new HashSet<>(b.result().deferred()));
        Refused.unless(same, "E-LADDER", "result.json", "deferred");
    }

    /** Named in result.json, or, since that is public at once, only to be computed for an unannounced draw. */
    static List<String> deferred(Bundle b) {
        return b.manifest().announced()
                ? b.result().deferred()
                : b.once("#deferred", () -> leftOut(Network.of(b, b.result().ladder())));
    }

    private static List<String> leftOut(Network net) {
        return net.used("defer").isEmpty() ? List.of() : of(net).deferred();
    }
}
