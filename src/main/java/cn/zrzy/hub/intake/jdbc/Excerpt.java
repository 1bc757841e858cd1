package cn.zrzy.hub.intake.jdbc;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.PlainText;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What a page may show of a broken row (原始行摘录). Broken identity numbers are personal data as much as good ones, so any
 * free-standing run of 15–18 digits loses its middle, whatever its check digit; mobile numbers likewise. Good ones are
 * hidden wherever they stand.
 */
final class Excerpt {

    private static final Pattern ID =
            Pattern.compile("(?<![0-9A-Za-z])([0-9]{6})[0-9]{7,10}([0-9][0-9Xx])(?![0-9A-Za-z])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z])(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9A-Za-z])");
    private static final int LONGEST = 2000;

    private Excerpt() {}

    static String of(byte[] original) {
        String text = Masking.text(Normalizer.normalize(decode(original), Normalizer.Form.NFKC));
        String masked =
                MOBILE.matcher(ID.matcher(text).replaceAll("$1********$2")).replaceAll("$1****$2");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }

    private static String decode(byte[] bytes) {
        return PlainText.utf8(bytes).orElseGet(() -> new String(bytes, Charset.forName("GB18030")));
    }
}
