package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.ResultCode;
import cn.zrzy.hub.inspection.Telling;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 检查结果公示页: one page a finding, published, corrected in its place and withdrawn from there. */
@Component("resultArticles")
class ResultArticles {

    private final Tellings tellings;
    private final Bureau bureau;
    private final PublicNames names;

    ResultArticles(Tellings tellings, Bureau bureau) {
        this.tellings = tellings;
        this.bureau = bureau;
        this.names = new PublicNames(bureau);
    }

    private record Withdrawal(String sourceKey, String withdraw, String withdrawDate) {}

    /** The page of a result, the same page corrected, or its withdrawal. */
    byte[] render(Debt debt) {
        Telling telling = tellings.of(Addressee.PORTAL, debt.subject(), debt.version());
        Finding finding = telling.finding();
        String page = "finding:" + finding.findingNo();
        if (telling.withdraws()) {
            // The reason itself may be what is not public.
            return Documents.json(new Withdrawal(page, "依照有关规定不再公开", Documents.date(finding.recordedAt())));
        }
        if (finding.withheld()) {
            throw new Rejected("E-WITHHELD", "检查结果 " + debt.key() + " 依法不公开");
        }
        String words = finding.resultCodes().stream()
                .map(code -> ResultCode.of(code).map(ResultCode::words).orElse(code))
                .collect(Collectors.joining("；"));
        Html html = new Html()
                .line("检查机关", bureau.name())
                .line("工作方案", finding.schemeNo())
                .line("检查对象", Masking.party(finding.objectId(), finding.objectName()))
                .line("抽查事项", finding.itemCode())
                .line("检查日期", finding.checkDate())
                .line("检查结果", words)
                .line(
                        "检查人员",
                        names.inspectors(finding.checkers().stream()
                                .map(checker -> new PublicNames.Person(checker.name(), checker.certNo()))
                                .toList()));
        return PortalArticles.article(
                page, "检查结果", "随机抽查检查结果公示（" + finding.findingNo() + "）", html, Documents.date(finding.recordedAt()));
    }
}
