package cn.zrzy.hub.partner.judiciary;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.Times;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the police's return slips (公安机关回执, 国务院令310号 §7). */
@Component("judiciarySlips")
class JudiciarySlips {

    private static final Set<String> VERDICTS = Set.of("受理", "不受理", "转送");

    /** @throws Rejected E-RECEIPT when it is no slip; it is kept for a human then */
    Receipt read(String text) {
        JsonNode slip = text == null || text.length() > 65_536
                ? null
                : Documents.object(text).orElse(null);
        if (slip == null) {
            throw new Rejected("E-RECEIPT", "公安机关的回执不是一份完整的 JSON");
        }
        String key = Documents.text(slip, "idempotencyKey");
        String digest = Documents.digest(slip, "digest");
        String verdict = Documents.text(slip, "verdict");
        if (key.isEmpty() || digest.isEmpty() || !VERDICTS.contains(verdict)) {
            throw new Rejected("E-RECEIPT", "公安机关的回执缺少幂等键、摘要，或处理意见不在约定之内");
        }
        String signer = Documents.text(slip, "signer");
        String note = Documents.text(slip, "reason") + (signer.isEmpty() ? "" : " 签收 " + signer);
        return new Receipt(key, Documents.text(slip, "slipNo"), digest, time(slip), verdict, note.strip(), text);
    }

    private static OffsetDateTime time(JsonNode slip) {
        try {
            return Times.of(Documents.text(slip, "signedAt"));
        } catch (AnswerLost e) {
            throw new Rejected("E-RECEIPT", "公安机关" + e.getMessage());
        }
    }
}
