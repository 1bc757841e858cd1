package cn.zrzy.hub.partner.tsa;

import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPUtil;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a token is a good stamp over what we asked (令牌校验): our bytes, our nonce, our policy, near our clock, signed by
 * a time stamping certificate, and such that the public's verifiers will prove it. Everybody will check it again from the
 * bundle; here it is checked while another one can still be had.
 */
@Component
class TokenCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final Duration clockWithin;
    private final String root;
    private final Clock clock;

    /** @param root SHA-256 of the topmost certificate that is taken; "" takes any */
    TokenCheck(
            @Value("${partner.tsa.clock-within:5m}") Duration clockWithin,
            @Value("${partner.tsa.root:}") String root,
            Clock clock) {
        this.clockWithin = clockWithin;
        this.root = root;
        this.clock = clock;
    }

    /** The token in DER, once it has passed. */
    byte[] der(TimeStampResponse response, TimeStampRequest asked) {
        if (response.getTimeStampToken() == null) {
            throw new AnswerLost("时间戳机构应答已盖，却没有附令牌");
        }
        try {
            byte[] der = response.getTimeStampToken().getEncoded("DER");
            TimeStampToken token = new TimeStampToken(new CMSSignedData(der));
            checkContent(token.getTimeStampInfo(), asked);
            List<X509CertificateHolder> held =
                    List.copyOf(token.getCertificates().getMatches(null));
            X509CertificateHolder signer = signer(token, held);
            Provability.check(token, signer, held);
            String top = StampChain.top(signer, held, Provability.time(token));
            unless(root.isEmpty() || root.equals(top), "E-TSA-CERT", "时间戳的最上层证书 " + top + " 不是约定的 " + root);
            return der;
        } catch (CMSException
                | IOException
                | TSPException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            // Bouncy Castle answers malformed ASN.1 with any of the last four.
            throw new AnswerLost("时间戳令牌读不懂", e);
        }
    }

    private void checkContent(TimeStampTokenInfo info, TimeStampRequest asked) {
        boolean ours = info.getMessageImprintAlgOID().equals(asked.getMessageImprintAlgOID())
                && Arrays.equals(info.getMessageImprintDigest(), asked.getMessageImprintDigest());
        unless(ours, "E-TSA-IMPRINT", "时间戳盖的不是我方所送文件的摘要");
        unless(asked.getNonce().equals(info.getNonce()), "E-TSA-NONCE", "时间戳应答的随机数不是我方所送，可能是别人的应答");
        boolean agreed = asked.getReqPolicy() == null || asked.getReqPolicy().equals(info.getPolicy());
        unless(agreed, "E-TSA-POLICY", "时间戳策略 " + info.getPolicy() + " 不是约定的 " + asked.getReqPolicy());
        Instant at = info.getGenTime().toInstant();
        unless(
                Duration.between(at, clock.instant()).abs().compareTo(clockWithin) <= 0,
                "E-TSA-TIME",
                "时间戳的时间 " + at + " 与本机时钟相差超过 " + clockWithin.toSeconds() + " 秒，核对双方时钟");
    }

    private static X509CertificateHolder signer(TimeStampToken token, List<X509CertificateHolder> held) {
        X509CertificateHolder signer = held.stream()
                .filter(certificate -> token.getSID().match(certificate))
                .findFirst()
                .orElseThrow(() -> new Rejected("E-TSA-CERT", "时间戳令牌里没有签名者的证书"));
        try {
            TSPUtil.validateCertificate(signer);
        } catch (TSPException e) {
            throw refused("E-TSA-CERT", "签名者的证书不是时间戳专用证书（扩展用途须标为关键，且只有 timeStamping 一项），请时间戳机构换证书", e);
        }
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(signer));
        } catch (TSPException | CertificateException | OperatorCreationException e) {
            throw refused("E-TSA-SIGNATURE", "时间戳的签名验不过，或者盖章时签名者的证书不在有效期内，请时间戳机构核对签名密钥与证书", e);
        }
        return signer;
    }

    /** Why the library refused is English, for the log only. */
    private static Rejected refused(String code, String message, Exception why) {
        LOG.info("{}: {}", code, why.getMessage());
        return new Rejected(code, message);
    }

    private static void unless(boolean holds, String code, String message) {
        Rejected.unless(holds, code, message, "");
    }
}
