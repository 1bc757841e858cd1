package cn.zrzy.hub.source;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Normal forms (规范写法): the form of a value may be put right, its content never. Codes lose full width and every space;
 * names keep their characters, compatibility ideographs and full-width brackets included, and lose only outer spaces.
 */
final class Words {

    private Words() {}

    /** A name or free text: outer white space of any kind goes, line ends inside become one space. */
    static String text(String value) {
        if (value == null) {
            return "";
        }
        int start = 0;
        int end = value.length();
        while (start < end && blank(value.charAt(start))) {
            start++;
        }
        while (end > start && blank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** A code, number or date: half width, upper case, without any white space. */
    static String code(String value) {
        if (value == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(value.length());
        Normalizer.normalize(value, Normalizer.Form.NFKC)
                .chars()
                .filter(c -> !blank((char) c))
                .forEach(c -> kept.append((char) c));
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    /** White space as spreadsheets have it: also U+3000, U+00A0, the BOM and zero-width characters. */
    private static boolean blank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\ufeff'
                || (c >= '\u200b' && c <= '\u200d');
    }
}
