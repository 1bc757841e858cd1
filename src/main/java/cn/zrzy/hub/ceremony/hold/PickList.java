package cn.zrzy.hub.ceremony.hold;

import cn.zrzy.hub.ceremony.freeze.PoolBuilder;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.registry.Inspector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns codes into names for the published result (抽取结果表): one line a subject, however many items it was drawn for. */
public final class PickList {

    private PickList() {}

    static List<DrawnResult.Pick> of(DrawOutcome outcome, PoolBuilder pools, Instant frozenAt) {
        return of(DrawState.of(outcome), Map.of(), 0, pools, frozenAt);
    }

    /** After a correction: who stays keeps the rank, who moved up gets one that the draw never used. */
    public static List<DrawnResult.Pick> after(DrawState state, DrawnResult before, int lastRank, PoolBuilder pools) {
        Map<String, Integer> ranks = new HashMap<>();
        before.picks().forEach(pick -> ranks.put(pick.objectId(), pick.rank()));
        return of(state, ranks, lastRank, pools, before.frozenAt().toInstant());
    }

    private static List<DrawnResult.Pick> of(
            DrawState state, Map<String, Integer> ranks, int lastRank, PoolBuilder pools, Instant frozenAt) {
        Map<String, Inspector> people = pools.byCard(frozenAt);
        Map<String, List<String>> items = new LinkedHashMap<>();
        for (Pick pick : state.picks()) {
            items.computeIfAbsent(pick.subjectId(), code -> new ArrayList<>()).add(pick.itemCode());
        }
        List<DrawnResult.Pick> list = new ArrayList<>();
        int next = lastRank;
        for (Map.Entry<String, List<String>> subject : items.entrySet()) {
            Integer known = ranks.get(subject.getKey());
            list.add(new DrawnResult.Pick(
                    known == null ? ++next : known,
                    subject.getKey(),
                    pools.name(subject.getKey(), frozenAt),
                    String.join(";", subject.getValue()),
                    team(state, subject.getKey(), people)));
        }
        list.sort(Comparator.comparingInt(DrawnResult.Pick::rank));
        return list;
    }

    /** One leads, even where several could (省平台: exactly one leader a team); seats stand in the order of the roles. */
    private static List<DrawnResult.Member> team(DrawState state, String subject, Map<String, Inspector> people) {
        List<TeamSeat> seats = state.seats().stream()
                .filter(seat -> seat.subjectId().equals(subject))
                .toList();
        String lead = seats.stream()
                .map(TeamSeat::inspectorId)
                .filter(card -> people.containsKey(card) && people.get(card).leader())
                .findFirst()
                .orElse(seats.isEmpty() ? "" : seats.get(0).inspectorId());
        return seats.stream()
                .map(seat -> new DrawnResult.Member(
                        name(seat, people),
                        seat.inspectorId(),
                        seat.inspectorId().equals(lead)))
                .toList();
    }

    private static String name(TeamSeat seat, Map<String, Inspector> people) {
        Inspector person = people.get(seat.inspectorId());
        return person == null ? "" : person.name();
    }
}
