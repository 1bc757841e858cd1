package cn.zrzy.hub.partner.judiciary;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Change;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Telling;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.registry.RegisteredParty;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 涉嫌犯罪案件移送 (国务院令310号 §6): the transfer letter and its enclosures as one package. */
@Component("judiciaryCases")
class JudiciaryCases {

    private final Tellings tellings;
    private final Bureau bureau;

    JudiciaryCases(Tellings tellings, Bureau bureau) {
        this.tellings = tellings;
        this.bureau = bureau;
    }

    private record Letter(
            String idempotencyKey,
            String caseNo,
            String transferOrgan,
            String address,
            List<Officer> handlers,
            String phone,
            String receivingOrgan,
            PartyDocument party,
            String suspectedCrime,
            String investigation,
            String approvedBy,
            String approvedAt,
            String transferredAt,
            List<Material> materials,
            List<String> copyTo,
            String remark) {}

    private record Officer(String name, String certNo) {}

    private record PartyDocument(String kind, String name, String idType, String idNo, String address) {}

    private record Material(int no, String name, String spec, int qty) {}

    /** Name of the package in the police's inbox; the same for every try. */
    String fileName(Debt debt) {
        return debt.idempotencyKey().replace(":", "_").replace("@", "_v") + ".zip";
    }

    /** A transfer, or material handed in later for the same case (同一案号). The police take no withdrawal by file. */
    byte[] render(Debt debt) {
        Telling telling = tellings.of(Addressee.JUDICIARY, debt.subject(), debt.version());
        Finding finding = telling.finding();
        if (telling.withdraws()) {
            throw new Rejected(
                    "E-CRIME-RECALL",
                    "检查结果 " + debt.key() + " 已更正为不涉嫌犯罪，公安机关的接口不能撤回移送：请以函件通知公安机关和检察院撤回 " + caseNo(finding)
                            + "，办妥后在此人工办结，填写函件文号");
        }
        Finding.Crime crime = finding.crime();
        if (crime == null) {
            throw new Rejected("E-CRIME-NONE", "检查结果 " + debt.key() + " 没有涉嫌犯罪的认定，不得移送");
        }
        return new CasePackage()
                .add("案件移送书.json", Documents.json(letter(debt, telling, crime)))
                .add("调查报告.txt", crime.investigation(finding.facts()))
                .add("涉案物品清单.csv", things(finding))
                .add("检验报告.txt", orElse(crime.expertOpinion(), "本案未作检验鉴定：现有证据足以移送，需要时由公安机关委托。"))
                .seal(debt.idempotencyKey());
    }

    /** One crime of one finding is one case, whatever the version. */
    private static String caseNo(Finding finding) {
        return finding.findingNo() + "-Y1";
    }

    private Letter letter(Debt debt, Telling telling, Finding.Crime crime) {
        Finding finding = telling.finding();
        RegisteredParty party = finding.checkedParty();
        // The hand-over follows approval at once; entering the finding is the moment that can be proved.
        OffsetDateTime transferred =
                finding.recordedAt().isBefore(crime.approvedAt()) ? crime.approvedAt() : finding.recordedAt();
        return new Letter(
                debt.idempotencyKey(),
                caseNo(finding),
                bureau.name(),
                bureau.address(),
                finding.checkers().stream()
                        .map(checker -> new Officer(checker.name(), checker.certNo()))
                        .toList(),
                bureau.phone(),
                bureau.policeOrgan(),
                new PartyDocument(
                        party.hasCode() ? "单位" : "个人",
                        party.name(),
                        party.hasCode() ? "统一社会信用代码" : "其他",
                        party.hasCode() ? party.creditCode() : finding.objectId(),
                        party.address()),
                crime.charge(),
                crime.investigation(finding.facts()),
                crime.approvedBy(),
                Documents.time(crime.approvedAt()),
                Documents.time(transferred),
                materials(finding),
                bureau.procuratorate().isBlank() ? List.of() : List.of(bureau.procuratorate()),
                remark(telling, crime, transferred));
    }

    /** A late transfer is a transfer all the same; it says that it is late. */
    private static String remark(Telling telling, Finding.Crime crime, OffsetDateTime transferred) {
        if (telling.change() == Change.CORRECTION) {
            return "对 " + caseNo(telling.finding()) + " 号移送的更正或补充，不另立一案；原移送未受理的，以本件为准";
        }
        boolean late = transferred.isAfter(crime.approvedAt().plusHours(24));
        return late ? "迟延移送：批准后已逾二十四小时" : null;
    }

    private static List<Material> materials(Finding finding) {
        List<Material> materials = new ArrayList<>();
        for (String name : List.of("调查报告", "涉案物品清单", "检验报告")) {
            materials.add(new Material(materials.size() + 1, name, "电子", 1));
        }
        for (Finding.Evidence thing : finding.evidence()) {
            materials.add(new Material(
                    materials.size() + 1, thing.name(), thing.spec() == null ? "" : thing.spec(), count(thing)));
        }
        return materials;
    }

    private static String things(Finding finding) {
        StringBuilder csv = new StringBuilder("序号,名称,数量,特征,存放地\n");
        int number = 0;
        for (Finding.Evidence thing : finding.evidence()) {
            csv.append(++number)
                    .append(',')
                    .append(cell(thing.name()))
                    .append(',')
                    .append(count(thing))
                    .append(',')
                    .append(cell(thing.spec()))
                    .append(',')
                    .append(cell(thing.storage()))
                    .append('\n');
        }
        return csv.toString();
    }

    private static int count(Finding.Evidence thing) {
        String quantity = thing.quantity();
        return quantity != null && quantity.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(quantity) : 1;
    }

    /** Quoted as RFC 4180 says; a leading formula sign is disarmed, since the list will be opened in a spreadsheet. */
    private static String cell(String text) {
        String value = text == null ? "" : text;
        String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String orElse(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
