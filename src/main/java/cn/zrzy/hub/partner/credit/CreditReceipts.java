package cn.zrzy.hub.partner.credit;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.partner.HttpVerdict;
import cn.zrzy.hub.partner.Times;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads the credit platform's answers (信用平台回执). */
@Component("creditReceipts")
class CreditReceipts {

    private final HttpVerdict verdict;

    CreditReceipts(CodeTables tables, Clock clock) {
        this.verdict = verdict(tables, clock);
    }

    /** How every answer of this partner is judged, whatever was asked. */
    static HttpVerdict verdict(CodeTables tables, Clock clock) {
        return new HttpVerdict(
                "CRED", "信用平台", tables.table("credit-errors"), body -> Documents.text(body, "resultCode"), clock);
    }

    Receipt read(Debt debt, Answer answer) {
        return receipt(debt, answer, verdict.accepted(answer));
    }

    /** The answer to a question by key. */
    Receipt find(Debt debt, Answer answer) {
        if (verdict.saysAbsent(answer)) {
            return Receipt.absent(debt.idempotencyKey(), answer.text());
        }
        return receipt(debt, answer, verdict.acceptedToQuestion(answer));
    }

    String query(Debt debt) {
        return "key=" + URLEncoder.encode(debt.idempotencyKey(), StandardCharsets.UTF_8);
    }

    private Receipt receipt(Debt debt, Answer answer, JsonNode body) {
        JsonNode data = body.path("data");
        String number = Documents.text(data, "recordId");
        boolean taken = body.path("success").isBoolean() && body.path("success").booleanValue();
        if (!taken || !"0000".equals(Documents.text(body, "resultCode")) || number.isEmpty()) {
            throw new AnswerLost("信用平台应答没有成功码或记录号，不能认作送达");
        }
        String key = Documents.text(data, "idempotencyKey");
        String digest = Documents.digest(data, "digest");
        verdict.requireEchoes(key, digest, debt.idempotencyKey(), answer);
        int revision = data.path("revision").asInt(1);
        return new Receipt(
                key,
                // A record that is corrected or withdrawn keeps its number; a receipt is for one message.
                revision > 1 ? number + "-" + revision : number,
                digest,
                Times.of(Documents.text(data, "receivedAt")),
                Receipt.ACCEPTED,
                "",
                answer.text());
    }
}
