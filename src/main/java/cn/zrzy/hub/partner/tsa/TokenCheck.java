package cn.zrzy.hub.partner.tsa;

import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.verify.TimeStamp;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a token is a good stamp over what we asked (令牌校验): our bytes, our nonce, our policy, near our clock, signed by
 * a time stamping certificate, and such that the public's verifiers will prove it. Everybody will check it again from the
 * bundle; here it is checked while another one can still be had.
 */
@Component
class TokenCheck {

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

    /**
     * The token in DER, once it has passed.
     *
     * @param paper the bytes that were to be stamped
     */
    byte[] der(TimeStampResponse response, TimeStampRequest asked, byte[] paper) {
        if (response.getTimeStampToken() == null) {
            throw new AnswerLost("时间戳机构应答已盖，却没有附令牌");
        }
        try {
            byte[] der = response.getTimeStampToken().getEncoded("DER");
            TimeStampToken token = new TimeStampToken(new CMSSignedData(der));
            checkContent(token.getTimeStampInfo(), asked);
            checkSigner(token);
            String top = provable(der, paper);
            unless(root.isEmpty() || root.equals(top), "E-TSA-CERT", "时间戳的最上层证书 " + top + " 不是约定的 " + root);
            return der;
        } catch (CMSException | IOException | TSPException | IllegalArgumentException | IllegalStateException e) {
            // Bouncy Castle answers malformed ASN.1 with either of the last two.
            throw new AnswerLost("时间戳令牌读不懂", e);
        }
    }

    private void checkContent(TimeStampTokenInfo info, TimeStampRequest asked) {
        boolean ours = info.getMessageImprintAlgOID().equals(asked.getMessageImprintAlgOID())
                && java.util.Arrays.equals(info.getMessageImprintDigest(), asked.getMessageImprintDigest());
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

    private void checkSigner(TimeStampToken token) {
        Collection<X509CertificateHolder> held = token.getCertificates().getMatches(null);
        X509CertificateHolder signer = held.stream()
                .filter(certificate -> token.getSID().match(certificate))
                .findFirst()
                .orElseThrow(() -> new Rejected("E-TSA-CERT", "时间戳令牌里没有签名者的证书"));
        try {
            TSPUtil.validateCertificate(signer);
        } catch (TSPException e) {
            throw new Rejected("E-TSA-CERT", "签名者的证书不是时间戳专用证书：" + e.getMessage());
        }
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(signer));
        } catch (TSPException | CertificateException | OperatorCreationException e) {
            throw new Rejected("E-TSA-SIGNATURE", "时间戳的签名验不过：" + e.getMessage());
        }
    }

    /**
     * The public's own program has the last word (公开核验程序): a form of token that it cannot prove (RSA-PSS, a signer named
     * by key identifier, SHA-1 in the chain …) would be kept for ever and leave every bundle red.
     *
     * @return SHA-256 of the topmost certificate, as the verifiers print it
     */
    private static String provable(byte[] token, byte[] paper) {
        try {
            return TimeStamp.read(token, paper).root();
        } catch (IllegalArgumentException e) {
            throw new Rejected("E-TSA-PROOF", "公开的核验程序证明不了这枚令牌：" + e.getMessage());
        }
    }

    private static void unless(boolean holds, String code, String message) {
        Rejected.unless(holds, code, message, "");
    }
}
