package cn.zrzy.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Step 8: every seat is lawful, teams are complete, nobody is over the cap, the ladder was used in order. */
final class TeamStep {

    private TeamStep() {}

    static void check(Bundle b) {
        Network.of(b, 0);
        b.teams();
        recusals(b);
        Papers.Result result = b.result();
        boolean known = result.ladder() <= b.rules().ladder().size();
        Refused.unless(known, "E-LADDER", "result.json", "");
        Network net = Network.of(b, result.ladder());
        Map<String, Map<String, String>> teams = seats(net);
        List<String> subjects = net.subjects(Feasibility.deferred(b));
        for (String s : subjects) {
            complete(net.plan(s), teams.getOrDefault(s, Map.of()), s);
        }
        Map<String, Integer> loads = new LinkedHashMap<>();
        teams.values().forEach(t -> t.keySet().forEach(i -> loads.merge(i, 1, Integer::sum)));
        loads.forEach((i, load) -> Refused.unless(load <= net.cap(net.inspector(i)), "E-CAP", "result.teams.csv", i));
        byte[] eligibility = net.eligibility(subjects);
        boolean same = Arrays.equals(eligibility, b.raw("eligibility.bin"));
        Refused.unless(same, "E-ELIGIBLE", "eligibility.bin", "");
        Feasibility.check(b);
    }

    private static void recusals(Bundle b) {
        Set<String> leaves = new HashSet<>();
        b.leaves("recusal.leaf").forEach(l -> leaves.add(Bits.hex(l.sm3())));
        Set<String> named = new HashSet<>();
        b.drawn().forEach(p -> named.add(p.subject()));
        b.reserve().forEach(p -> named.add(p.subject()));
        List<byte[]> lines = Text.byteLines(b.raw("recusal.opened.jsonl"));
        for (int i = 0; i < lines.size(); i++) {
            boolean good = named.contains(b.recusals().get(i).subject())
                    && leaves.contains(Bits.hex(Merkle.leaf(Hash.SM3, lines.get(i))));
            Refused.unless(good, "E-RECUSED", "recusal.opened.jsonl:" + (i + 1), "");
        }
    }

    /** Subject → inspector → role, each seat judged, the most telling fault first. */
    private static Map<String, Map<String, String>> seats(Network net) {
        Map<String, Map<String, String>> teams = new HashMap<>();
        Set<String> deferred = new HashSet<>(Feasibility.deferred(net.bundle));
        Papers.Seat before = null;
        int line = 1;
        for (Papers.Seat seat : net.bundle.teams()) {
            String place = "result.teams.csv:" + ++line;
            Rules.Team plan = deferred.contains(seat.subject()) ? null : net.plan(seat.subject());
            Refused.unless(plan != null, "E-TEAM-SIZE", place, "");
            Refused.unless(plan.role(seat.role()) >= 0, "E-ROLE", place, "");
            Map<String, String> team = teams.computeIfAbsent(seat.subject(), s -> new HashMap<>());
            Refused.unless(!team.containsKey(seat.inspector()), "E-TEAM-TWICE", place, "");
            Refused.unless(before == null || order(plan, before, seat) <= 0, "E-SORT", place, "");
            before = seat;
            judge(net, plan, seat, place);
            team.put(seat.inspector(), seat.role());
            String ticket = net.bundle.platform() ? "" : Bits.hex(net.pair(seat.subject(), seat.inspector()));
            Refused.unless(ticket.equals(seat.ticket()), "E-TICKET", place, "");
        }
        return teams;
    }

    private static int order(Rules.Team plan, Papers.Seat a, Papers.Seat b) {
        int c = Text.BY_BYTES.compare(a.subject(), b.subject());
        if (c == 0) {
            c = Integer.compare(plan.role(a.role()), plan.role(b.role()));
        }
        return c == 0 ? Text.BY_BYTES.compare(a.inspector(), b.inspector()) : c;
    }

    private static void judge(Network net, Rules.Team plan, Papers.Seat seat, String place) {
        Papers.Inspector x = net.inspector(seat.inspector());
        Refused.unless(x != null, "E-ELIGIBLE", place, "unknown inspector");
        Refused.unless(net.certified(x), "E-CERT", place, "");
        Refused.unless(!net.recused(x.id(), seat.subject()), "E-RECUSED", place, "");
        Refused.unless(x.cap() > 0, "E-CAP", place, "");
        Refused.unless(net.fits(x, seat.subject()), "E-ELIGIBLE", place, "");
        Refused.unless(net.role(x, plan) == plan.role(seat.role()), "E-ROLE", place, "");
    }

    private static void complete(Rules.Team plan, Map<String, String> team, String subject) {
        Refused.unless(team.size() == plan.size(), "E-TEAM-SIZE", "result.teams.csv", subject);
        for (Rules.Role r : plan.roles()) {
            long n = team.values().stream().filter(r.name()::equals).count();
            Refused.unless(r.least() <= n && n <= r.most(), "E-ROLE", "result.teams.csv", subject);
        }
    }
}
