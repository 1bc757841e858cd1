package cn.zrzy.hub.partner.credit;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Telling;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 行政处罚公示记录 with the fields of 双公示 (发改办财金〔2018〕424号); money in 万元, at most 6 decimals. */
@Component("creditRecords")
class CreditRecords {

    private static final String NATURAL = "自然人";

    private final Tellings tellings;
    private final Bureau bureau;

    CreditRecords(Tellings tellings, Bureau bureau) {
        this.tellings = tellings;
        this.bureau = bureau;
    }

    /** A record, the same record corrected (同一相对人、同一文号), or its withdrawal. */
    byte[] render(Debt debt) {
        Telling telling = tellings.of(Addressee.CREDIT, debt.subject(), debt.version());
        Finding.Penalty penalty = telling.stood().penalty();
        if (penalty == null) {
            throw new Rejected("E-CREDIT-NONE", "检查结果 " + debt.key() + " 没有处罚决定，不得归集");
        }
        if (NATURAL.equals(penalty.party())) {
            throw new Rejected(
                    "E-CREDIT-ID", "自然人的处罚须有证件类型和号码，枢纽不保存证件号码，请在信用平台人工" + (telling.withdraws() ? "撤回" : "归集"));
        }
        return telling.withdraws()
                ? withdrawal(telling.finding(), penalty)
                : record(telling.finding().facts(), penalty);
    }

    /** Which record, by what the platform knows it: party and number of the decision. */
    private byte[] withdrawal(Finding finding, Finding.Penalty penalty) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "CF_XDR_MC", penalty.checkedPunished().name());
        put(fields, "CF_XDR_SHXYM", penalty.checkedPunished().creditCode());
        put(fields, "CF_WSH", penalty.documentNo());
        put(fields, "CX_YY", finding.withheld() ? "依法不公开" : "处罚决定已更正或撤销");
        put(fields, "CX_RQ", Documents.date(finding.recordedAt()));
        return Documents.json(fields);
    }

    private byte[] record(String facts, Finding.Penalty penalty) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "CF_XDR_MC", penalty.checkedPunished().name());
        put(fields, "CF_XDR_LB", penalty.party());
        put(fields, "CF_XDR_SHXYM", penalty.checkedPunished().creditCode());
        put(fields, "CF_WSH", penalty.documentNo());
        put(fields, "CF_WFXW", penalty.violation());
        put(fields, "CF_SY", facts);
        put(fields, "CF_YJ", penalty.basis());
        put(fields, "CF_CFLB", penalty.category());
        put(fields, "CF_NR", penalty.content());
        optional(fields, "CF_NR_FK", amount("罚款金额", penalty.fine()));
        optional(fields, "CF_NR_WFFF", amount("没收金额", penalty.confiscated()));
        boolean licence = penalty.category() != null
                && (penalty.category().contains("暂扣") || penalty.category().contains("吊销"));
        optional(fields, "CF_NR_ZKDX", licence ? penalty.content() : null);
        put(fields, "CF_JDRQ", date(penalty.decidedOn()));
        put(fields, "CF_YXQ", date(penalty.validUntil()));
        put(fields, "CF_GSJZQ", date(penalty.publicUntil()));
        put(fields, "CF_CFJG", bureau.name());
        put(fields, "CF_CFJGDM", bureau.creditCode());
        put(fields, "CF_SJLY", bureau.name());
        put(fields, "CF_SJLYDM", bureau.creditCode());
        return Documents.json(fields);
    }

    /** A required field that is missing is found here, by its name, and not by the platform at night. */
    private static void put(Map<String, String> fields, String name, String value) {
        if (value == null || value.isBlank()) {
            throw new Rejected("E-CREDIT-FIELD", "双公示必填项 " + name + " 没有值，请补录处罚决定后重报");
        }
        fields.put(name, value);
    }

    private static void optional(Map<String, String> fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static String date(LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** Never rounded: an amount with more than 6 decimals in 万元 is finer than a fen and therefore wrong. */
    private static String amount(String name, BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            return null;
        }
        try {
            if (amount.signum() > 0) {
                return amount.setScale(6, RoundingMode.UNNECESSARY).toPlainString();
            }
        } catch (ArithmeticException e) {
            throw new Rejected("E-CREDIT-AMOUNT", name + " " + amount.toPlainString() + " 万元超过6位小数");
        }
        throw new Rejected("E-CREDIT-AMOUNT", name + "不能为负");
    }
}
