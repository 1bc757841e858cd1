package cn.zrzy.verify;

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
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The conventions of docs/draw/bundle-format.md §1: text, order, identifiers, times. */
final class Text {

    /** Ascending UTF-8 bytes, which is the order of code points. */
    static final Comparator<String> BY_BYTES = Text::compare;

    static final String NO_DIGEST = "0".repeat(64);
    static final Pattern DRAW_NO = Pattern.compile("([A-Z][A-Z0-9]{1,15})-([0-9]{4})-([0-9]{2,6})");
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

    /** The lines without their LF. Neither a character nor a normal form reaches over a line end, so each line is judged alone. */
    static List<String> lines(byte[] bytes, String place, String code) {
        List<byte[]> raw = byteLines(bytes);
        boolean ended = bytes.length == 0 || bytes[bytes.length - 1] == '\n';
        if (!ended) {
            int last = bytes.length;
            while (last > 0 && bytes[last - 1] != '\n') {
                last--;
            }
            raw.add(Arrays.copyOfRange(bytes, last, bytes.length));
        }
        List<String> out = Cores.range(raw.size())
                .mapToObj(i -> new String(raw.get(i), StandardCharsets.UTF_8))
                .toList();
        // What was not UTF-8 comes back as other bytes.
        boolean utf8 = Cores.range(raw.size()).allMatch(i -> Arrays.equals(utf8(out.get(i)), raw.get(i)));
        Refused.unless(utf8, "E-UTF8", place, "");
        // As many characters as bytes: ASCII, which is in the repertoire and in NFC.
        boolean known = Cores.range(raw.size())
                .allMatch(i -> out.get(i).length() == raw.get(i).length || Repertoire.holds(out.get(i)));
        Refused.unless(known, "E-CHAR", place, "");
        boolean normal = Cores.range(raw.size())
                .allMatch(i -> out.get(i).length() == raw.get(i).length
                        || Normalizer.isNormalized(out.get(i), Normalizer.Form.NFC));
        Refused.unless(normal, "E-NFC", place, "");
        Refused.unless(ended, code, place, "last line without LF");
        return out;
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

    private static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // Surrogates stand for the code points above all others.
                boolean above = Character.isSurrogate(x) != Character.isSurrogate(y) && x >= 0xd800 && y >= 0xd800;
                return above ? Character.isSurrogate(x) ? 1 : -1 : x - y;
            }
        }
        return a.length() - b.length();
    }

    static boolean isHex(String s) {
        return isHex(s, 64);
    }

    static boolean isHex(String s, int length) {
        return s.length() == length && isMadeOf(s, c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** No stream: asked for every field of every line. */
    private static boolean isMadeOf(String s, IntPredicate good) {
        for (int i = 0; i < s.length(); i++) {
            if (!good.test(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isWord(String s) {
        if (s.isEmpty() || bytes(s) > 64 || s.startsWith(" ") || s.endsWith(" ")) {
            return false;
        }
        return isMadeOf(s, c -> c != ',' && c != '"' && c != '|' && c != '+' && c != ':' && c != '\\');
    }

    static boolean isRegion(String s) {
        return s.length() >= 2 && s.length() <= 12 && isMadeOf(s, Text::isDigit);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
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

    private static boolean isMark(int c) {
        return c == ':' || c == '.' || c == '_' || c == '-';
    }

    private static boolean isIdentifier(int c) {
        return isDigit(c) || c >= 'A' && c <= 'Z' || isMark(c);
    }

    static boolean isInspector(String s) {
        return !s.isEmpty() && bytes(s) <= 64 && isMadeOf(s, c -> isIdentifier(c) || c == '豫');
    }

    /** 18 characters without punctuation are a 统一社会信用代码, whose check character must hold (GB 32100-2015). */
    static boolean isSubject(String s) {
        if (s.isEmpty() || s.length() > 64 || !isMadeOf(s, Text::isIdentifier)) {
            return false;
        }
        return s.length() != 18 || !isMadeOf(s, c -> !isMark(c)) || isCreditCode(s);
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
