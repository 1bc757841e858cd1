package cn.zrzy.hub.inspection;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Which finding is owed to whom (移送规则), one named predicate an addressee; the routes ask them by name. */
@Component("referralRules")
class ReferralRules {

    /** Problem found: corrected on order, obstruction, or to be handled further (notice §二(四)). */
    private static final Set<String> TO_ENFORCEMENT = Set.of("R05", "R06", "R08");

    private final Findings findings;

    ReferralRules(Findings findings) {
        this.findings = findings;
    }

    /** 交执法机构: R05, R06, R08. */
    boolean toEnforcement(FindingRecorded fact) {
        return find(fact).resultCodes().stream().anyMatch(TO_ENFORCEMENT::contains);
    }

    /** 移送司法机关: suspected crime, approved by the head (国务院令310号 §5). */
    boolean toJudiciary(FindingRecorded fact) {
        return find(fact).crime() != null;
    }

    /** 报信用平台: only a penalty decision; the hub lists nobody by itself (河南省社会信用条例 §28). */
    boolean toCredit(FindingRecorded fact) {
        return find(fact).penalty() != null;
    }

    /** 公示: everything that is not withheld by law. */
    boolean toPublic(FindingRecorded fact) {
        return find(fact).withheldReason().isEmpty();
    }

    private Finding find(FindingRecorded fact) {
        return findings.find(fact.findingNo(), fact.version()).orElseThrow();
    }
}
