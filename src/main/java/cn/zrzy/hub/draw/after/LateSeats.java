package cn.zrzy.hub.draw.after;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.match.Relaxation;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.match.flow.Reseating;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 更正后的检查组: the teams that stand, and how one more subject gets one. Each team stays under the plan and items of the
 * day it was seated.
 */
final class LateSeats {

    private final FrozenDraw frozen;
    private final byte[] used;
    private final boolean provable;
    private final Relaxation relaxation;
    private final Map<String, Set<String>> items = new TreeMap<>();
    private final List<Recusal> forbidden = new ArrayList<>();
    private List<TeamSeat> seats;

    LateSeats(FrozenDraw frozen, DrawOutcome outcome, byte[] used) {
        this.frozen = frozen;
        this.used = used;
        provable = frozen.request().mode().provable();
        relaxation = Relaxation.of(frozen.request().rules().ladder().subList(0, outcome.ladder()));
        seats = new ArrayList<>(outcome.seats());
        Map<String, Set<String>> drawn = Roster.items(outcome.picks());
        seats.forEach(s -> items.put(s.subjectId(), drawn.get(s.subjectId())));
    }

    List<TeamSeat> seats() {
        return seats;
    }

    boolean serves(String subjectId, String inspectorId) {
        return seats.stream()
                .anyMatch(
                        s -> s.subjectId().equals(subjectId) && s.inspectorId().equals(inspectorId));
    }

    void dissolve(String subjectId) {
        seats.removeIf(s -> s.subjectId().equals(subjectId));
        items.remove(subjectId);
    }

    /** From now on this inspector may not serve this subject. */
    void forbid(String subjectId, String inspectorId) {
        forbidden.add(new Recusal(inspectorId, subjectId, ""));
    }

    /** Is the team that stands one that the rules allow? */
    boolean fits(String subjectId, Set<String> drawnItems) {
        Roster roster = new Roster(frozen, Map.of(subjectId, items.getOrDefault(subjectId, drawnItems)), relaxation);
        TeamPlan plan = roster.plan(subjectId);
        if (plan == null) {
            return true;
        }
        forbidden.forEach(f -> roster.forbid(f.subjectId(), f.inspectorId()));
        List<TeamSeat> team =
                seats.stream().filter(s -> s.subjectId().equals(subjectId)).toList();
        List<List<Integer>> eligible = roster.eligible(subjectId);
        boolean fits = team.size() == plan.size();
        for (int r = 0; r < plan.roles().size(); r++) {
            TeamPlan.Role role = plan.roles().get(r);
            Set<String> able = eligible.get(r).stream()
                    .map(i -> frozen.request().inspectors().get(i).id())
                    .collect(Collectors.toSet());
            List<TeamSeat> members =
                    team.stream().filter(s -> s.role().equals(role.name())).toList();
            fits &= members.size() >= role.least() && members.size() <= role.most();
            fits &= members.stream().allMatch(s -> able.contains(s.inspectorId()));
        }
        return fits;
    }

    /**
     * A team for a subject without one: nobody else's team changes if that can be, else as few seats as can be. The teams
     * that a platform sent are not ours to change for another's sake.
     *
     * @return false when there is no such team at all
     */
    boolean seat(String subjectId, Set<String> drawnItems) {
        items.put(subjectId, drawnItems);
        Roster roster = new Roster(frozen, items, relaxation);
        if (roster.plan(subjectId) == null) {
            items.remove(subjectId);
            return true;
        }
        forbidden.forEach(f -> roster.forbid(f.subjectId(), f.inspectorId()));
        return seat(roster, subjectId, List.of(subjectId))
                || provable && seat(roster, subjectId, List.copyOf(items.keySet()));
    }

    /** @param ids whose seats are open to change, by id */
    private boolean seat(Roster roster, String subjectId, List<String> ids) {
        DrawHash hash = frozen.request().rules().hash();
        List<List<List<Integer>>> eligible = ids.stream().map(roster::eligible).toList();
        TeamProblem bare = roster.problem(ids, eligible, hash, used);
        Set<String> open = new HashSet<>(ids);
        TeamProblem problem = bare.loaded(load(open));
        long[][] tickets = new long[Reseating.LEVELS][];
        tickets[0] = problem.cost();
        for (int level = 2; level <= tickets.length; level++) {
            tickets[level - 1] = roster.costs(problem, ids, hash, used, level);
        }
        boolean[] serves = standing(problem, ids);
        if (!new Reseating(problem, serves, ids.indexOf(subjectId), tickets).run()) {
            return false;
        }
        List<TeamSeat> next = new ArrayList<>(
                seats.stream().filter(s -> !open.contains(s.subjectId())).toList());
        roster.seats(problem, ids, eligible, serves, hash, used).forEach(s -> next.add(provable ? s : s.unproved()));
        // Stable: roles and people of one team stay in their order.
        next.sort(Comparator.comparing(TeamSeat::subjectId));
        seats = next;
        return true;
    }

    /** Places of each inspector in teams that are not open to change. */
    private int[] load(Set<String> open) {
        Map<String, Integer> count = new TreeMap<>();
        seats.stream()
                .filter(s -> !open.contains(s.subjectId()))
                .forEach(s -> count.merge(s.inspectorId(), 1, Integer::sum));
        return frozen.request().inspectors().stream()
                .mapToInt(i -> count.getOrDefault(i.id(), 0))
                .toArray();
    }

    private boolean[] standing(TeamProblem problem, List<String> ids) {
        Set<String> sitting = new HashSet<>();
        seats.forEach(s -> sitting.add(s.subjectId() + "," + s.inspectorId()));
        boolean[] serves = new boolean[problem.pairs()];
        for (int j = 0; j < ids.size(); j++) {
            int from = problem.pairStart()[problem.roleStart()[j]];
            int to = problem.pairStart()[problem.roleStart()[j + 1]];
            for (int e = from; e < to; e++) {
                String inspector =
                        frozen.request().inspectors().get(problem.person()[e]).id();
                serves[e] = sitting.contains(ids.get(j) + "," + inspector);
            }
        }
        return serves;
    }
}
