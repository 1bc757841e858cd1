package cn.zrzy.hub.partner.tsa;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** What a kept token says of itself (时间戳): its serial number, its time, and who signed it. */
record Stamp(String serial, Instant at, String authority) {

    static Stamp of(byte[] der) {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(der));
            return new Stamp(
                    token.getTimeStampInfo().getSerialNumber().toString(),
                    token.getTimeStampInfo().getGenTime().toInstant(),
                    String.valueOf(token.getSID().getIssuer()));
        } catch (CMSException | TSPException | IOException e) {
            throw new IllegalArgumentException("不是时间戳令牌", e);
        }
    }
}
