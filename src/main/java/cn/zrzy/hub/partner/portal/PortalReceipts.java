package cn.zrzy.hub.partner.portal;

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

/** Reads the portal's answers (门户发布回执); the note is the page's address. */
@Component("portalReceipts")
class PortalReceipts {

    private final HttpVerdict verdict;

    PortalReceipts(CodeTables tables, Clock clock) {
        this.verdict = verdict(tables, clock);
    }

    /** How every answer of this partner is judged, whatever was asked. */
    static HttpVerdict verdict(CodeTables tables, Clock clock) {
        return new HttpVerdict(
                "PORTAL", "门户网站", tables.table("portal-errors"), body -> Documents.text(body, "code"), clock);
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
        String number = Documents.text(body, "articleId");
        if (!"OK".equals(Documents.text(body, "status")) || number.isEmpty()) {
            throw new AnswerLost("门户网站应答没有成功标志或文章号，不能认作已公示");
        }
        String key = Documents.text(body, "idempotencyKey");
        String digest = Documents.digest(body, "digest");
        verdict.requireEchoes(key, digest, debt.idempotencyKey(), answer);
        int revision = body.path("revision").asInt(1);
        return new Receipt(
                key,
                // An article that is corrected keeps its number; a receipt is for one publication.
                revision > 1 ? number + "-" + revision : number,
                digest,
                Times.of(Documents.text(body, "publishedAt")),
                Receipt.ACCEPTED,
                Documents.text(body, "url"),
                answer.text());
    }
}
