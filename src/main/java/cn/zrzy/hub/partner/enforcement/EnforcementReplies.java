package cn.zrzy.hub.partner.enforcement;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.Times;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the brigade's replies (执法支队回复). */
@Component("enforcementReplies")
class EnforcementReplies {

    private static final Set<String> VERDICTS = Set.of("受理", "退回补正", "不受理", "转送");

    /** @throws Rejected E-RECEIPT when it is no reply; it is kept for a human then */
    Receipt read(String text) {
        JsonNode reply = text == null || text.length() > 65_536
                ? null
                : Documents.object(text).orElse(null);
        if (reply == null) {
            throw new Rejected("E-RECEIPT", "执法支队的回复不是一份完整的 JSON 回执");
        }
        String key = Documents.text(reply, "idempotencyKey");
        String digest = Documents.digest(reply, "digest");
        String verdict = Documents.text(reply, "verdict");
        if (key.isEmpty() || digest.isEmpty() || !VERDICTS.contains(verdict)) {
            throw new Rejected("E-RECEIPT", "执法支队的回复缺少幂等键、摘要，或处理意见不在约定之内");
        }
        String caseNo = Documents.text(reply, "caseNo");
        String note = Documents.text(reply, "reason")
                + (caseNo.isEmpty() ? "" : " 案号 " + caseNo)
                + (Documents.text(reply, "receiver").isEmpty() ? "" : " 接收 " + Documents.text(reply, "receiver"));
        return new Receipt(key, Documents.text(reply, "receiptNo"), digest, time(reply), verdict, note.strip(), text);
    }

    private static OffsetDateTime time(JsonNode reply) {
        try {
            return Times.of(Documents.text(reply, "receivedAt"));
        } catch (AnswerLost e) {
            throw new Rejected("E-RECEIPT", "执法支队" + e.getMessage());
        }
    }
}
