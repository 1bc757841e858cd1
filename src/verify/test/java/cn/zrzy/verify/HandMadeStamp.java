package cn.zrzy.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * A time stamp token made octet by octet, so that any part of it can be wrong while everything around it, signatures
 * included, is right: a subclass overrides the part.
 */
class HandMadeStamp {

    static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    static final String TST = "1.2.840.113549.1.9.16.1.4";
    static final HandMadeKeys.Ec ROOT_KEY = new HandMadeKeys.Ec(3);
    static final HandMadeKeys.Ec TSA_KEY = new HandMadeKeys.Ec(5);

    /**
     * What the token has to say.
     *
     * @param imprint SHA-256 of the stamped bytes
     * @param time GeneralizedTime
     * @param nonce null for none
     */
    record Order(byte[] imprint, String time, BigInteger nonce) {}

    final Order order;

    HandMadeStamp(Order order) {
        this.order = order;
    }

    HandMadeCertificate tsa() {
        return new HandMadeCertificate("TSA", "Root", TSA_KEY, ROOT_KEY);
    }

    /** Root first: a set in DER is sorted, and nothing may depend on the order. */
    List<byte[]> certificates() {
        return List.of(HandMadeCertificate.root().der(), tsa().der());
    }

    byte[] imprint() {
        return seq(seq(oid(SHA256)), tlv(4, order.imprint));
    }

    byte[] time() {
        return tlv(0x18, order.time);
    }

    final byte[] info() {
        byte[] nonce = order.nonce == null ? new byte[0] : integer(order.nonce);
        return seq(integer(BigInteger.ONE), oid("2.999.1"), imprint(), integer(BigInteger.valueOf(7)), time(), nonce);
    }

    static byte[] attribute(String oid, byte[]... values) {
        return seq(oid(oid), tlv(0x31, values));
    }

    static byte[] essV1(byte[] hash) {
        return attribute("1.2.840.113549.1.9.16.2.12", seq(seq(seq(tlv(4, hash)))));
    }

    static byte[] essV2(byte[]... id) {
        return attribute("1.2.840.113549.1.9.16.2.47", seq(seq(seq(id))));
    }

    static byte[] contentType() {
        return attribute("1.2.840.113549.1.9.3", oid(TST));
    }

    byte[] digest() {
        return attribute("1.2.840.113549.1.9.4", tlv(4, Hash.SHA_256.of(info())));
    }

    List<byte[]> ess() {
        return List.of(essV2(tlv(4, Hash.SHA_256.of(tsa().der()))));
    }

    List<byte[]> attributes() {
        List<byte[]> out = new ArrayList<>(List.of(contentType(), digest()));
        out.addAll(ess());
        out.sort(java.util.Arrays::compareUnsigned);
        return out;
    }

    byte[] sid() {
        return seq(name(tsa().issuer), tsa().serial());
    }

    byte[] algorithm() {
        return tsa().key.algorithm();
    }

    byte[] signature(byte[] covered) {
        return tlv(4, tsa().key.sign(covered));
    }

    byte[] signer() {
        byte[][] attributes = attributes().toArray(byte[][]::new);
        return seq(
                integer(BigInteger.ONE),
                sid(),
                seq(oid(SHA256)),
                tlv(0xa0, attributes),
                algorithm(),
                signature(tlv(0x31, attributes)));
    }

    List<byte[]> signers() {
        return List.of(signer());
    }

    byte[] token() {
        List<byte[]> certificates = new ArrayList<>(certificates());
        certificates.sort(java.util.Arrays::compareUnsigned);
        byte[] signed = seq(
                integer(BigInteger.valueOf(3)),
                tlv(0x31, seq(oid(SHA256))),
                seq(oid(TST), tlv(0xa0, tlv(4, info()))),
                certificates.isEmpty() ? new byte[0] : tlv(0xa0, certificates.toArray(byte[][]::new)),
                tlv(0x31, signers().toArray(byte[][]::new)));
        return seq(oid("1.2.840.113549.1.7.2"), tlv(0xa0, signed));
    }

    static byte[] name(String common) {
        return seq(tlv(0x31, seq(oid("2.5.4.3"), tlv(0x0c, common))));
    }

    static byte[] oid(String text) {
        return encoded(new ASN1ObjectIdentifier(text));
    }

    static byte[] integer(BigInteger n) {
        return encoded(new ASN1Integer(n));
    }

    private static byte[] encoded(org.bouncycastle.asn1.ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] seq(byte[]... parts) {
        return tlv(0x30, parts);
    }

    static byte[] bits(byte[] content) {
        return tlv(3, new byte[1], content);
    }

    static byte[] tlv(int tag, String text) {
        return tlv(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] tlv(int tag, byte[]... parts) {
        byte[] content = join(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int octets = content.length < 128 ? 0 : content.length < 256 ? 1 : 2;
        out.write(octets == 0 ? content.length : 128 + octets);
        for (int i = octets - 1; i >= 0; i--) {
            out.write(content.length >> 8 * i);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        return Hash.join(parts);
    }
}
