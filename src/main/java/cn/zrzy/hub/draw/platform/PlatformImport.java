package cn.zrzy.hub.draw.platform;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.lottery.Quotas;
import cn.zrzy.hub.draw.match.Relaxation;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.match.TeamDraw;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.Pick;
import cn.zrzy.hub.draw.outcome.PlatformResult;
import cn.zrzy.hub.draw.outcome.TeamSeat;
import cn.zrzy.hub.draw.paper.ResultPaper;
import cn.zrzy.hub.draw.paper.SigningRing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 平台结果核对: what the platform drew is recorded as it is; every rule it breaks becomes a sentence. Only what cannot be
 * recorded at all (an unknown subject or inspector, one twice) is refused.
 */
public final class PlatformImport {

    private final FrozenDraw frozen;
    private final PlatformResult result;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, PoolSubject> subjects = new HashMap<>();
    private final Map<String, PoolInspector> inspectors = new HashMap<>();

    public PlatformImport(FrozenDraw frozen, PlatformResult result) {
        this.frozen = frozen;
        this.result = result;
        frozen.request().subjects().forEach(s -> subjects.put(s.id(), s));
        frozen.request().inspectors().forEach(i -> inspectors.put(i.id(), i));
    }

    public DrawOutcome outcome(Abandonment abandonment, SigningRing ring) {
        if (Stamps.before(result.at(), frozen.request().frozenAt())) {
            throw Refusal.field("E-DRAW-ORDER", "平台抽取早于名录冻结，不能作为依据", "at");
        }
        List<Pick> picks = picks();
        NeededLadder needed = NeededLadder.of(frozen, picks);
        Roster roster = needed.roster();
        List<TeamSeat> seats = seats(roster, needed.relaxation());
        List<String> ids = roster.teamed();
        teams(roster, ids, seats, needed.relaxation());
        List<List<List<Integer>>> eligible = ids.stream().map(roster::eligible).toList();
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("result.objects.csv", ResultPaper.picks(picks));
        files.put("result.teams.csv", ResultPaper.seats(seats));
        files.put("eligibility.bin", ResultPaper.eligibility(new byte[32], ids, eligible));
        files.put("recusal.opened.jsonl", ResultPaper.recusals(frozen, picks));
        TeamDraw.Teams teams = new TeamDraw.Teams(
                ids, eligible, null, seats, List.of(), List.of(), needed.steps(), needed.shortfalls());
        ResultPaper.close(files, frozen, result.at(), abandonment, "", teams, ring.of(frozen.keys()));
        return new DrawOutcome(
                frozen.drawNo(),
                result.at(),
                abandonment != null,
                "",
                List.of(),
                picks,
                List.of(),
                seats,
                List.of(),
                needed.steps(),
                needed.shortfalls(),
                List.copyOf(findings),
                files);
    }

    private List<Pick> picks() {
        Map<String, List<String>> byStratum = new TreeMap<>(Bytes.ORDER);
        Set<PlatformResult.Choice> seen = new HashSet<>();
        for (int i = 0; i < result.choices().size(); i++) {
            PlatformResult.Choice choice = result.choices().get(i);
            PoolSubject subject = subjects.get(choice.subjectId());
            if (subject == null || !subject.itemCodes().contains(choice.itemCode())) {
                throw Refusal.record("E-DRAW-PLATFORM-UNKNOWN", "平台抽中的对象不在冻结名录该事项之列", "choices", i, choice.subjectId());
            }
            if (!seen.add(choice)) {
                throw Refusal.record("E-DRAW-ID-TWICE", "平台结果中对象重复", "choices", i, choice.subjectId());
            }
            if (!subject.exclusionCode().isEmpty()) {
                findings.add("抽中了已排除的对象 " + subject.id() + "（" + subject.exclusionCode() + "）");
            }
            byStratum
                    .computeIfAbsent(
                            Quotas.code(frozen.request().rules(), subject, choice.itemCode()), c -> new ArrayList<>())
                    .add(subject.id());
        }
        for (Stratum stratum : frozen.strata()) {
            int drawn = byStratum.getOrDefault(stratum.code(), List.of()).size();
            if (drawn != stratum.quota()) {
                findings.add("分层 " + stratum.code() + " 应抽" + stratum.quota() + "户，平台抽了" + drawn + "户");
            }
        }
        List<Pick> picks = new ArrayList<>();
        byStratum.forEach((code, ids) -> {
            for (int i = 0; i < ids.size(); i++) {
                picks.add(new Pick(code, i + 1, ids.get(i), ""));
            }
        });
        return picks;
    }

    private List<TeamSeat> seats(Roster roster, Relaxation relaxation) {
        List<TeamSeat> seats = new ArrayList<>();
        Set<PlatformResult.Seat> seen = new HashSet<>();
        for (int i = 0; i < result.seats().size(); i++) {
            PlatformResult.Seat seat = result.seats().get(i);
            PoolInspector inspector = inspectors.get(seat.inspectorId());
            TeamPlan plan = roster.plan(seat.subjectId());
            if (inspector == null || plan == null) {
                throw Refusal.record(
                        "E-DRAW-PLATFORM-UNKNOWN", "平台派出的人员或对象不在冻结名录、抽中名单之列", "seats", i, seat.inspectorId());
            }
            if (!seen.add(seat)) {
                throw Refusal.record("E-DRAW-ID-TWICE", "同一人在一个检查组中出现两次", "seats", i, seat.inspectorId());
            }
            int role = Math.max(0, relaxation.role(plan, inspector));
            seats.add(new TeamSeat(seat.subjectId(), plan.roles().get(role).name(), seat.inspectorId(), ""));
        }
        seats.sort(Comparator.comparing(TeamSeat::subjectId)
                .thenComparing(s -> roleIndex(roster, s))
                .thenComparing(TeamSeat::inspectorId));
        return seats;
    }

    private static int roleIndex(Roster roster, TeamSeat seat) {
        return roster.plan(seat.subjectId()).roles().stream()
                .map(TeamPlan.Role::name)
                .toList()
                .indexOf(seat.role());
    }

    private void teams(Roster roster, List<String> ids, List<TeamSeat> seats, Relaxation relaxation) {
        Map<String, Integer> load = new HashMap<>();
        for (String id : ids) {
            TeamPlan plan = roster.plan(id);
            List<TeamSeat> team =
                    seats.stream().filter(s -> s.subjectId().equals(id)).toList();
            if (team.size() != plan.size()) {
                findings.add("对象 " + id + " 应派" + plan.size() + "人，平台派了" + team.size() + "人");
            }
            for (TeamPlan.Role role : plan.roles()) {
                long members =
                        team.stream().filter(s -> s.role().equals(role.name())).count();
                if (members < role.least() || members > role.most()) {
                    findings.add("对象 " + id + " 的" + role.name() + "人数为" + members);
                }
            }
            for (TeamSeat seat : team) {
                PoolInspector inspector = inspectors.get(seat.inspectorId());
                load.merge(inspector.id(), 1, Integer::sum);
                cn.zrzy.hub.draw.rule.PairingRules.current().stream()
                        .filter(rule -> !rule.allows().test(roster.visit(id), inspector))
                        .forEach(rule -> findings.add("对象 " + id + " 与 " + inspector.id() + " 不符合：" + rule.sentence()));
            }
        }
        load.forEach((id, places) -> {
            if (places > relaxation.cap(inspectors.get(id))) {
                findings.add("人员 " + id + " 承担" + places + "次，超过上限");
            }
        });
    }
}
