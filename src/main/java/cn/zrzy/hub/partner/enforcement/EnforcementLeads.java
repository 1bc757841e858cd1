package cn.zrzy.hub.partner.enforcement;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Telling;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.WorkingDays;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.registry.RegisteredParty;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 案件线索 for the enforcement brigade. */
@Component("enforcementLeads")
class EnforcementLeads {

    private static final String BASIS = "《自然资源行政处罚办法》及“双随机、一公开”监管工作实施方案第二条第（四）项";
    private static final String URGENT = "R06";
    private final Tellings tellings;
    private final Bureau bureau;
    private final WorkingDays workingDays;

    EnforcementLeads(Tellings tellings, Bureau bureau, WorkingDays workingDays) {
        this.tellings = tellings;
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

    private record Withdrawal(
            String idempotencyKey,
            String leadNo,
            String resultId,
            PartyDocument object,
            String withdrawReason,
            String withdrawnAt,
            String transferOrgan,
            String handler,
            String phone,
            String receivingOrgan) {}

    /** A lead, the same lead corrected (同一线索编号), or its withdrawal. */
    byte[] render(Debt debt) {
        Telling telling = tellings.of(Addressee.ENFORCEMENT, debt.subject(), debt.version());
        return Documents.json(telling.withdraws() ? withdrawal(debt, telling) : lead(debt, telling.finding()));
    }

    /** @throws Rejected E-LEAD-BY-HAND always: what is secret does not travel here, and waits on the desk until it was handed over */
    void byHand(Debt debt) {
        throw new Rejected(
                "E-LEAD-BY-HAND",
                "检查结果 " + debt.subject() + " 依法不公开，线索不经接口移交：请当面移交" + bureau.enforcementOrgan() + "，取得回执后在此人工办结，填写回执文号");
    }

    /** One finding is one lead, whatever its version. */
    private static String leadNo(Finding finding) {
        return finding.findingNo() + "-L1";
    }

    private Withdrawal withdrawal(Debt debt, Telling telling) {
        Finding finding = telling.finding();
        return new Withdrawal(
                debt.idempotencyKey(),
                leadNo(finding),
                finding.findingNo(),
                party(telling.stood()),
                finding.withheld() ? "结果依法不公开，本线索不再由本系统流转，由移送机关另行当面移交" : "检查结果已更正，不再有须移交的问题",
                Documents.time(finding.recordedAt()),
                bureau.name(),
                bureau.handler(),
                bureau.phone(),
                bureau.enforcementOrgan());
    }

    private static PartyDocument party(Finding finding) {
        RegisteredParty party = finding.checkedParty();
        return new PartyDocument(
                party.name(),
                party.hasCode() ? "统一社会信用代码" : "其他",
                party.hasCode() ? party.creditCode() : finding.objectId(),
                party.address());
    }

    private Lead lead(Debt debt, Finding finding) {
        RegisteredParty party = finding.checkedParty();
        return new Lead(
                debt.idempotencyKey(),
                leadNo(finding),
                finding.schemeNo(),
                finding.findingNo(),
                finding.itemCode(),
                party(finding),
                orNull(party.parcelCode()),
                orNull(party.licenceNo()),
                // Found on the day of the check, not when it was typed; the hour is not recorded.
                Documents.time(Beijing.startOf(finding.checkDate())),
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
                List.of());
    }

    /** The record of the inspection itself comes first, so that a lead always has something to verify. */
    private static List<Proof> evidence(Finding finding) {
        List<Proof> proofs = new ArrayList<>();
        String record = finding.findingNo() + "|" + finding.checkDate() + "|" + String.join(",", finding.resultCodes())
                + "|" + finding.facts();
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
                .after(finding.recordedAt().atZoneSameInstant(Beijing.ZONE).toLocalDate(), bureau.replyWorkingDays())
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
