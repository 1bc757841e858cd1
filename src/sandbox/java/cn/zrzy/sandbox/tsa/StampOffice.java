package cn.zrzy.sandbox.tsa;

import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Matter;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Sm3;
import cn.zrzy.sandbox.kit.Stamp;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** 盖戳: answers one RFC 3161 request; the same digest twice gets two tokens, as from any real authority. */
final class StampOffice {

    static final String POLICY = "2.999.3161.1";

    private final TsaKeys keys;
    private final EffectBook book;

    StampOffice(TsaKeys keys, EffectBook book) {
        this.keys = keys;
        this.book = book;
    }

    byte[] answer(byte[] body, Mood mood) throws IOException {
        try {
            if (mood == Mood.REJECTING) {
                return generator()
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badRequest, "not today")
                        .getEncoded();
            }
            return stamp(body, mood).getEncoded();
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private synchronized TimeStampResponse stamp(byte[] body, Mood mood)
            throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampResponseGenerator generator = generator();
        TimeStampRequest asked;
        try {
            asked = new TimeStampRequest(body);
        } catch (IOException | IllegalArgumentException e) {
            return generator.generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "not a request");
        }
        String key = HexFormat.of().formatHex(asked.getMessageImprintDigest());
        int serial = book.record(
                        key,
                        "stamp",
                        Sm3.of(body),
                        Stamp.now(),
                        Matter.NONE,
                        n -> Json.object().put("serial", n))
                .note()
                .path("serial")
                .asInt();
        Instant at = mood == Mood.OLD_TIME ? Instant.now().minus(Duration.ofHours(1)) : Instant.now();
        return generator.generate(answered(asked, mood), BigInteger.valueOf(serial), Date.from(at));
    }

    /** What a muddled authority takes for the request. */
    private static TimeStampRequest answered(TimeStampRequest asked, Mood mood) {
        if (mood != Mood.WRONG_IMPRINT && mood != Mood.WRONG_NONCE) {
            return asked;
        }
        byte[] imprint = asked.getMessageImprintDigest();
        BigInteger nonce = asked.getNonce();
        if (mood == Mood.WRONG_IMPRINT) {
            imprint[0] ^= 1;
        } else {
            nonce = nonce.add(BigInteger.ONE);
        }
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(asked.getCertReq());
        return other.generate(asked.getMessageImprintAlgOID(), imprint, nonce);
    }

    private TimeStampResponseGenerator generator()
            throws TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", keys.key(), keys.chain().get(0)),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new JcaCertStore(keys.chain()));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, Set.of(POLICY));
    }
}
