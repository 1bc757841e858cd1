package cn.zrzy.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The conventions of docs/draw/bundle-format.md §1: text, order, identifiers, times. */
final class Text {

    /** Ascending UTF-8 bytes. */
    static final Comparator<String> BY_BYTES =
            Comparator.comparing(s -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    static final String NO_DIGEST = "0".repeat(64);
    static final Pattern DRAW_NO = Pattern.compile("([A-Z][A-Z0-9]{1,15})-([0-9]{4})-([0-9]{2,6})");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SUBJECT = Pattern.compile("[0-9A-Z:._-]{1,64}");
    private static final Pattern INSPECTOR = Pattern.compile("[0-9A-Z豫:._-]{1,64}");
    private static final Pattern TIME = Pattern.compile("2.{9}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Text() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int bytes(String text) {
        return utf8(text).length;
    }

    static String decode(byte[] bytes, String place) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Refused.unless(Repertoire.holds(text), "E-CHAR", place, "");
            Refused.unless(Normalizer.isNormalized(text, Normalizer.Form.NFC), "E-NFC", place, "");
            return text;
        } catch (CharacterCodingException e) {
            throw new Refused("E-UTF8", place, "");
        }
    }

    /** The lines without their LF. */
    static List<String> lines(byte[] bytes, String place, String code) {
        String text = decode(bytes, place);
        if (text.isEmpty()) {
            return List.of();
        }
        Refused.unless(text.endsWith("\n"), code, place, "last line without LF");
        return Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** The lines as bytes, as hashes cover them. */
    static List<byte[]> byteLines(byte[] bytes) {
        List<byte[]> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                out.add(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
            }
        }
        return out;
    }

    static boolean isHex(String s) {
        return HEX.matcher(s).matches();
    }

    static boolean isWord(String s) {
        if (s.isEmpty() || bytes(s) > 64 || s.startsWith(" ") || s.endsWith(" ")) {
            return false;
        }
        return s.chars().noneMatch(c -> ",\"|+:\\".indexOf(c) >= 0);
    }

    static boolean isRegion(String s) {
        return s.matches("[0-9]{2,12}");
    }

    static boolean isDrawNo(String s) {
        return DRAW_NO.matcher(s).matches();
    }

    static boolean isDate(String s) {
        try {
            return s.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    && LocalDate.parse(s, DATE).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isTime(String s) {
        return TIME.matcher(s).matches() && isDate(s.substring(0, 10));
    }

    static String later(String time, int hours) {
        return STAMP.format(OffsetDateTime.parse(time).plusHours(hours));
    }

    static String time(OffsetDateTime at) {
        return STAMP.format(at.withOffsetSameInstant(java.time.ZoneOffset.ofHours(8)));
    }

    static boolean isInspector(String s) {
        return INSPECTOR.matcher(s).matches() && bytes(s) <= 64;
    }

    /** 18 characters without punctuation are a 统一社会信用代码, whose check character must hold (GB 32100-2015). */
    static boolean isSubject(String s) {
        if (!SUBJECT.matcher(s).matches()) {
            return false;
        }
        return s.length() != 18 || s.chars().anyMatch(c -> ":._-".indexOf(c) >= 0) || isCreditCode(s);
    }

    private static boolean isCreditCode(String s) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int digit = CREDIT_CODE.indexOf(s.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE.charAt((31 - sum % 31) % 31) == s.charAt(17);
    }
}
