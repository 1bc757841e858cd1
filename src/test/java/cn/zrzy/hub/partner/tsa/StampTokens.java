package cn.zrzy.hub.partner.tsa;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Real tokens for tests of other rooms. */
public final class StampTokens {

    private StampTokens() {}

    /** A token over 32 zero bytes. */
    public static byte[] at(Instant at) {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        try {
            return new TimeStampResponse(new OwnAuthority(KeyPurposeId.id_kp_timeStamping)
                            .response(requests.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.ONE), 1, at))
                    .getTimeStampToken()
                    .getEncoded("DER");
        } catch (TSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
