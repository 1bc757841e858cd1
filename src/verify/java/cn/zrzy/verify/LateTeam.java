package cn.zrzy.verify;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One more subject beside the teams that stand (docs/draw/bundle-format.md §8): fewest seats of other teams change, then
 * load and u_1, then u_2 … Every unit takes the cheapest path. A cost holds the six sums side by side in one whole number,
 * 64 bits each, so that comparing numbers compares the sums from the left.
 */
final class LateTeam extends Feasibility {

    private static final int FIRST = 320;
    private static final BigInteger CHANGE = BigInteger.ONE.shiftLeft(448);

    private final String late;
    private final Set<Papers.Recusal> standing = new HashSet<>();
    private final Map<Papers.Recusal, BigInteger> costs = new HashMap<>();
    private boolean lawful = true;

    /** @param alone nobody else's team may change: then they only count as load */
    LateTeam(Network net, Map<String, Map<String, String>> teams, String late, boolean alone) {
        super(net);
        this.late = late;
        teams.forEach((s, team) -> team.keySet().forEach(i -> {
            int line = net.line(i);
            if (line >= 0) {
                load[line]++;
            }
        }));
        if (!alone) {
            teams.forEach((s, team) -> lawful = lawful && stands(s, team));
            for (int i = 0; i < load.length; i++) {
                lawful = lawful && load[i] <= net.cap(net.inspectors.get(i));
            }
        }
    }

    /** Null when there is no such team, or a team that stands is against the rules. */
    Map<String, Map<String, String>> teams() {
        if (!lawful || !seat(late)) {
            return null;
        }
        Map<String, Map<String, String>> out = new TreeMap<>();
        for (int i = 0; i < held.size(); i++) {
            String id = net.inspectors.get(i).id();
            held.get(i)
                    .forEach((s, n) -> out.computeIfAbsent(s, x -> new LinkedHashMap<>())
                            .put(id, net.plan(s).roles().get(n).name()));
        }
        return out;
    }

    /** Do the teams that stand keep the rules? */
    boolean lawful() {
        return lawful;
    }

    private boolean stands(String s, Map<String, String> team) {
        Rules.Team plan = net.plan(s);
        if (plan == null || team.size() != plan.size()) {
            return false;
        }
        int[] count = new int[plan.roles().size()];
        for (Map.Entry<String, String> seat : team.entrySet()) {
            int n = plan.role(seat.getValue());
            int line = net.line(seat.getKey());
            if (n < 0 || !net.mayServe(s).get(n).contains(line)) {
                return false;
            }
            held.get(line).put(s, n);
            standing.add(new Papers.Recusal(seat.getKey(), s));
            count[n]++;
        }
        for (int n = 0; n < count.length; n++) {
            Rules.Role r = plan.roles().get(n);
            if (count[n] < r.least() || count[n] > r.most()) {
                return false;
            }
            count[n] -= (int) r.least();
        }
        extra.put(s, count);
        return true;
    }

    @Override
    boolean augment(Node start) {
        Map<Node, BigInteger> best = new HashMap<>(Map.of(start, BigInteger.ZERO));
        Map<Node, Node> came = new HashMap<>();
        came.put(start, null);
        Deque<Node> queue = new ArrayDeque<>(List.of(start));
        Set<Node> waiting = new HashSet<>(queue);
        while (!queue.isEmpty()) {
            Node node = queue.poll();
            waiting.remove(node);
            for (Node next : next(node)) {
                BigInteger whole = best.get(node).add(cost(node, next));
                if (!best.containsKey(next) || whole.compareTo(best.get(next)) < 0) {
                    best.put(next, whole);
                    came.put(next, node);
                    if (waiting.add(next)) {
                        queue.add(next);
                    }
                }
            }
        }
        Node end = null;
        BigInteger least = null;
        for (Map.Entry<Node, BigInteger> e : best.entrySet()) {
            int i = e.getKey().inspector();
            if (i >= 0 && load[i] < net.cap(net.inspectors.get(i))) {
                long place = Network.WEIGHT * (net.inspectors.get(i).prior() + load[i]);
                BigInteger whole = e.getValue().add(BigInteger.valueOf(place).shiftLeft(FIRST));
                if (least == null || whole.compareTo(least) < 0) {
                    least = whole;
                    end = e.getKey();
                }
            }
        }
        if (end != null) {
            push(end, came);
        }
        return end != null;
    }

    private BigInteger cost(Node from, Node to) {
        if (to.inspector() >= 0) {
            return cost(from.subject(), to.inspector());
        }
        return from.inspector() >= 0 ? cost(to.subject(), from.inspector()).negate() : BigInteger.ZERO;
    }

    private BigInteger cost(String subject, int inspector) {
        Papers.Recusal pair = new Papers.Recusal(net.inspectors.get(inspector).id(), subject);
        return costs.computeIfAbsent(pair, p -> {
            byte[] ticket = net.pair(subject, p.inspector());
            BigInteger sum = subject.equals(late) || standing.contains(p) ? BigInteger.ZERO : CHANGE;
            for (int level = 1; level <= 6; level++) {
                sum = sum.add(BigInteger.valueOf(Bits.forty(ticket, level)).shiftLeft(FIRST - 64 * (level - 1)));
            }
            return sum;
        });
    }
}
