package cn.zrzy.hub.partner.tsa;

import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 时间戳申请 (TimeStampReq, RFC 3161 §2.4.1): only the SHA-256 of the paper leaves the house. */
@Component("stampRequests")
class StampRequests {

    private final StampPapers papers;
    private final String policy;

    StampRequests(StampPapers papers, @Value("${partner.tsa.policy:}") String policy) {
        this.papers = papers;
        this.policy = policy;
    }

    /** Whether this draw promised stamps when it was frozen, whatever is configured now. */
    boolean wanted(String drawNo) {
        return !papers.authority(drawNo).isEmpty();
    }

    /** @param file {@link StampPapers#MANIFEST} or {@link StampPapers#RESULT} */
    byte[] render(Debt debt, String file) {
        try {
            return request(debt, file).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TimeStampRequest request(Debt debt, String file) {
        String imprint = Digest.sha256(papers.paper(debt.subject(), file));
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (!policy.isEmpty()) {
            generator.setReqPolicy(policy);
        }
        return generator.generate(
                TSPAlgorithms.SHA256, HexFormat.of().parseHex(imprint), nonce(debt.idempotencyKey() + imprint));
    }

    /**
     * Not random: the same dispatch must render to the same bytes each time. An old answer played back to us is still an
     * honest stamp over these bytes; what a nonce guards against besides, the check of genTime against our clock does.
     */
    private static BigInteger nonce(String seed) {
        return new BigInteger(
                Digest.sha256(seed.getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16);
    }
}
