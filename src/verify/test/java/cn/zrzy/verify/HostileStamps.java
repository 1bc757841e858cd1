package cn.zrzy.verify;

import static cn.zrzy.verify.HandMadeStamp.attribute;
import static cn.zrzy.verify.HandMadeStamp.essV1;
import static cn.zrzy.verify.HandMadeStamp.essV2;
import static cn.zrzy.verify.HandMadeStamp.integer;
import static cn.zrzy.verify.HandMadeStamp.oid;
import static cn.zrzy.verify.HandMadeStamp.seq;
import static cn.zrzy.verify.HandMadeStamp.tlv;

import cn.zrzy.verify.HandMadeStamp.Order;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Stamps that prove something and stamps that prove nothing, each wrong in one place and right in all others. The same table
 * is put to the three verifiers and to the hub's own check at the time of fetching.
 */
public final class HostileStamps {

    private final Order order;
    private final boolean good;
    private final Map<String, byte[]> rows = new LinkedHashMap<>();

    private HostileStamps(byte[] imprint, String time, BigInteger nonce, boolean good) {
        this.order = new Order(imprint, time, nonce);
        this.good = good;
        forms();
        HostileSignatures.rows(this);
        HostileCertificates.rows(this);
        HostileChains.rows(this);
    }

    /** @param time as {@code 20260520010005Z} @param nonce null for none */
    public static Map<String, byte[]> proving(byte[] imprint, String time, BigInteger nonce) {
        return new HostileStamps(imprint, time, nonce, true).rows;
    }

    /** Name of what is wrong → token. */
    public static Map<String, byte[]> provingNothing(byte[] imprint, String time, BigInteger nonce) {
        return new HostileStamps(imprint, time, nonce, false).rows;
    }

    /** The authority's answer that carries the token, PKIStatus granted. */
    public static byte[] granted(byte[] token) {
        return seq(seq(integer(BigInteger.ZERO)), token);
    }

    void good(String name, Function<Order, HandMadeStamp> stamp) {
        if (good) {
            rows.put(name, stamp.apply(order).token());
        }
    }

    void bad(String name, Function<Order, HandMadeStamp> stamp) {
        if (!good) {
            rows.put(name, stamp.apply(order).token());
        }
    }

    private void ess(boolean proves, String name, Function<byte[], List<byte[]>> make) {
        Function<Order, HandMadeStamp> stamp = o -> new HandMadeStamp(o) {
            @Override
            List<byte[]> ess() {
                return make.apply(tsa().der());
            }
        };
        if (proves) {
            good(name, stamp);
        } else {
            bad(name, stamp);
        }
    }

    private void timed(String name, byte[] time) {
        bad(name, o -> new HandMadeStamp(o) {
            @Override
            byte[] time() {
                return time;
            }
        });
    }

    private void more(String name, byte[] attribute) {
        bad(name, o -> new HandMadeStamp(o) {
            @Override
            List<byte[]> attributes() {
                List<byte[]> out = new ArrayList<>(super.attributes());
                out.add(attribute);
                out.sort(Arrays::compareUnsigned);
                return out;
            }
        });
    }

    private void forms() {
        good("plain", HandMadeStamp::new);
        good("a fraction of a second", o -> new HandMadeStamp(o) {
            @Override
            byte[] time() {
                return tlv(0x18, o.time().replace("Z", ".25Z"));
            }
        });
        byte[] wrong = new byte[32];
        byte[] sha512 = seq(oid("2.16.840.1.101.3.4.2.3"));
        ess(true, "ESS version 1", c -> List.of(essV1(Hash.jdk("SHA-1", c))));
        ess(true, "ESS version 1 and 2", c -> List.of(essV1(Hash.jdk("SHA-1", c)), essV2(tlv(4, Hash.SHA_256.of(c)))));
        ess(true, "ESS version 2 by SHA-512", c -> List.of(essV2(sha512, tlv(4, Hash.jdk("SHA-512", c)))));
        ess(false, "ESS version 1 over another certificate", c -> List.of(essV1(new byte[20])));
        ess(false, "ESS version 2 over another certificate", c -> List.of(essV2(tlv(4, wrong))));
        ess(false, "ESS version 1 right, 2 wrong", c -> List.of(essV1(Hash.jdk("SHA-1", c)), essV2(tlv(4, wrong))));
        ess(
                false,
                "ESS version 1 wrong, 2 right",
                c -> List.of(essV1(new byte[20]), essV2(tlv(4, Hash.SHA_256.of(c)))));
        ess(
                false,
                "ESS version 2 by SHA-1",
                c -> List.of(essV2(seq(oid("1.3.14.3.2.26")), tlv(4, Hash.jdk("SHA-1", c)))));
        ess(false, "ESS hash as UTF8String", c -> List.of(essV2(sha512, tlv(12, Hash.jdk("SHA-512", c)))));
        ess(false, "no ESS attribute", c -> List.of());
        timed("month 13", tlv(0x18, "20261301000000Z"));
        timed("second 60", tlv(0x18, order.time().substring(0, 12) + "60Z"));
        timed("31 February", tlv(0x18, "20260231000000Z"));
        timed("year 0026", tlv(0x18, "0026" + order.time().substring(4)));
        timed("year 9999", tlv(0x18, "99991231235959Z"));
        timed("LF after the time", tlv(0x18, order.time() + "\n"));
        timed("local time", tlv(0x18, order.time().replace("Z", "+0000")));
        timed("time as UTF8String", tlv(0x0c, order.time()));
        timed("digits of another script", tlv(0x18, order.time().replace('0', '٠')));
        more("an attribute twice", attribute("1.2.840.113549.1.9.3", oid("1.2.840.113549.1.7.1")));
        more("an attribute with two values", attribute("2.999.5", oid("2.999.6"), oid("2.999.7")));
        more("an OID that ends in a continuation octet", seq(tlv(6, new byte[] {42, (byte) 0x83}), tlv(0x31, seq())));
        more("an OID with an empty leading octet", seq(tlv(6, new byte[] {42, (byte) 0x80, 1}), tlv(0x31, seq())));
        bad("a third element in the imprint", o -> new HandMadeStamp(o) {
            @Override
            byte[] imprint() {
                return seq(seq(oid(SHA256)), tlv(4, o.imprint()), HandMadeKeys.NULL);
            }
        });
        bad("a length in TSTInfo with a needless octet", o -> new HandMadeStamp(o) {
            @Override
            byte[] imprint() {
                byte[] plain = super.imprint();
                return Hash.join(new byte[] {0x30, (byte) 0x81, plain[1]}, Arrays.copyOfRange(plain, 2, plain.length));
            }
        });
        bad("the imprint of other bytes", o -> new HandMadeStamp(new Order(wrong, o.time(), o.nonce())));
    }
}
