package cn.zrzy.hub.draw.match;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.lottery.PairMill;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.rule.PairingRules;
import cn.zrzy.hub.draw.rule.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may serve whom, in which role: the drawn subjects against the frozen inspectors under the rules. */
public final class Roster {

    private final DrawRequest request;
    private final Relaxation relaxation;
    private final Map<String, PoolSubject> subjects = new HashMap<>();
    private final Map<String, Set<String>> recused = new HashMap<>();
    private final Map<String, Set<String>> drawnItems;

    public Roster(FrozenDraw frozen, List<Pick> picks, Relaxation relaxation) {
        this(frozen, items(picks), relaxation);
    }

    /** @param drawnItems of each subject that may need a team */
    public Roster(FrozenDraw frozen, Map<String, Set<String>> drawnItems, Relaxation relaxation) {
        request = frozen.request();
        this.relaxation = relaxation;
        this.drawnItems = drawnItems;
        request.subjects().forEach(s -> subjects.put(s.id(), s));
        request.recusals().forEach(r -> forbid(r.subjectId(), r.inspectorId()));
    }

    /** 抽查事项 for which each subject was drawn. */
    public static Map<String, Set<String>> items(List<Pick> picks) {
        Map<String, Set<String>> items = new TreeMap<>();
        picks.forEach(
                p -> items.computeIfAbsent(p.subjectId(), id -> new TreeSet<>()).add(p.itemCode()));
        return items;
    }

    public void forbid(String subjectId, String inspectorId) {
        recused.computeIfAbsent(subjectId, id -> new HashSet<>()).add(inspectorId);
    }

    /** Drawn subjects that get a team, by id. */
    public List<String> teamed() {
        return drawnItems.keySet().stream().filter(id -> plan(id) != null).toList();
    }

    /** The first plan that serves one of the subject's drawn items; null when none does. */
    public TeamPlan plan(String subjectId) {
        Set<String> items = drawnItems.getOrDefault(subjectId, Set.of());
        for (TeamPlan plan : request.rules().teams()) {
            if (plan.items().isEmpty() || plan.items().stream().anyMatch(items::contains)) {
                return plan;
            }
        }
        return null;
    }

    /** Inspector numbers (from 0, in pool order) for each role of the plan. */
    public List<List<Integer>> eligible(String subjectId) {
        TeamPlan plan = plan(subjectId);
        List<List<Integer>> byRole = new ArrayList<>();
        plan.roles().forEach(role -> byRole.add(new ArrayList<>()));
        Visit visit = visit(subjectId);
        for (int i = 0; i < request.inspectors().size(); i++) {
            PoolInspector inspector = request.inspectors().get(i);
            if (PairingRules.allow(visit, inspector)) {
                int role = relaxation.role(plan, inspector);
                if (role >= 0) {
                    byRole.get(role).add(i);
                }
            }
        }
        return byRole;
    }

    public Visit visit(String subjectId) {
        Set<String> expertise = new HashSet<>();
        Set<String> items = drawnItems.getOrDefault(subjectId, Set.of());
        request.rules().items().stream()
                .filter(item -> items.contains(item.code()))
                .forEach(item -> expertise.addAll(item.expertise()));
        return new Visit(
                subjects.get(subjectId),
                expertise,
                request.rules().inspectionTo(),
                relaxation.regionDigits(),
                recused.getOrDefault(subjectId, Set.of()));
    }

    /** The numbers of the problem; costs are pair tickets of level 1. */
    public TeamProblem problem(List<String> ids, List<List<List<Integer>>> eligible, DrawHash hash, byte[] seed) {
        TeamProblem shape = shape(ids, eligible);
        return shape.with(costs(shape, ids, hash, seed, 1), TeamProblem.W);
    }

    /** The problem without costs: enough to ask whether any answer exists. */
    public TeamProblem shape(List<String> ids, List<List<List<Integer>>> eligible) {
        int roles = ids.stream().mapToInt(id -> plan(id).roles().size()).sum();
        int pairs = eligible.stream().flatMap(List::stream).mapToInt(List::size).sum();
        int[] size = new int[ids.size()];
        int[] roleStart = new int[ids.size() + 1];
        int[] least = new int[roles];
        int[] most = new int[roles];
        int[] pairStart = new int[roles + 1];
        int[] person = new int[pairs];
        int r = 0;
        int e = 0;
        for (int j = 0; j < ids.size(); j++) {
            TeamPlan plan = plan(ids.get(j));
            size[j] = plan.size();
            for (int k = 0; k < plan.roles().size(); k++) {
                least[r] = plan.roles().get(k).least();
                most[r] = plan.roles().get(k).most();
                for (int i : eligible.get(j).get(k)) {
                    person[e++] = i;
                }
                pairStart[++r] = e;
            }
            roleStart[j + 1] = r;
        }
        List<PoolInspector> people = request.inspectors();
        return new TeamProblem(
                size,
                roleStart,
                least,
                most,
                pairStart,
                person,
                new long[pairs],
                people.stream().mapToInt(relaxation::cap).toArray(),
                people.stream().mapToInt(PoolInspector::priorLoad).toArray(),
                TeamProblem.W);
    }

    public long[] costs(TeamProblem problem, List<String> ids, DrawHash hash, byte[] seed, int level) {
        byte[][] people =
                request.inspectors().stream().map(i -> Bytes.utf8(i.id())).toArray(byte[][]::new);
        long[] costs = new long[problem.pairs()];
        PairMill mill = new PairMill(hash, seed);
        for (int j = 0; j < ids.size(); j++) {
            mill.subject(ids.get(j));
            int from = problem.pairStart()[problem.roleStart()[j]];
            int to = problem.pairStart()[problem.roleStart()[j + 1]];
            for (int e = from; e < to; e++) {
                costs[e] = mill.cost(people[problem.person()[e]], level);
            }
        }
        return costs;
    }

    /** An answer as seats: by subject, then role, then inspector. */
    public List<TeamSeat> seats(
            TeamProblem problem,
            List<String> ids,
            List<List<List<Integer>>> eligible,
            boolean[] serves,
            DrawHash hash,
            byte[] seed) {
        List<TeamSeat> seats = new ArrayList<>();
        PairMill mill = new PairMill(hash, seed);
        for (int j = 0; j < ids.size(); j++) {
            mill.subject(ids.get(j));
            for (int k = 0; k < eligible.get(j).size(); k++) {
                int r = problem.roleStart()[j] + k;
                String role = plan(ids.get(j)).roles().get(k).name();
                for (int e = problem.pairStart()[r]; e < problem.pairStart()[r + 1]; e++) {
                    if (serves[e]) {
                        String inspector =
                                request.inspectors().get(problem.person()[e]).id();
                        seats.add(new TeamSeat(ids.get(j), role, inspector, mill.ticket(inspector)));
                    }
                }
            }
        }
        return seats;
    }
}
