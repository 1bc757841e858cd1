package cn.zrzy.hub.inspection;

import cn.zrzy.hub.registry.RegisteredParty;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 行政处罚 as it is entered. It names no firm: the name comes from the registry, together with the code.
 *
 * @param creditCode 统一社会信用代码 of whoever was punished; may be left out when it is the subject's holder
 * @param otherFirmReason 为何处罚的不是检查对象的权利人; needed when the code is another registered firm's
 */
record PenaltyDraft(
        String documentNo,
        @Nullable String party,
        @Nullable String creditCode,
        @Nullable String otherFirmReason,
        String violation,
        String basis,
        String category,
        String content,
        @Nullable BigDecimal fine,
        @Nullable BigDecimal confiscated,
        LocalDate decidedOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate publicUntil) {

    static final String NATURAL = "自然人";

    boolean ofPerson() {
        return NATURAL.equals(party);
    }

    Finding.Penalty on(RegisteredParty punished) {
        return new Finding.Penalty(
                documentNo.strip(),
                party,
                punished,
                otherFirmReason == null ? "" : otherFirmReason.strip(),
                violation,
                basis,
                category,
                content,
                fine,
                confiscated,
                decidedOn,
                validUntil,
                publicUntil);
    }
}
