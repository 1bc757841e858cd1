package cn.zrzy.hub.partner.enforcement;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Findings;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.WorkingDays;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.Parties;
import cn.zrzy.hub.partner.Party;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 案件线索 for the enforcement brigade. */
@Component("enforcementLeads")
class EnforcementLeads {

    private static final String BASIS = "《自然资源行政处罚办法》及“双随机、一公开”监管工作实施方案第二条第（四）项";
    private static final String URGENT = "R06";

    private final Findings findings;
    private final Parties parties;
    private final Bureau bureau;
    private final WorkingDays workingDays;

    EnforcementLeads(Findings findings, Parties parties, Bureau bureau, WorkingDays workingDays) {
        this.findings = findings;
        this.parties = parties;
        this.bureau = bureau;
        this.workingDays = workingDays;
    }

    private record Lead(
            String idempotencyKey,
            String leadNo,
            String taskCode,
            String resultId,
            String itemCode,
            PartyDocument object,
            String parcelCode,
            String licenceNo,
            String foundAt,
            String place,
            List<Officer> inspectors,
            String facts,
            String suspectedClause,
            List<Proof> evidence,
            List<Measure> measures,
            String urgency,
            String transferBasis,
            String transferOrgan,
            String handler,
            String phone,
            String receivingOrgan,
            String deadline,
            List<String> copyTo) {}

    private record PartyDocument(String name, String idType, String idNo, String address) {}

    private record Officer(String name, String certNo) {}

    private record Proof(int no, String name, String spec, int qty, String sm3, String storage) {}

    private record Measure(String name, String docNo) {}

    byte[] render(Debt debt) {
        Finding finding = findings.find(debt.subject(), debt.version())
                .orElseThrow(() -> new Rejected("E-MISSING", "找不到检查结果 " + debt.key()));
        Party party = parties.of(finding);
        return Documents.json(new Lead(
                debt.idempotencyKey(),
                finding.findingNo() + "-L" + finding.version(),
                finding.schemeNo(),
                finding.findingNo(),
                finding.itemCode(),
                new PartyDocument(
                        party.name(),
                        party.isUnit() ? "统一社会信用代码" : "其他",
                        party.isUnit() ? party.code() : finding.objectId(),
                        party.address()),
                orNull(party.parcelCode()),
                orNull(party.licenceNo()),
                Documents.time(finding.recordedAt()),
                party.address(),
                finding.checkers().stream()
                        .map(checker -> new Officer(checker.name(), checker.certNo()))
                        .toList(),
                finding.facts(),
                finding.suspectedClause().isEmpty() ? "待核" : finding.suspectedClause(),
                evidence(finding),
                finding.measures().isEmpty() ? List.of() : List.of(new Measure(finding.measures(), "")),
                finding.resultCodes().contains(URGENT) ? "紧急" : "一般",
                BASIS,
                bureau.name(),
                bureau.handler(),
                bureau.phone(),
                bureau.enforcementOrgan(),
                deadline(finding),
                List.of()));
    }

    /** The record of the inspection itself comes first, so that a lead always has something to verify. */
    private static List<Proof> evidence(Finding finding) {
        List<Proof> proofs = new ArrayList<>();
        String record = finding.key() + "|" + finding.checkDate() + "|" + String.join(",", finding.resultCodes()) + "|"
                + finding.facts();
        proofs.add(new Proof(1, "检查记录 " + finding.findingNo(), "电子", 1, sm3(record), "双随机集成枢纽"));
        for (Finding.Evidence thing : finding.evidence()) {
            String listed = thing.name() + "|" + thing.spec() + "|" + thing.quantity() + "|" + thing.storage();
            boolean file = thing.sm3() != null && thing.sm3().matches("[0-9a-f]{64}");
            proofs.add(new Proof(
                    proofs.size() + 1,
                    thing.name(),
                    thing.spec() == null ? "" : thing.spec(),
                    count(thing.quantity()),
                    // A thing has no bytes; the digest of its line in the list keeps the list itself from being
                    // changed.
                    file ? thing.sm3() : sm3(listed),
                    thing.storage() == null || thing.storage().isBlank() ? "本机关" : thing.storage()));
        }
        return proofs;
    }

    private static int count(String quantity) {
        return quantity != null && quantity.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(quantity) : 1;
    }

    private String deadline(Finding finding) {
        return workingDays
                .after(
                        finding.recordedAt()
                                .atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                                .toLocalDate(),
                        bureau.replyWorkingDays())
                .date()
                .toString();
    }

    private static String sm3(String text) {
        return Digest.sm3(Documents.utf8(text));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
