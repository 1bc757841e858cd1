package cn.zrzy.hub.partner.credit;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Findings;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.Parties;
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

    private final Findings findings;
    private final Parties parties;
    private final Bureau bureau;

    CreditRecords(Findings findings, Parties parties, Bureau bureau) {
        this.findings = findings;
        this.parties = parties;
        this.bureau = bureau;
    }

    byte[] render(Debt debt) {
        Finding finding = findings.find(debt.subject(), debt.version())
                .orElseThrow(() -> new Rejected("E-MISSING", "找不到检查结果 " + debt.key()));
        Finding.Penalty penalty = finding.penalty();
        if (penalty == null) {
            throw new Rejected("E-CREDIT-NONE", "检查结果 " + debt.key() + " 没有处罚决定，不得归集");
        }
        if (NATURAL.equals(penalty.party())) {
            throw new Rejected("E-CREDIT-ID", "自然人的处罚须有证件类型和号码，枢纽不保存证件号码，请在信用平台人工归集");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "CF_XDR_MC", parties.of(finding).name());
        put(fields, "CF_XDR_LB", penalty.party());
        put(fields, "CF_XDR_SHXYM", penalty.creditCode());
        put(fields, "CF_WSH", penalty.documentNo());
        put(fields, "CF_WFXW", penalty.violation());
        put(fields, "CF_SY", finding.facts());
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
