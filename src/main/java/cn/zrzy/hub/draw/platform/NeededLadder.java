package cn.zrzy.hub.draw.platform;

import cn.zrzy.hub.draw.match.Relaxation;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.match.TeamDraw;
import cn.zrzy.hub.draw.match.flow.TeamFeasibility;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.outcome.Pick;
import java.util.ArrayList;
import java.util.List;

/**
 * 必要的放宽 (mode P): as many steps of the frozen ladder as the platform's picks need before any team list is possible. A
 * stranger's draw is not blamed for what ours could not have done better. A step that leaves subjects out needs tickets,
 * which only a seed of ours gives; so it is never taken here.
 *
 * @param steps 0 also when no step helps: then nothing is excused
 * @param shortfalls for each number of steps that was not enough: the binding constraint in words
 */
record NeededLadder(int steps, Relaxation relaxation, Roster roster, List<String> shortfalls) {

    static NeededLadder of(FrozenDraw frozen, List<Pick> picks) {
        List<LadderStep> ladder = frozen.request().rules().ladder();
        List<String> shortfalls = new ArrayList<>();
        for (int step = 0; step <= ladder.size(); step++) {
            Relaxation relaxation = Relaxation.of(ladder.subList(0, step));
            if (relaxation.defer() > 0) {
                break;
            }
            Roster roster = new Roster(frozen, picks, relaxation);
            List<String> ids = roster.teamed();
            TeamFeasibility feasibility = new TeamFeasibility(
                    roster.shape(ids, ids.stream().map(roster::eligible).toList()));
            if (feasibility.feasible()) {
                return new NeededLadder(step, relaxation, roster, shortfalls);
            }
            shortfalls.add(feasibility.shortfall(TeamDraw.roleNames(roster, ids)));
        }
        Relaxation none = Relaxation.of(List.of());
        return new NeededLadder(0, none, new Roster(frozen, picks, none), List.of());
    }
}
