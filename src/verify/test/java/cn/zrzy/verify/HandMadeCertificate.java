package cn.zrzy.verify;

import static cn.zrzy.verify.HandMadeStamp.ROOT_KEY;
import static cn.zrzy.verify.HandMadeStamp.bits;
import static cn.zrzy.verify.HandMadeStamp.integer;
import static cn.zrzy.verify.HandMadeStamp.name;
import static cn.zrzy.verify.HandMadeStamp.oid;
import static cn.zrzy.verify.HandMadeStamp.seq;
import static cn.zrzy.verify.HandMadeStamp.tlv;

import java.math.BigInteger;
import java.util.List;

/** An X.509 certificate made octet by octet, for {@link HandMadeStamp}; a subclass overrides the part that is to be wrong. */
class HandMadeCertificate {
    final String subject;
    final String issuer;
    final HandMadeKeys.Key key;
    final HandMadeKeys.Key signer;

    HandMadeCertificate(String subject, String issuer, HandMadeKeys.Key key, HandMadeKeys.Key signer) {
        this.subject = subject;
        this.issuer = issuer;
        this.key = key;
        this.signer = signer;
    }

    static HandMadeCertificate root() {
        return new HandMadeCertificate("Root", "Root", ROOT_KEY, ROOT_KEY);
    }

    byte[] serial() {
        return integer(BigInteger.valueOf(subject.hashCode() & 0xffff));
    }

    byte[] validity() {
        return seq(tlv(0x17, "250101000000Z"), tlv(0x18, "99991231235959Z"));
    }

    byte[] info() {
        return key.info();
    }

    List<byte[]> extensions() {
        boolean tsa = subject.startsWith("TSA");
        return List.of(tsa ? purpose("1.3.6.1.5.5.7.3.8") : extension("2.5.29.19", seq(tlv(1, new byte[] {-1}))));
    }

    static byte[] purpose(String... purposes) {
        byte[][] oids =
                java.util.Arrays.stream(purposes).map(HandMadeStamp::oid).toArray(byte[][]::new);
        return extension("2.5.29.37", seq(oids));
    }

    static byte[] extension(String oid, byte[] value) {
        return seq(oid(oid), tlv(1, new byte[] {-1}), tlv(4, value));
    }

    byte[] algorithm() {
        return signer.algorithm();
    }

    byte[] signature(byte[] body) {
        return bits(signer.sign(body));
    }

    byte[] der() {
        byte[] body = seq(
                tlv(0xa0, integer(BigInteger.TWO)),
                serial(),
                algorithm(),
                name(issuer),
                validity(),
                name(subject),
                info(),
                tlv(0xa3, seq(extensions().toArray(byte[][]::new))));
        return seq(body, algorithm(), signature(body));
    }
}
