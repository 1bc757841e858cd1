package cn.zrzy.hub.draw.match;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.lottery.TicketMill;
import cn.zrzy.hub.draw.match.flow.PlainPrices;
import cn.zrzy.hub.draw.match.flow.PriceCheck;
import cn.zrzy.hub.draw.match.flow.TeamFeasibility;
import cn.zrzy.hub.draw.match.flow.TeamProblem;
import cn.zrzy.hub.draw.match.flow.TeamSolver;
import cn.zrzy.hub.draw.match.flow.Ties;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 搭配检查人员: the one optimum, or the pre-committed relaxations in order until there is one. */
public final class TeamDraw {

    private final FrozenDraw frozen;
    private final List<Pick> picks;
    private final byte[] seed;
    private final DrawHash hash;
    private final List<String> shortfalls = new ArrayList<>();

    public TeamDraw(FrozenDraw frozen, List<Pick> picks, byte[] seed) {
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
    public record Teams(
            List<String> subjects,
            List<List<List<Integer>>> eligible,
            TeamProblem problem,
            List<TeamSeat> seats,
            List<long[]> prices,
            List<String> deferred,
            int ladder,
            List<String> shortfalls) {}

    /**
     * @throws cn.zrzy.hub.kernel.Rejected E-DRAW-INFEASIBLE with the binding constraint when the ladder is used up; never
     *     when its last step is {@link LadderStep#deferAll}
     */
    public Teams run() {
        List<LadderStep> ladder = frozen.request().rules().ladder();
        for (int step = 0; step <= ladder.size(); step++) {
            Relaxation relaxation = Relaxation.of(ladder.subList(0, step));
            Roster roster = new Roster(frozen, picks, relaxation);
            List<String> ids = roster.teamed();
            List<List<List<Integer>>> eligible =
                    ids.stream().map(roster::eligible).toList();
            TeamFeasibility feasibility = new TeamFeasibility(roster.shape(ids, eligible));
            if (feasibility.feasible()) {
                return seated(roster, ids, eligible, List.of(), step);
            }
            if (relaxation.defer() > 0) {
                List<String> kept = kept(roster, ids, eligible, relaxation.defer());
                if (kept != null) {
                    List<List<List<Integer>>> left =
                            kept.stream().map(roster::eligible).toList();
                    Set<String> served = Set.copyOf(kept);
                    List<String> deferred =
                            ids.stream().filter(id -> !served.contains(id)).toList();
                    return seated(roster, kept, left, deferred, step);
                }
            }
            shortfalls.add(feasibility.shortfall(roleNames(roster, ids)));
        }
        throw Refusal.of("E-DRAW-INFEASIBLE", "执法检查人员不足，放宽阶梯已用尽：" + shortfalls.get(shortfalls.size() - 1));
    }

    public static List<String> roleNames(Roster roster, List<String> ids) {
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
        Map<String, List<List<Integer>>> able = new HashMap<>();
        for (int j = 0; j < ids.size(); j++) {
            able.put(ids.get(j), eligible.get(j));
        }
        List<String> kept = new ArrayList<>();
        List<List<List<Integer>>> own = new ArrayList<>();
        int out = 0;
        for (String id : order) {
            kept.add(id);
            own.add(able.get(id));
            if (!new TeamFeasibility(roster.shape(kept, own)).feasible()) {
                kept.remove(kept.size() - 1);
                own.remove(own.size() - 1);
                if (++out > most) {
                    return null;
                }
            }
        }
        kept.sort(Comparator.naturalOrder());
        return kept;
    }

    private Teams seated(
            Roster roster, List<String> ids, List<List<List<Integer>>> eligible, List<String> deferred, int step) {
        TeamProblem problem = roster.problem(ids, eligible, hash, seed);
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
