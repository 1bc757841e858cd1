package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.DrawOutcome;
import cn.zrzy.hub.draw.Pick;
import cn.zrzy.hub.draw.TeamSeat;
import cn.zrzy.hub.registry.Inspector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns codes into names for the published result (抽取结果表): one line a subject, however many items it was drawn for. */
final class PickList {

    private PickList() {}

    static List<DrawnResult.Pick> of(DrawOutcome outcome, PoolBuilder pools, Instant frozenAt) {
        Map<String, Inspector> people = pools.byCard(frozenAt);
        Map<String, List<String>> items = new LinkedHashMap<>();
        for (Pick pick : outcome.picks()) {
            items.computeIfAbsent(pick.subjectId(), code -> new ArrayList<>()).add(pick.itemCode());
        }
        List<DrawnResult.Pick> list = new ArrayList<>();
        items.forEach((subject, codes) -> list.add(new DrawnResult.Pick(
                list.size() + 1,
                subject,
                pools.name(subject),
                String.join(";", codes),
                team(outcome, subject, people))));
        return list;
    }

    private static List<DrawnResult.Member> team(DrawOutcome outcome, String subject, Map<String, Inspector> people) {
        return outcome.seats().stream()
                .filter(seat -> seat.subjectId().equals(subject))
                .map(seat -> new DrawnResult.Member(
                        name(seat, people), seat.inspectorId(), seat.role().equals("组长")))
                .toList();
    }

    private static String name(TeamSeat seat, Map<String, Inspector> people) {
        Inspector person = people.get(seat.inspectorId());
        return person == null ? "" : person.name();
    }
}
