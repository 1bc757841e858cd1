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

    /** A date with its time: as a code, but with one space where white space stood inside. */
    static String spaced(String value) {
        if (value == null) {
            return "";
        }
        StringBuilder kept = new StringBuilder(value.length());
        for (char c : Normalizer.normalize(value, Normalizer.Form.NFKC).toCharArray()) {
            kept.append(blank(c) ? ' ' : c);
        }
        return kept.toString().strip().replaceAll(" +", " ").toUpperCase(Locale.ROOT);
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

    /** @return where the first character stands that no text column can hold; −1 when there is none */
    static int unstorable(String value) {
        for (int i = 0; value != null && i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0)) {
                return i;
            }
        }
        return -1;
    }

    static String shortened(String value) {
        return value.length() <= 20 ? value : value.substring(0, 20) + "…";
    }

    /** White space as spreadsheets have it: also U+3000, U+00A0, the BOM and zero-width characters. */
    private static boolean blank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\ufeff'
                || (c >= '\u200b' && c <= '\u200d');
    }
}
