package cn.zrzy.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may serve whom, and in which role (docs/draw/bundle-format.md §7), under the first steps of the ladder. */
final class Network {

    /** W: one place more outweighs every pair ticket. */
    static final long WEIGHT = 1L << 40;

    final Bundle bundle;
    final Rules rules;
    final List<Papers.Inspector> inspectors;
    final int steps;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, String> itemOf = new HashMap<>();
    private final TreeMap<String, Set<String>> drawn = new TreeMap<>();
    private final Set<Papers.Recusal> recused;
    private final Map<String, List<List<Integer>>> serving = new HashMap<>();
    private final Map<String, List<List<Integer>>> perSubject = new HashMap<>();

    private Network(Bundle b, int steps) {
        this.bundle = b;
        this.rules = b.rules();
        this.steps = steps;
        this.inspectors = b.inspectors();
        for (int i = 0; i < inspectors.size(); i++) {
            lines.put(inspectors.get(i).id(), i);
        }
        b.subjects().forEach(s -> regions.put(s.id(), s.region()));
        rules.strata().forEach(s -> itemOf.put(s.code(), s.item()));
        for (Papers.Pick p : b.drawn()) {
            drawn.computeIfAbsent(p.subject(), x -> new HashSet<>()).add(item(p.stratum()));
        }
        this.recused = new HashSet<>(b.recusals());
    }

    /** The same people and rules for other subjects with other items, with recusals declared since. */
    Network later(Map<String, Set<String>> items, Set<Papers.Recusal> forbidden) {
        Network net = new Network(bundle, steps);
        net.drawn.clear();
        net.drawn.putAll(items);
        net.recused.addAll(forbidden);
        return net;
    }

    /** The network after {@code steps} steps of the ladder; more than there are count as all. */
    static Network of(Bundle b, long steps) {
        int k = (int) Math.min(steps, b.rules().ladder().size());
        return b.once("#network" + k, () -> new Network(b, k));
    }

    String item(String stratum) {
        return itemOf.getOrDefault(stratum, "");
    }

    Set<String> drawnItems(String subject) {
        return drawn.getOrDefault(subject, Set.of());
    }

    Papers.Inspector inspector(String id) {
        return line(id) < 0 ? null : inspectors.get(line(id));
    }

    /** Line of inspectors.jsonl, −1 for nobody. */
    int line(String id) {
        return lines.getOrDefault(id, -1);
    }

    long cap(Papers.Inspector x) {
        long more = used("cap").stream().mapToLong(Rules.Step::amount).sum();
        return x.cap() == 0 ? 0 : x.cap() + more;
    }

    List<Rules.Step> used(String kind) {
        return rules.ladder().subList(0, steps).stream()
                .filter(s -> s.kind().equals(kind))
                .toList();
    }

    /** First plan that serves one of the items; null for none. */
    Rules.Team plan(Set<String> items) {
        return rules.teams().stream()
                .filter(t -> t.items().isEmpty() || t.items().stream().anyMatch(items::contains))
                .findFirst()
                .orElse(null);
    }

    Rules.Team plan(String subject) {
        return drawn.containsKey(subject) ? plan(drawnItems(subject)) : null;
    }

    /** Subjects that get a team, by id. */
    List<String> subjects(Collection<String> deferred) {
        Set<String> out = new HashSet<>(deferred);
        return drawn.keySet().stream()
                .filter(s -> !out.contains(s) && plan(s) != null)
                .toList();
    }

    boolean certified(Papers.Inspector x) {
        return x.validTo().compareTo(rules.inspectionTo()) >= 0;
    }

    boolean recused(String inspector, String subject) {
        return recused.contains(new Papers.Recusal(inspector, subject));
    }

    /** Region and expertise. */
    boolean fits(Papers.Inspector x, String region, Set<String> needs) {
        return covers(x, region) && (needs.isEmpty() || x.expertise().stream().anyMatch(needs::contains));
    }

    boolean fits(Papers.Inspector x, String subject) {
        return fits(x, regions.get(subject), needs(drawnItems(subject)));
    }

    private boolean covers(Papers.Inspector x, String region) {
        for (String prefix : x.regions()) {
            if (region.startsWith(prefix)) {
                return true;
            }
            for (Rules.Step step : used("region")) {
                if (region.regionMatches(0, prefix, 0, (int) step.amount())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> needs(Set<String> items) {
        Set<String> out = new HashSet<>();
        rules.items().stream().filter(i -> items.contains(i.code())).forEach(i -> out.addAll(i.expertise()));
        return out;
    }

    /** Index of the first role of the plan that takes the inspector, −1 for none. */
    int role(Papers.Inspector x, Rules.Team plan) {
        for (int n = 0; n < plan.roles().size(); n++) {
            Rules.Role r = plan.roles().get(n);
            boolean dept = r.dept().isEmpty()
                    || r.dept().equals(x.dept())
                    || used("dept").stream()
                            .anyMatch(
                                    s -> s.role().equals(r.name()) && s.value().equals(x.dept()));
            boolean skill = r.expertise().isEmpty() || r.expertise().stream().anyMatch(x.expertise()::contains);
            if (dept && skill && (!r.leader() || x.leader())) {
                return n;
            }
        }
        return -1;
    }

    /** Per role of the plan the lines of inspectors.jsonl that may serve a subject with these items, recusals aside. */
    List<List<Integer>> serving(String subject, Set<String> items, Rules.Team plan) {
        String region = regions.get(subject);
        Set<String> needs = needs(items);
        String key = region + " " + rules.teams().indexOf(plan) + " " + new java.util.TreeSet<>(needs);
        return serving.computeIfAbsent(key, k -> {
            List<List<Integer>> roles = new ArrayList<>();
            plan.roles().forEach(r -> roles.add(new ArrayList<>()));
            for (int i = 0; i < inspectors.size(); i++) {
                Papers.Inspector x = inspectors.get(i);
                int n = x.cap() > 0 && certified(x) && fits(x, region, needs) ? role(x, plan) : -1;
                if (n >= 0) {
                    roles.get(n).add(i);
                }
            }
            return roles;
        });
    }

    List<List<Integer>> mayServe(String subject) {
        return perSubject.computeIfAbsent(
                subject,
                s -> serving(s, drawnItems(s), plan(s)).stream()
                        .map(role -> role.stream()
                                .filter(i -> !recused(inspectors.get(i).id(), s))
                                .toList())
                        .toList());
    }

    byte[] pair(String subject, String inspector) {
        return bundle.ticket("SSJ2", subject, inspector);
    }

    /** eligibility.bin as it must be. */
    byte[] eligibility(List<String> subjects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Text.utf8("SSJELG01"));
        out.writeBytes(bundle.binSalt());
        out.writeBytes(u32(subjects.size()));
        for (String s : subjects) {
            out.write(s.length());
            out.writeBytes(Text.utf8(s));
            out.write(mayServe(s).size());
            for (List<Integer> role : mayServe(s)) {
                out.writeBytes(u32(role.size()));
                role.forEach(i -> out.writeBytes(u32(i)));
            }
        }
        return out.toByteArray();
    }

    private static byte[] u32(int n) {
        return ByteBuffer.allocate(4).putInt(n).array();
    }
}
