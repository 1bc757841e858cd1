package cn.zrzy.hub.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 更正重演: applies corrections one after another to the result; anybody gets the same state from the same entries. */
final class Replay {

    private final FrozenDraw frozen;
    private final DrawOutcome outcome;
    private final byte[] used;
    private final Set<String> excluded = new HashSet<>();
    private final List<Recusal> forbidden = new ArrayList<>();
    private final Map<String, PoolInspector> inspectors = new HashMap<>();
    private List<Pick> picks;
    private final List<TeamSeat> seats;

    Replay(FrozenDraw frozen, DrawOutcome outcome, byte[] used) {
        this.frozen = frozen;
        this.outcome = outcome;
        this.used = used;
        picks = new ArrayList<>(outcome.picks());
        seats = new ArrayList<>(outcome.seats());
        frozen.request().inspectors().forEach(i -> inspectors.put(i.id(), i));
    }

    DrawState run(List<Correction> corrections) {
        for (int i = 0; i < corrections.size(); i++) {
            Correction c = corrections.get(i);
            check(c, i);
            if (c.kind() == Correction.Kind.EXCLUDE) {
                exclude(c, i);
            } else {
                recuse(c, i);
            }
        }
        return new DrawState(picks, seats);
    }

    private void check(Correction c, int i) {
        if (c.no() != i + 1) {
            throw refused("E-DRAW-CORRECTION-NO", "更正序号应为" + (i + 1), i);
        }
        if (c.reason().isBlank()
                || c.approver().isBlank()
                || !(Words.textFault(c.reason()) + Words.textFault(c.approver())).isEmpty()) {
            throw refused("E-DRAW-CORRECTION-APPROVAL", "更正须写明原因和批准人", i);
        }
        if (Stamps.before(c.at(), outcome.at())) {
            throw refused("E-DRAW-ORDER", "更正时间早于抽取", i);
        }
        if (!c.evidence().isEmpty() && !Bytes.isHex(c.evidence(), 64)) {
            throw refused("E-DRAW-CORRECTION-EVIDENCE", "凭证摘要应为64位十六进制", i);
        }
        if (picks.stream().noneMatch(p -> p.subjectId().equals(c.subjectId()))) {
            throw refused("E-DRAW-CORRECTION-SUBJECT", "该对象不在现行抽中名单", i);
        }
    }

    private void exclude(Correction c, int i) {
        boolean known = frozen.request().rules().exclusions().stream()
                .anyMatch(e -> e.code().equals(c.code()));
        if (!known || !c.inspectorId().isEmpty()) {
            throw refused("E-DRAW-EXCLUSION", "排除原因未在规则中列明", i);
        }
        excluded.add(c.subjectId());
        Set<String> before = picks.stream().map(Pick::subjectId).collect(Collectors.toSet());
        List<Pick> next = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        picks.forEach(p -> taken.add(p.stratum() + "," + p.subjectId()));
        for (Pick pick : picks) {
            if (!pick.subjectId().equals(c.subjectId())) {
                next.add(pick);
                continue;
            }
            outcome.reserves().stream()
                    .filter(r -> r.stratum().equals(pick.stratum())
                            && !excluded.contains(r.subjectId())
                            && !taken.contains(r.stratum() + "," + r.subjectId()))
                    .findFirst()
                    .ifPresent(next::add);
        }
        next.sort(Comparator.comparing(Pick::stratum, Bytes.ORDER).thenComparingInt(Pick::rank));
        picks = next;
        seats.removeIf(s -> s.subjectId().equals(c.subjectId()));
        if (frozen.request().mode().provable()) {
            picks.stream()
                    .map(Pick::subjectId)
                    .filter(id -> !before.contains(id))
                    .distinct()
                    .sorted()
                    .forEach(id -> seat(id, i));
        }
    }

    private void recuse(Correction c, int i) {
        boolean serving = seats.stream()
                .anyMatch(s ->
                        s.subjectId().equals(c.subjectId()) && s.inspectorId().equals(c.inspectorId()));
        if (!serving || !(c.code().equals("RECUSED") || c.code().equals("ABSENT"))) {
            throw refused("E-DRAW-CORRECTION-SEAT", "该人员不在该对象的现行检查组，或原因不是 RECUSED、ABSENT", i);
        }
        if (!frozen.request().mode().provable()) {
            throw refused("E-DRAW-MODE", "平台抽取的检查组由平台更换", i);
        }
        forbidden.add(new Recusal(c.inspectorId(), c.subjectId(), ""));
        seats.removeIf(s -> s.subjectId().equals(c.subjectId()));
        seat(c.subjectId(), i);
    }

    private record Candidate(String id, int role, long cost) {}

    /** A new team for one subject, all other teams untouched: cheapest first, which is optimal for one subject. */
    private void seat(String subjectId, int i) {
        Relaxation relaxation = Relaxation.of(frozen.request().rules().ladder().subList(0, outcome.ladder()));
        Roster roster = new Roster(frozen, picks, relaxation);
        TeamPlan plan = roster.plan(subjectId);
        if (plan == null) {
            return;
        }
        forbidden.forEach(f -> roster.forbid(f.subjectId(), f.inspectorId()));
        List<Candidate> candidates = candidates(roster, relaxation, subjectId);
        List<Candidate> team = new ArrayList<>();
        int[] inRole = new int[plan.roles().size()];
        for (Candidate c : candidates) {
            if (inRole[c.role()] < plan.roles().get(c.role()).least()) {
                inRole[c.role()]++;
                team.add(c);
            }
        }
        for (Candidate c : candidates) {
            if (team.size() < plan.size()
                    && !team.contains(c)
                    && inRole[c.role()] < plan.roles().get(c.role()).most()) {
                inRole[c.role()]++;
                team.add(c);
            }
        }
        boolean full = team.size() == plan.size();
        for (int r = 0; r < inRole.length; r++) {
            full &= inRole[r] >= plan.roles().get(r).least();
        }
        if (!full) {
            throw refused("E-DRAW-CORRECTION-TEAM", "没有足够的合格人员为对象 " + subjectId + " 重新组成检查组", i);
        }
        team.sort(Comparator.comparingInt(Candidate::role).thenComparing(Candidate::id));
        PairMill mill = new PairMill(frozen.request().rules().hash(), used).subject(subjectId);
        team.forEach(c ->
                seats.add(new TeamSeat(subjectId, plan.roles().get(c.role()).name(), c.id(), mill.ticket(c.id()))));
        seats.sort(Comparator.comparing(TeamSeat::subjectId));
    }

    private List<Candidate> candidates(Roster roster, Relaxation relaxation, String subjectId) {
        Map<String, Integer> load = new HashMap<>();
        seats.forEach(s -> load.merge(s.inspectorId(), 1, Integer::sum));
        PairMill mill = new PairMill(frozen.request().rules().hash(), used).subject(subjectId);
        List<Candidate> candidates = new ArrayList<>();
        List<List<Integer>> eligible = roster.eligible(subjectId);
        for (int r = 0; r < eligible.size(); r++) {
            for (int index : eligible.get(r)) {
                PoolInspector inspector = frozen.request().inspectors().get(index);
                int now = load.getOrDefault(inspector.id(), 0);
                if (now < relaxation.cap(inspector)) {
                    long cost =
                            TeamProblem.W * (inspector.priorLoad() + now) + mill.cost(Bytes.utf8(inspector.id()), 1);
                    candidates.add(new Candidate(inspector.id(), r, cost));
                }
            }
        }
        candidates.sort(Comparator.comparingLong(Candidate::cost).thenComparing(Candidate::id));
        return candidates;
    }

    private static RuntimeException refused(String code, String sentence, int i) {
        return Refusal.record(code, sentence, "corrections.jsonl", i, "");
    }
}
