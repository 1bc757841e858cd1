package cn.zrzy.hub.kernel;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 姓名: a person's name in one spelling, so that nobody counts as two where a rule asks for two persons. */
public final class PersonName {

    /**
     * What no reader sees: format and control characters, joiners, fillers, blank patterns and what Unicode reserves for
     * such. Private and unassigned characters stay: rare family names are written with them.
     */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Mn}\\p{Me}\\p{Zl}\\p{Zp}\\x{115F}\\x{1160}\\x{2065}\\x{2800}"
                    + "\\x{FFF0}-\\x{FFF8}\\x{E0000}-\\x{E0FFF}]");

    /** Two-character names are often spread to the width of three. */
    private static final Pattern SPREAD = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private PersonName() {}

    /**
     * @param field where the name stood
     * @return "" when nobody is named
     * @throws Rejected E-PERSON when the name holds a character that no reader sees
     */
    public static String of(String text, String field) {
        String name = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                .strip();
        Matcher unseen = UNSEEN.matcher(name);
        if (unseen.find()) {
            throw new Rejected(
                    "E-PERSON",
                    "姓名中有看不见的字符 U+%04X，请重新输入姓名".formatted(name.codePointAt(unseen.start())),
                    Place.field(field));
        }
        return SPREAD.matcher(name).replaceAll("");
    }
}
