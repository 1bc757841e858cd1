package cn.zrzy.hub.inspection;

import org.springframework.stereotype.Component;

/** Which version of a finding is owed to whom (移送规则), one named predicate an addressee; the routes ask them by name. */
@Component("referralRules")
class ReferralRules {

    private final Findings findings;
    private final Tellings tellings;

    ReferralRules(Findings findings, Tellings tellings) {
        this.findings = findings;
        this.tellings = tellings;
    }

    /** 报省平台. */
    boolean toProvince(FindingRecorded fact) {
        return change(fact, Addressee.PROVINCE) != Change.NONE;
    }

    /** 公示, 更正公示 or 撤下. */
    boolean toPublic(FindingRecorded fact) {
        return change(fact, Addressee.PORTAL) != Change.NONE;
    }

    /** 交执法机构. */
    boolean toEnforcement(FindingRecorded fact) {
        return change(fact, Addressee.ENFORCEMENT) != Change.NONE;
    }

    /** 移送司法机关. */
    boolean toJudiciary(FindingRecorded fact) {
        return change(fact, Addressee.JUDICIARY) != Change.NONE;
    }

    /** 报信用平台. */
    boolean toCredit(FindingRecorded fact) {
        return change(fact, Addressee.CREDIT) != Change.NONE;
    }

    /** 当面移交执法机构: a problem that is withheld by law, from the version on in which both are so. */
    boolean toHand(FindingRecorded fact) {
        Finding now = findings.find(fact.findingNo(), fact.version()).orElseThrow();
        return now.withheldProblem()
                && findings.find(fact.findingNo(), fact.version() - 1)
                        .filter(Finding::withheldProblem)
                        .isEmpty();
    }

    private Change change(FindingRecorded fact, Addressee to) {
        return tellings.change(
                to, findings.find(fact.findingNo(), fact.version()).orElseThrow());
    }
}
