package cn.zrzy.hub.draw.after;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.match.Roster;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import cn.zrzy.hub.draw.outcome.Pick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 更正重演: applies corrections one after another to the result; anybody gets the same state from the same entries. */
public final class Replay {

    private final FrozenDraw frozen;
    private final DrawOutcome outcome;
    private final Set<String> excluded = new HashSet<>();
    private List<Pick> picks;
    private final LateSeats teams;

    public Replay(FrozenDraw frozen, DrawOutcome outcome, byte[] used) {
        this.frozen = frozen;
        this.outcome = outcome;
        picks = new ArrayList<>(outcome.picks());
        teams = new LateSeats(frozen, outcome, used);
    }

    public DrawState run(List<Correction> corrections) {
        for (int i = 0; i < corrections.size(); i++) {
            Correction c = corrections.get(i);
            check(c, i);
            switch (c.kind()) {
                case EXCLUDE -> exclude(c, i);
                case RECUSE -> recuse(c, i);
                case RESEAT -> reseat(c, i);
            }
        }
        return new DrawState(picks, teams.seats());
    }

    private void check(Correction c, int i) {
        if (c.no() != i + 1) {
            throw refused("E-DRAW-CORRECTION-NO", "更正序号应为" + (i + 1), i);
        }
        String fault = Words.approvalFault("更正", c.reason(), c.approver());
        if (!fault.isEmpty()) {
            throw refused("E-DRAW-CORRECTION-APPROVAL", fault, i);
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
        teams.dissolve(c.subjectId());
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
        if (!teams.serves(c.subjectId(), c.inspectorId())
                || !(c.code().equals("RECUSED") || c.code().equals("ABSENT"))) {
            throw refused("E-DRAW-CORRECTION-SEAT", "该人员不在该对象的现行检查组，或原因不是 RECUSED、ABSENT", i);
        }
        teams.forbid(c.subjectId(), c.inspectorId());
        teams.dissolve(c.subjectId());
        seat(c.subjectId(), i);
    }

    private void reseat(Correction c, int i) {
        if (frozen.request().mode().provable()) {
            throw refused("E-DRAW-MODE", "只有省平台派出的检查组才能整组重派", i);
        }
        if (!c.code().equals("UNFIT")
                || !c.inspectorId().isEmpty()
                || teams.fits(c.subjectId(), Roster.items(picks).get(c.subjectId()))) {
            throw refused("E-DRAW-CORRECTION-FIT", "该对象的现行检查组合乎规则，不能整组重派；个别人员不能参加的用 RECUSE", i);
        }
        teams.dissolve(c.subjectId());
        seat(c.subjectId(), i);
    }

    private void seat(String subjectId, int i) {
        if (!teams.seat(subjectId, Roster.items(picks).get(subjectId))) {
            throw refused("E-DRAW-CORRECTION-TEAM", "没有足够的合格人员为对象 " + subjectId + " 重新组成检查组，调整其他检查组也不行", i);
        }
    }

    private static RuntimeException refused(String code, String sentence, int i) {
        return Refusal.record(code, sentence, "corrections.jsonl", i, "");
    }
}
