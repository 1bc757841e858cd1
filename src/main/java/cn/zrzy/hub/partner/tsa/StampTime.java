package cn.zrzy.hub.partner.tsa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.bouncycastle.asn1.ASN1Object;

/** 时间的写法: UTCTime or GeneralizedTime in UTC, a real moment, spelled the one way that RFC 5280 §4.1.2.5 allows; fractions are cut off. */
final class StampTime {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int UTC_TIME = 0x17;

    private StampTime() {}

    /** Read from the octets: the library's own reading is more lenient than the verifiers'. */
    static Instant of(ASN1Object time) {
        try {
            byte[] der = time.getEncoded();
            String text = new String(der, 2, der.length - 2, StandardCharsets.ISO_8859_1);
            if (der[0] == UTC_TIME) {
                text = (text.compareTo("50") >= 0 ? "19" : "20") + text;
            }
            Provability.needs(text.matches("[1-9][0-9]{13}(\\.[0-9]+)?Z"), "时间须写成 年月日时分秒Z");
            return LocalDateTime.parse(text.substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such date", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
