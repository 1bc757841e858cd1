package cn.zrzy.hub.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 搭配检查人员: the one optimum, or the pre-committed relaxations in order until there is one. */
final class TeamDraw {

    private final FrozenDraw frozen;
    private final List<Pick> picks;
    private final byte[] seed;
    private final DrawHash hash;
    private final List<String> shortfalls = new ArrayList<>();

    TeamDraw(FrozenDraw frozen, List<Pick> picks, byte[] seed) {
        this.frozen = frozen;
        this.picks = picks;
        this.seed = seed;
        hash = frozen.request().rules().hash();
    }

    /**
     * @param subjects with a team, by id
     * @param eligible per subject and role: inspector numbers
     * @param prices per level: subjects, roles, inspectors, sink
     */
    record Teams(
            List<String> subjects,
            List<List<List<Integer>>> eligible,
            TeamProblem problem,
            List<TeamSeat> seats,
            List<long[]> prices,
            List<String> deferred,
            int ladder,
            List<String> shortfalls) {}

    /** @throws cn.zrzy.hub.kernel.Rejected E-DRAW-INFEASIBLE with the binding constraint when the ladder is used up */
    Teams run() {
        List<LadderStep> ladder = frozen.request().rules().ladder();
        for (int step = 0; step <= ladder.size(); step++) {
            Relaxation relaxation = Relaxation.of(ladder.subList(0, step));
            Roster roster = new Roster(frozen, picks, relaxation);
            List<String> ids = roster.teamed();
            List<List<List<Integer>>> eligible =
                    ids.stream().map(roster::eligible).toList();
            TeamProblem problem = roster.problem(ids, eligible, hash, seed);
            TeamFeasibility feasibility = new TeamFeasibility(problem);
            if (feasibility.feasible()) {
                return seated(roster, ids, eligible, problem, List.of(), step);
            }
            if (relaxation.defer() > 0) {
                List<String> kept = kept(roster, ids, eligible, relaxation.defer());
                if (kept != null) {
                    List<List<List<Integer>>> left = kept.stream()
                            .map(id -> eligible.get(ids.indexOf(id)))
                            .toList();
                    List<String> deferred =
                            ids.stream().filter(id -> !kept.contains(id)).toList();
                    return seated(roster, kept, left, roster.problem(kept, left, hash, seed), deferred, step);
                }
            }
            shortfalls.add(feasibility.shortfall(roleNames(roster, ids)));
        }
        throw Refusal.of("E-DRAW-INFEASIBLE", "执法检查人员不足，放宽阶梯已用尽：" + shortfalls.get(shortfalls.size() - 1));
    }

    static List<String> roleNames(Roster roster, List<String> ids) {
        return ids.stream()
                .flatMap(id -> roster.plan(id).roles().stream().map(TeamPlan.Role::name))
                .toList();
    }

    /** Subjects by ascending ticket, each kept iff the kept ones can still all be served; null: too many left out. */
    private List<String> kept(Roster roster, List<String> ids, List<List<List<Integer>>> eligible, int most) {
        TicketMill mill = new TicketMill(hash, seed);
        Map<String, String> tickets = new HashMap<>();
        ids.forEach(id -> tickets.put(id, Bytes.hex(mill.ticket(id))));
        List<String> order = new ArrayList<>(ids);
        order.sort(Comparator.comparing(tickets::get));
        List<String> kept = new ArrayList<>();
        int out = 0;
        for (String id : order) {
            kept.add(id);
            List<List<List<Integer>>> own =
                    kept.stream().map(k -> eligible.get(ids.indexOf(k))).toList();
            if (!new TeamFeasibility(roster.problem(kept, own, hash, seed)).feasible()) {
                kept.remove(kept.size() - 1);
                if (++out > most) {
                    return null;
                }
            }
        }
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    private Teams seated(
            Roster roster,
            List<String> ids,
            List<List<List<Integer>>> eligible,
            TeamProblem problem,
            List<String> deferred,
            int step) {
        TeamSolver.Answer answer = new TeamSolver(problem).solve();
        boolean[] serves = answer.serves();
        List<long[]> prices = new Ties(problem, level -> roster.costs(problem, ids, hash, seed, level))
                .settle(serves, answer.prices());
        if (prices.size() == 1) {
            prices.set(0, PlainPrices.of(problem, serves, prices.get(0)));
        }
        PriceCheck check = new PriceCheck(problem, serves);
        if (!check.feasible() || !check.optimal(prices.get(0))) {
            throw new IllegalStateException("solver answer without proof: a defect, not an input");
        }
        List<TeamSeat> seats = roster.seats(problem, ids, eligible, serves, hash, seed);
        return new Teams(ids, eligible, problem, seats, prices, deferred, step, List.copyOf(shortfalls));
    }
}
