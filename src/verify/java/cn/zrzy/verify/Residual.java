package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The residual network of an assignment: every arc that can still carry flow. Nodes: each subject and its roles, then one
 * per line of inspectors.jsonl, then the sink.
 */
final class Residual {

    /** {@code pair} is null for arcs whose cost has no random part; {@code sign} −1 takes a seat back. */
    record Arc(int from, int to, long cost, byte[] pair, int sign) {
        long cost(int level) {
            if (pair != null) {
                return sign * Bits.forty(pair, level);
            }
            return level == 1 ? cost : 0;
        }
    }

    final List<Arc> arcs = new ArrayList<>();
    final int nodes;
    private final Network net;
    private final int first;

    Residual(Network net, List<String> subjects, List<Papers.Seat> seats) {
        this.net = net;
        this.first =
                subjects.stream().mapToInt(s -> 1 + net.plan(s).roles().size()).sum();
        int sink = first + net.inspectors.size();
        this.nodes = sink + 1;
        Map<String, Set<String>> teams = new HashMap<>();
        Map<String, Integer> loads = new HashMap<>();
        for (Papers.Seat seat : seats) {
            teams.computeIfAbsent(seat.subject(), s -> new HashSet<>()).add(seat.inspector());
            loads.merge(seat.inspector(), 1, Integer::sum);
        }
        int top = 0;
        for (String s : subjects) {
            subject(s, top, teams.getOrDefault(s, Set.of()));
            top += 1 + net.plan(s).roles().size();
        }
        for (int i = 0; i < net.inspectors.size(); i++) {
            Papers.Inspector x = net.inspectors.get(i);
            int load = loads.getOrDefault(x.id(), 0);
            if (load < net.cap(x)) {
                arcs.add(new Arc(first + i, sink, Network.WEIGHT * (x.prior() + load), null, 0));
            }
            if (load > 0) {
                arcs.add(new Arc(sink, first + i, -Network.WEIGHT * (x.prior() + load - 1), null, 0));
            }
        }
    }

    private void subject(String s, int top, Set<String> team) {
        List<List<Integer>> may = net.mayServe(s);
        for (int n = 0; n < may.size(); n++) {
            Rules.Role r = net.plan(s).roles().get(n);
            int me = top + 1 + n;
            long flow = may.get(n).stream()
                    .filter(i -> team.contains(net.inspectors.get(i).id()))
                    .count();
            if (flow < r.most()) {
                arcs.add(new Arc(top, me, 0, null, 0));
            }
            if (flow > r.least()) {
                arcs.add(new Arc(me, top, 0, null, 0));
            }
            for (int i : may.get(n)) {
                String id = net.inspectors.get(i).id();
                byte[] pair = net.pair(s, id);
                arcs.add(team.contains(id) ? new Arc(first + i, me, 0, pair, -1) : new Arc(me, first + i, 0, pair, 1));
            }
        }
    }
}
