package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.partner.CodeTable;
import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.Documents;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** 检查结果 in the province's words and codes (config/codes/province-results.csv, province-methods.csv). */
@Component("provinceResults")
class ProvinceResults {

    private final Tellings tellings;
    private final CodeTable results;
    private final CodeTable methods;

    ProvinceResults(Tellings tellings, CodeTables tables) {
        this.tellings = tellings;
        this.results = tables.table("province-results");
        this.methods = tables.table("province-methods");
    }

    private record Document(
            String findingNo,
            int version,
            String planCode,
            String schemeCode,
            String objectId,
            String objectName,
            List<String> resultCodes,
            String checkDate,
            List<Checker> checkers,
            List<String> method,
            boolean withheld,
            String withheldReason) {}

    private record Checker(String name, String certNo) {}

    byte[] render(Debt debt) {
        Finding finding =
                tellings.of(Addressee.PROVINCE, debt.subject(), debt.version()).finding();
        boolean withheld = finding.withheld();
        return Documents.json(new Document(
                finding.findingNo(),
                finding.version(),
                finding.planNo(),
                finding.schemeNo(),
                finding.objectId(),
                finding.objectName(),
                finding.resultCodes().stream().map(results::theirs).toList(),
                finding.checkDate().toString(),
                finding.checkers().stream()
                        .map(checker -> new Checker(checker.name(), checker.certNo()))
                        .toList(),
                Arrays.stream(finding.method().split("[、，,;；]"))
                        .map(String::strip)
                        .map(methods::theirs)
                        .toList(),
                withheld,
                withheld ? finding.withheldReason() : null));
    }
}
