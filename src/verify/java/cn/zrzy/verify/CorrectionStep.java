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

    private final Bundle b;
    private final Network net;
    private final List<Papers.Pick> picked;
    private final TreeMap<String, Map<String, String>> teams = new TreeMap<>();
    /** Each team stays under the items of the day it was seated. */
    private final Map<String, Set<String>> seatedFor = new HashMap<>();

    private final Set<String> gone = new HashSet<>();
    private final Set<Papers.Recusal> forbidden = new HashSet<>();
    private String place;

    private CorrectionStep(Bundle b) {
        this.b = b;
        this.net = Network.of(b, b.result().ladder());
        this.picked = new ArrayList<>(b.drawn());
        for (Papers.Seat s : b.teams()) {
            teams.computeIfAbsent(s.subject(), x -> new LinkedHashMap<>()).put(s.inspector(), s.role());
            seatedFor.put(s.subject(), net.drawnItems(s.subject()));
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
            switch (c.kind()) {
                case "exclude" -> state.exclude(c);
                case "recuse" -> state.recuse(c);
                default -> state.reseat(c);
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

    /** A team that the platform sent against the rules; one that keeps them stays. */
    private void reseat(Papers.Correction c) {
        need(b.platform() && c.inspector().isEmpty() && c.code().equals("UNFIT"));
        need(visited().contains(c.subject()));
        seatedFor.computeIfAbsent(c.subject(), this::items);
        Network now = net.later(seatedFor, forbidden);
        need(now.plan(c.subject()) != null);
        Map<String, String> team = teams.getOrDefault(c.subject(), Map.of());
        need(!new LateTeam(now, Map.of(c.subject(), team), c.subject(), false).lawful());
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

    /** A team for one subject: nobody else's changes if that can be, else as few seats as can be; none of a platform's. */
    private void seat(String subject) {
        if (net.plan(items(subject)) == null) {
            return;
        }
        seatedFor.put(subject, items(subject));
        Network now = net.later(seatedFor, forbidden);
        Map<String, Map<String, String>> found = new LateTeam(now, teams, subject, true).teams();
        if (found == null && !b.platform()) {
            found = new LateTeam(now, teams, subject, false).teams();
        }
        need(found != null);
        teams.putAll(found);
    }

    private byte[] objects() {
        StringBuilder out = new StringBuilder(Rows.PICKS).append('\n');
        picked.stream()
                .sorted(Comparator.comparing(Papers.Pick::stratum, Text.BY_BYTES)
                        .thenComparingLong(p -> Long.parseLong(p.rank())))
                .forEach(p -> out.append(String.join(",", p.stratum(), p.rank(), p.subject(), p.ticket()))
                        .append('\n'));
        return Text.utf8(out.toString());
    }

    private byte[] seats() {
        StringBuilder out = new StringBuilder(Rows.SEATS).append('\n');
        teams.forEach((subject, team) -> {
            Rules.Team plan = net.plan(seatedFor.get(subject));
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
