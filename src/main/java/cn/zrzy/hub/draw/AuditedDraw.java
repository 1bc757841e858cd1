package cn.zrzy.hub.draw;

import cn.zrzy.hub.draw.rule.PairingRules;
import cn.zrzy.hub.draw.rule.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 受审的一次抽取: what the year's statistics need of one draw of the platform.
 *
 * @param day when its result was entered
 */
public record AuditedDraw(LocalDate day, List<Layer> layers, List<Trip> trips) {

    public AuditedDraw {
        layers = List.copyOf(layers);
        trips = List.copyOf(trips);
    }

    /**
     * One stratum.
     *
     * @param members everybody who could be drawn, in the order of the list (by id)
     * @param picked ids of those who were
     */
    public record Layer(String stratum, List<Member> members, Set<String> picked) {}

    /** @param recused somebody may not visit this subject */
    public record Member(String id, String creditClass, boolean recused) {}

    /**
     * One visit.
     *
     * @param roles who could have gone, by role of the team plan, recusals left aside; equal lists are one object
     * @param recused who could not go to this subject
     */
    public record Trip(List<List<String>> roles, Set<String> recused, List<String> team) {}

    /** Reads a draw of mode P from its evidence. */
    public static AuditedDraw of(FrozenDraw frozen, DrawOutcome outcome, LocalDate day) {
        Map<String, Set<String>> recused = new HashMap<>();
        frozen.request()
                .recusals()
                .forEach(pair -> recused.computeIfAbsent(pair.subjectId(), id -> new HashSet<>())
                        .add(pair.inspectorId()));
        Map<String, Set<String>> picked = new HashMap<>();
        outcome.picks()
                .forEach(pick -> picked.computeIfAbsent(pick.stratum(), code -> new HashSet<>())
                        .add(pick.subjectId()));
        List<Layer> layers = new ArrayList<>();
        Draws.members(frozen).forEach((code, members) -> {
            List<Member> all = members.stream()
                    .map(m -> new Member(m.id(), m.creditClass(), recused.containsKey(m.id())))
                    .toList();
            Set<String> drawn = new HashSet<>(picked.getOrDefault(code, Set.of()));
            drawn.retainAll(members.stream().map(PoolSubject::id).toList());
            layers.add(new Layer(code, all, drawn));
        });
        return new AuditedDraw(day, layers, trips(frozen, outcome, recused));
    }

    private static List<Trip> trips(FrozenDraw frozen, DrawOutcome outcome, Map<String, Set<String>> recused) {
        Roster roster = NeededLadder.of(frozen, outcome.picks()).roster();
        Map<String, List<String>> teams = new HashMap<>();
        outcome.seats()
                .forEach(seat -> teams.computeIfAbsent(seat.subjectId(), id -> new ArrayList<>())
                        .add(seat.inspectorId()));
        Map<List<List<String>>, List<List<String>>> equal = new HashMap<>();
        List<Trip> trips = new ArrayList<>();
        for (String id : roster.teamed()) {
            List<List<String>> roles = roles(frozen, roster, id);
            trips.add(new Trip(
                    equal.computeIfAbsent(roles, same -> same),
                    recused.getOrDefault(id, Set.of()),
                    teams.getOrDefault(id, List.of())));
        }
        return trips;
    }

    private static List<List<String>> roles(FrozenDraw frozen, Roster roster, String id) {
        TeamPlan plan = roster.plan(id);
        Visit visit = roster.visit(id);
        Visit anyone = new Visit(visit.subject(), visit.expertise(), visit.lastDay(), visit.regionDigits(), Set.of());
        List<List<String>> roles = new ArrayList<>();
        plan.roles().forEach(role -> roles.add(new ArrayList<>()));
        for (PoolInspector person : frozen.request().inspectors()) {
            int role = PairingRules.allow(anyone, person) ? roster.role(plan, person) : -1;
            if (role >= 0) {
                roles.get(role).add(person.id());
            }
        }
        return roles;
    }
}
