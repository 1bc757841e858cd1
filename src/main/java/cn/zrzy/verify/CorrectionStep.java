package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Step 10: the corrections, one after the other, lead to the current lists (docs/draw/bundle-format.md §8). */
final class CorrectionStep {

    private record Candidate(long cost, String id, int role) {}

    private final Bundle b;
    private final Network net;
    private final List<Papers.Pick> picked;
    private final TreeMap<String, Map<String, String>> teams = new TreeMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<Papers.Recusal> forbidden = new HashSet<>();
    private String place;

    private CorrectionStep(Bundle b) {
        this.b = b;
        this.net = Network.of(b, b.result().ladder());
        this.picked = new ArrayList<>(b.drawn());
        for (Papers.Seat s : b.teams()) {
            teams.computeIfAbsent(s.subject(), x -> new LinkedHashMap<>()).put(s.inspector(), s.role());
        }
    }

    static void check(Bundle b) {
        replay(b).forEach((name, bytes) -> Refused.unless(Arrays.equals(bytes, b.raw(name)), "E-CURRENT", name, ""));
    }

    /** The two current lists as they must be. */
    static TreeMap<String, byte[]> replay(Bundle b) {
        CorrectionStep state = new CorrectionStep(b);
        b.reserve();
        int line = 0;
        for (Papers.Correction c : b.corrections()) {
            state.place = "corrections.jsonl:" + ++line;
            state.need(c.no() == line && c.at().compareTo(b.result().at()) >= 0);
            if (c.kind().equals("exclude")) {
                state.exclude(c);
            } else {
                state.recuse(c);
            }
        }
        TreeMap<String, byte[]> out = new TreeMap<>();
        out.put("current.objects.csv", state.objects());
        out.put("current.teams.csv", state.seats());
        return out;
    }

    private void need(boolean holds) {
        Refused.unless(holds, "E-CORRECTION", place, "");
    }

    private void exclude(Papers.Correction c) {
        boolean known = b.subjects().stream().anyMatch(s -> s.id().equals(c.subject()));
        need(c.inspector().isEmpty() && b.rules().exclusions().containsKey(c.code()) && known);
        need(gone.add(c.subject()));
        Set<String> before = visited();
        List<String> strata = picked.stream()
                .filter(p -> p.subject().equals(c.subject()))
                .map(Papers.Pick::stratum)
                .toList();
        picked.removeIf(p -> p.subject().equals(c.subject()));
        teams.remove(c.subject());
        for (String stratum : strata) {
            b.reserve().stream()
                    .filter(r -> r.stratum().equals(stratum) && !gone.contains(r.subject()) && !picked.contains(r))
                    .findFirst()
                    .ifPresent(picked::add);
        }
        Set<String> fresh = visited();
        fresh.removeAll(before);
        fresh.forEach(this::seat);
    }

    private void recuse(Papers.Correction c) {
        need(Set.of("RECUSED", "ABSENT").contains(c.code()));
        need(teams.getOrDefault(c.subject(), Map.of()).containsKey(c.inspector()));
        forbidden.add(new Papers.Recusal(c.inspector(), c.subject()));
        teams.remove(c.subject());
        seat(c.subject());
    }

    private Set<String> visited() {
        Set<String> out = new TreeSet<>();
        picked.forEach(p -> out.add(p.subject()));
        return out;
    }

    private Set<String> items(String subject) {
        Set<String> out = new HashSet<>();
        picked.stream().filter(p -> p.subject().equals(subject)).forEach(p -> out.add(net.item(p.stratum())));
        return out;
    }

    /** Late seats leave every other team alone: the cheapest who may come, roles first. */
    private void seat(String subject) {
        Rules.Team plan = net.plan(items(subject));
        if (plan == null) {
            return;
        }
        List<Candidate> line = candidates(subject, plan);
        Map<String, String> team = new LinkedHashMap<>();
        long[] count = new long[plan.roles().size()];
        for (Candidate c : line) {
            if (count[c.role] < plan.roles().get(c.role).least()) {
                take(c, plan, team, count);
            }
        }
        for (int n = 0; n < count.length; n++) {
            need(count[n] >= plan.roles().get(n).least());
        }
        for (Candidate c : line) {
            boolean room = count[c.role] < plan.roles().get(c.role).most();
            if (team.size() < plan.size() && room && !team.containsKey(c.id)) {
                take(c, plan, team, count);
            }
        }
        need(team.size() == plan.size());
        teams.put(subject, team);
    }

    private static void take(Candidate c, Rules.Team plan, Map<String, String> team, long[] count) {
        team.put(c.id, plan.roles().get(c.role).name());
        count[c.role]++;
    }

    private List<Candidate> candidates(String subject, Rules.Team plan) {
        Map<String, Integer> loads = new HashMap<>();
        teams.values().forEach(t -> t.keySet().forEach(i -> loads.merge(i, 1, Integer::sum)));
        List<Candidate> out = new ArrayList<>();
        List<List<Integer>> serving = net.serving(subject, items(subject), plan);
        for (int n = 0; n < serving.size(); n++) {
            for (int line : serving.get(n)) {
                Papers.Inspector x = net.inspectors.get(line);
                int load = loads.getOrDefault(x.id(), 0);
                boolean barred = net.recused(x.id(), subject)
                        || forbidden.contains(new Papers.Recusal(x.id(), subject))
                        || load >= net.cap(x);
                if (!barred) {
                    long cost = Network.WEIGHT * (x.prior() + load) + Bits.forty(net.pair(subject, x.id()), 1);
                    out.add(new Candidate(cost, x.id(), n));
                }
            }
        }
        out.sort(Comparator.comparingLong(Candidate::cost).thenComparing(Candidate::id, Text.BY_BYTES));
        return out;
    }

    private byte[] objects() {
        StringBuilder out = new StringBuilder(Bundle.PICKS).append('\n');
        picked.stream()
                .sorted(Comparator.comparing(Papers.Pick::stratum, Text.BY_BYTES)
                        .thenComparingLong(p -> Long.parseLong(p.rank())))
                .forEach(p -> out.append(String.join(",", p.stratum(), p.rank(), p.subject(), p.ticket()))
                        .append('\n'));
        return Text.utf8(out.toString());
    }

    private byte[] seats() {
        StringBuilder out = new StringBuilder(Bundle.SEATS).append('\n');
        teams.forEach((subject, team) -> {
            Rules.Team plan = net.plan(items(subject));
            Comparator<String> byRole = Comparator.comparingInt(i -> {
                int n = plan == null ? -1 : plan.role(team.get(i));
                return n < 0 ? Integer.MAX_VALUE : n;
            });
            team.keySet().stream().sorted(byRole.thenComparing(Text.BY_BYTES)).forEach(i -> {
                String ticket = b.platform() ? "" : Bits.hex(net.pair(subject, i));
                out.append(String.join(",", subject, team.get(i), i, ticket)).append('\n');
            });
        });
        return Text.utf8(out.toString());
    }
}
