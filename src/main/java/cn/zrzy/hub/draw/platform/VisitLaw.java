package cn.zrzy.hub.draw.platform;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.match.Relaxation;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.rule.PairingRule;
import cn.zrzy.hub.draw.rule.PairingRules;
import cn.zrzy.hub.draw.rule.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 不得成行的检查: drawn subjects that nobody may visit as a stranger's draw decided it, because a law says so. A broken rule
 * of ours (a quota, a region, a cap) is a finding, not a reason to stay at home.
 */
public final class VisitLaw {

    private static final int FEWEST = 2;
    private static final List<PairingRule> BINDING = List.of(PairingRules.CERTIFICATE_HOLDS, PairingRules.NOT_RECUSED);

    private VisitLaw() {}

    /** By subject id; a subject without fault is not in it. */
    public static SortedMap<String, List<String>> faults(FrozenDraw frozen, DrawState state) {
        Roster roster = new Roster(frozen, state.picks(), Relaxation.of(List.of()));
        Map<String, PoolInspector> people = new HashMap<>();
        frozen.request().inspectors().forEach(person -> people.put(person.id(), person));
        Map<String, List<PoolInspector>> teams = new HashMap<>();
        state.seats()
                .forEach(seat -> teams.computeIfAbsent(seat.subjectId(), id -> new ArrayList<>())
                        .add(people.get(seat.inspectorId())));
        SortedMap<String, List<String>> faults = new TreeMap<>(Bytes.ORDER);
        state.picks().stream().map(Pick::subjectId).distinct().forEach(id -> {
            List<String> found = new ArrayList<>();
            Visit visit = roster.visit(id);
            if (!visit.subject().exclusionCode().isEmpty()) {
                found.add("抽取之前已排除（" + visit.subject().exclusionCode() + "）");
            }
            if (roster.plan(id) != null) {
                team(visit, teams.getOrDefault(id, List.of()), found);
            }
            if (!found.isEmpty()) {
                faults.put(id, List.copyOf(found));
            }
        });
        return faults;
    }

    private static void team(Visit visit, List<PoolInspector> team, List<String> found) {
        if (team.size() < FEWEST) {
            found.add("检查组只有" + team.size() + "人，不得少于两人（行政处罚法第四十二条）");
        }
        for (PoolInspector person : team) {
            BINDING.stream()
                    .filter(rule -> !rule.allows().test(visit, person))
                    .forEach(rule -> found.add(person.id() + " 不符合：" + rule.sentence()));
        }
    }
}
