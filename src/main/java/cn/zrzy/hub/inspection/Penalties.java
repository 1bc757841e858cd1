package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegisteredParty;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes the penalty of a finding (处罚决定): complete, of the right firm, and each decision on a party once. */
@Component
class Penalties {

    private final Punished punished;
    private final Findings findings;
    private final Clock clock;

    Penalties(Punished punished, Findings findings, Clock clock) {
        this.punished = punished;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * @param holder whoever answered for the subject on the day of the check
     * @param before the version that is corrected, if any
     * @return null when there is none
     * @throws Rejected E-FINDING-PENALTY, E-FINDING-PARTY, E-FINDING-DECISION or E-USCC, naming the field
     */
    Finding.Penalty take(FindingDraft draft, RegisteredParty holder, Optional<Finding> before) {
        if (draft.penalty() == null) {
            return null;
        }
        complete(draft.penalty());
        Finding.Penalty penalty = draft.penalty().on(punished.of(draft.penalty(), holder));
        String identity = penalty.identity(holder);
        before.filter(version -> version.penalty() != null).ifPresent(version -> same(version, penalty, holder));
        findings.ofDecision(identity)
                .filter(other -> before.isEmpty()
                        || !other.findingNo().equals(before.get().findingNo()))
                .ifPresent(other -> {
                    throw new Rejected(
                            "E-FINDING-DECISION",
                            "决定书 " + penalty.documentNo() + " 对这一相对人的处罚已随结果 " + other.findingNo()
                                    + " 录入，一份决定对同一相对人只归集一次；有错请更正该结果",
                            Place.field("penalty.documentNo"));
                });
        return penalty;
    }

    /** Another number or another firm is another decision; as a correction it would stand beside the wrong one for ever. */
    private static void same(Finding version, Finding.Penalty penalty, RegisteredParty holder) {
        boolean unchecked = version.party() == null
                || version.penalty().punished() == null
                        && !PenaltyDraft.NATURAL.equals(version.penalty().party());
        if (!unchecked && !version.penalty().identity(version.party()).equals(penalty.identity(holder))) {
            throw new Rejected(
                    "E-FINDING-DECISION",
                    "更正不能改换处罚决定书文号或行政相对人：请先更正为没有处罚（已归集的随即撤回），再作为新的处罚录入",
                    Place.field("penalty.documentNo"));
        }
    }

    private void complete(PenaltyDraft penalty) {
        boolean numbered = penalty.documentNo() != null && !penalty.documentNo().isBlank();
        Rejected.unless(numbered, "E-FINDING-PENALTY", "处罚决定书文号不能为空", "penalty.documentNo");
        Rejected.unless(penalty.decidedOn() != null, "E-FINDING-PENALTY", "处罚决定日期不能为空", "penalty.decidedOn");
        Rejected.unless(
                !penalty.decidedOn().isAfter(LocalDate.now(clock)),
                "E-FINDING-PENALTY",
                "处罚决定日期不能晚于今天",
                "penalty.decidedOn");
        requireAmount(penalty.fine(), "penalty.fine");
        requireAmount(penalty.confiscated(), "penalty.confiscated");
    }

    /** In 万元, so six decimals are a cent of a cent; 1e99999 would be written out in full at a partner's. */
    private static void requireAmount(BigDecimal amount, String field) {
        Rejected.unless(
                amount == null
                        || amount.signum() >= 0 && amount.scale() <= 6 && amount.precision() - amount.scale() <= 12,
                "E-FINDING-PENALTY",
                "金额以万元计，不为负，最多六位小数",
                field);
    }
}
