package cn.zrzy.hub.inspection;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** 文号: 许资规罚决〔2026〕7号 and 许资规罚决[2026] 7 号 are one number; what people type differs by width, brackets and blanks. */
final class DocumentNo {

    private static final Pattern OPENING = Pattern.compile("[\\[(【﹝［（]");
    private static final Pattern CLOSING = Pattern.compile("[\\])】﹞］）]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

    private DocumentNo() {}

    static String plain(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String bracketed =
                CLOSING.matcher(OPENING.matcher(folded).replaceAll("〔")).replaceAll("〕");
        return BLANK.matcher(bracketed).replaceAll("");
    }
}
