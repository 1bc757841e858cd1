package cn.zrzy.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One DER element (X.690 §10), definite and minimal lengths only; anything else is an IllegalArgumentException. */
final class Der {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final byte[] data;
    private final int at;
    private final int body;
    private final int end;

    private Der(byte[] data, int at, int limit) {
        need(at + 2 <= limit, "DER ends early");
        need((data[at] & 31) != 31, "DER high tag");
        int n = data[at + 1] & 0xff;
        int start = at + 2;
        if (n >= 128) {
            int octets = n & 127;
            need(octets >= 1 && octets <= 3 && start + octets <= limit, "DER length");
            n = new BigInteger(1, Arrays.copyOfRange(data, start, start + octets)).intValue();
            need(n >= 128 && n >> 8 * (octets - 1) != 0, "DER length not minimal");
            start += octets;
        }
        need(start + n <= limit, "DER ends early");
        this.data = data;
        this.at = at;
        this.body = start;
        this.end = start + n;
    }

    /** The bytes are one element and nothing after it. */
    static Der of(byte[] data) {
        Der top = new Der(data, 0, data.length);
        need(top.end == data.length, "bytes after the DER element");
        return top;
    }

    static void need(boolean holds, String why) {
        if (!holds) {
            throw new IllegalArgumentException(why);
        }
    }

    int tag() {
        return data[at] & 0xff;
    }

    byte[] raw() {
        return Arrays.copyOfRange(data, at, end);
    }

    byte[] value() {
        return Arrays.copyOfRange(data, body, end);
    }

    List<Der> kids() {
        List<Der> out = new ArrayList<>();
        for (int p = body; p < end; p = out.get(out.size() - 1).end) {
            out.add(new Der(data, p, end));
        }
        return out;
    }

    /** The elements, which must be exactly as many. */
    List<Der> kids(int count) {
        List<Der> kids = kids();
        need(kids.size() == count, count + " DER elements expected");
        return kids;
    }

    Der kid(int index) {
        List<Der> kids = kids();
        need(index < kids.size(), "DER element missing");
        return kids.get(index);
    }

    /** One spelling per identifier: no arc ends in a continuation octet or begins with an empty one. */
    String oid() {
        need(tag() == 6 && body < end && data[end - 1] >= 0, "OID expected");
        List<BigInteger> arcs = new ArrayList<>();
        BigInteger n = BigInteger.ZERO;
        boolean fresh = true;
        for (int i = body; i < end; i++) {
            need(!fresh || data[i] != (byte) 0x80, "OID not minimal");
            n = n.shiftLeft(7).or(BigInteger.valueOf(data[i] & 127));
            fresh = data[i] >= 0;
            if (fresh) {
                arcs.add(n);
                n = BigInteger.ZERO;
            }
        }
        BigInteger first = arcs.get(0).divide(BigInteger.valueOf(40)).min(BigInteger.TWO);
        StringBuilder out = new StringBuilder();
        out.append(first).append('.').append(arcs.get(0).subtract(first.multiply(BigInteger.valueOf(40))));
        arcs.stream().skip(1).forEach(arc -> out.append('.').append(arc));
        return out.toString();
    }

    BigInteger integer() {
        need(tag() == 2 && body < end, "INTEGER expected");
        need(end - body == 1 || data[body] != data[body + 1] >> 7, "INTEGER not minimal");
        return new BigInteger(value());
    }

    byte[] octets() {
        need(tag() == 4, "OCTET STRING expected");
        return value();
    }

    /** Content of a BIT STRING of whole octets. */
    byte[] bits() {
        need(tag() == 3 && body < end && data[body] == 0, "BIT STRING expected");
        return Arrays.copyOfRange(data, body + 1, end);
    }

    /** UTCTime or GeneralizedTime in UTC; fractions of a second are cut off. */
    Instant time() {
        need(tag() == 0x17 || tag() == 0x18, "time expected");
        String text = new String(value(), StandardCharsets.US_ASCII);
        if (tag() == 0x17) {
            text = (text.compareTo("50") >= 0 ? "19" : "20") + text;
        }
        need(text.matches("[1-9][0-9]{13}(\\.[0-9]+)?Z"), "time " + text);
        try {
            return LocalDateTime.parse(text.substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time " + text, e);
        }
    }
}
