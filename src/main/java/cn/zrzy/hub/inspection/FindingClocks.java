package cn.zrzy.hub.inspection;

import cn.zrzy.hub.duty.Deadlines;
import cn.zrzy.hub.kernel.Beijing;
import org.springframework.stereotype.Component;

/**
 * Starts the legal clocks of a finding (期限起算), each from the moment of the fact that the law counts from. When somebody
 * typed it says nothing: what is entered late is late. A correction starts none, since what it corrects had its own.
 */
@Component("findingClocks")
class FindingClocks {

    private final Findings findings;
    private final Tellings tellings;
    private final Deadlines deadlines;

    FindingClocks(Findings findings, Tellings tellings, Deadlines deadlines) {
        this.findings = findings;
        this.tellings = tellings;
        this.deadlines = deadlines;
    }

    void start(FindingRecorded fact) {
        Finding finding = findings.find(fact.findingNo(), fact.version()).orElseThrow();
        for (Addressee to : Addressee.values()) {
            switch (tellings.change(to, finding)) {
                case FIRST -> told(to, finding);
                case WITHDRAWAL -> withdrawn(to, finding);
                case NONE, CORRECTION -> {
                    // The clock of the first version runs or was met.
                }
            }
        }
    }

    private void told(Addressee to, Finding finding) {
        switch (to) {
            case PROVINCE -> {
                // No term is known.
            }
            case PORTAL -> deadlines.start(finding.key(), "publish-result", Beijing.startOf(finding.checkDate()));
            case ENFORCEMENT -> deadlines.start(finding.key(), "enforcement-reply", finding.recordedAt());
            case JUDICIARY -> {
                deadlines.start(finding.key(), "transfer-crime", finding.crime().approvedAt());
                deadlines.start(finding.key(), "police-slip", finding.recordedAt());
            }
            case CREDIT ->
                deadlines.start(
                        finding.key(),
                        "credit-record",
                        Beijing.startOf(finding.penalty().decidedOn()));
        }
    }

    /** From the moment at which the ground fell away, which is that of the correction. */
    private void withdrawn(Addressee to, Finding finding) {
        switch (to) {
            case PROVINCE -> {
                // It is told of every version.
            }
            case PORTAL -> deadlines.start(finding.key(), "withdraw-result", finding.recordedAt());
            case ENFORCEMENT -> deadlines.start(finding.key(), "withdraw-lead", finding.recordedAt());
            case JUDICIARY -> deadlines.start(finding.key(), "withdraw-crime", finding.recordedAt());
            case CREDIT -> deadlines.start(finding.key(), "withdraw-record", finding.recordedAt());
        }
    }
}
