package cn.zrzy.hub.partner.tsa;

import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.CodeTable;
import cn.zrzy.hub.partner.CodeTables;
import cn.zrzy.hub.partner.HttpVerdict;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.springframework.stereotype.Component;

/** Reads the authority's answers (时间戳应答) and keeps what can be believed; the receipt number is the token's serial. */
@Component("stampReplies")
class StampReplies {

    private static final int NO_TIME = 14;
    private static final int SYSTEM_FAILURE = 25;

    private final StampRequests requests;
    private final StampPapers papers;
    private final TokenCheck check;
    private final HttpVerdict verdict;
    private final CodeTable failures;

    StampReplies(StampRequests requests, StampPapers papers, TokenCheck check, CodeTables tables, Clock clock) {
        this.requests = requests;
        this.papers = papers;
        this.check = check;
        this.failures = tables.table("tsa-failures");
        this.verdict = new HttpVerdict("TSA", "时间戳机构", failures, body -> "", clock);
    }

    /**
     * @param file {@link StampPapers#MANIFEST} or {@link StampPapers#RESULT}
     * @throws Rejected E-TSA-… when they refuse, or the token is not a good one over our bytes; TryLater when they are
     *     not ready; AnswerLost when it is no answer at all
     */
    Receipt read(Debt debt, Answer answer, String file) {
        verdict.requireTaken(answer);
        TimeStampResponse response = response(answer);
        refuseUnlessGranted(response);
        byte[] token = check.der(response, requests.request(debt, file));
        // Kept before the debt is confirmed: after a crash in between, asking again finds the first token standing.
        Stamp standing = Stamp.of(papers.keep(debt.subject(), file, token));
        CrashPoint.reached("after-stamp");
        return new Receipt(
                debt.idempotencyKey(),
                standing.serial(),
                answer.requestDigest(),
                Beijing.of(standing.at()),
                Receipt.ACCEPTED,
                "签发 " + standing.authority(),
                answer.text());
    }

    private static TimeStampResponse response(Answer answer) {
        try {
            return new TimeStampResponse(Base64.getDecoder().decode(answer.text()));
        } catch (IllegalArgumentException | IOException | TSPException | ClassCastException e) {
            throw new AnswerLost("时间戳机构的应答不是 RFC 3161 应答（" + answer.text().length() + " 字），不能认作已盖", e);
        }
    }

    private void refuseUnlessGranted(TimeStampResponse response) {
        int status = response.getStatus();
        if (status == PKIStatus.GRANTED || status == PKIStatus.GRANTED_WITH_MODS) {
            return;
        }
        int bit = failure(response.getFailInfo());
        String said = failures.find(Integer.toString(bit)).orElse("没有说明原因")
                + (response.getStatusString() == null ? "" : "；对方原话：" + response.getStatusString());
        if (List.of(NO_TIME, SYSTEM_FAILURE).contains(bit)) {
            throw new TryLater("时间戳机构暂时不能盖（" + said + "）");
        }
        throw new Rejected("E-TSA-REFUSED", "时间戳机构退回（状态 " + status + "，" + said + "）");
    }

    /** Number of the first bit that is set, as RFC 3161 §2.4.2 names the failures; -1 for none. */
    private static int failure(PKIFailureInfo info) {
        if (info == null) {
            return -1;
        }
        byte[] bits = info.getBytes();
        for (int i = 0; i < bits.length * 8; i++) {
            if ((bits[i / 8] & 0x80 >> i % 8) != 0) {
                return i;
            }
        }
        return -1;
    }
}
