package cn.zrzy.hub.partner.province;

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

/** Reads the province's answers (省平台回执). */
@Component("provinceReceipts")
class ProvinceReceipts {

    private final HttpVerdict verdict;

    ProvinceReceipts(CodeTables tables, Clock clock) {
        this.verdict = verdict(tables, clock);
    }

    /** How every answer of this partner is judged, whatever was asked. */
    static HttpVerdict verdict(CodeTables tables, Clock clock) {
        return new HttpVerdict(
                "PROV", "省平台", tables.table("province-errors"), body -> Documents.text(body, "code"), clock);
    }

    /** The answer to what we sent. */
    Receipt read(Debt debt, Answer answer) {
        return receipt(debt, answer, verdict.accepted(answer));
    }

    /** The answer to a question by key; {@link Receipt#isAbsent()} when they hold nothing. */
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
        String number = Documents.text(data, "receiptNo");
        if (!"0".equals(Documents.text(body, "code")) || number.isEmpty()) {
            throw new AnswerLost("省平台应答没有成功码或回执号，不能认作送达");
        }
        String key = Documents.text(data, "idempotencyKey");
        String digest = Documents.digest(data, "digest");
        verdict.requireEchoes(key, digest, debt.idempotencyKey(), answer);
        boolean duplicate = data.path("duplicate").asBoolean(false);
        return new Receipt(
                key,
                number,
                digest,
                Times.of(Documents.text(data, "receivedAt")),
                Receipt.ACCEPTED,
                duplicate ? "对方此前已受理" : "",
                answer.text());
    }
}
