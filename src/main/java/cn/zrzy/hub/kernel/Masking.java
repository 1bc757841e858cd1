package cn.zrzy.hub.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides personal data (个人信息遮盖) wherever text leaves for a log or a page; PIPL §51. */
public final class Masking {

    private static final Pattern ID = Pattern.compile(
            "(?<![0-9A-Za-z])([0-9]{6})(?:18|19|20)[0-9]{2}[01][0-9][0-3][0-9][0-9]{2}([0-9][0-9Xx])(?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])");

    /** Two to four Han characters, or with a middle dot: a person's name, unless it ends as firms and bodies do. */
    private static final Pattern SHORT = Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHan}]{1,10}·[\\p{IsHan}]{1,10}");

    private static final Pattern BODY = Pattern.compile(".*(公司|集团|局|院|厂|社|中心|所|站|队|镇|乡|村|县|区|市|矿|会|校|店|行|部)");

    private Masking() {}

    /** First 6 and last 2 characters stay: 411002**********66. A value too short to be one is hidden whole. */
    public static String id(String value) {
        if (value == null || value.length() < 15) {
            return "******";
        }
        return value.substring(0, 6) + "*".repeat(value.length() - 8) + value.substring(value.length() - 2);
    }

    /** 赵* : the family name stays. */
    public static String name(String value) {
        return value == null || value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1)) + "*";
    }

    /** 公示用名 of whoever is inspected: firms and bodies in full, a person by family name. */
    public static String party(String value) {
        boolean person = SHORT.matcher(value).matches() && !BODY.matcher(value).matches();
        return person ? name(value) : text(value);
    }

    /** The same where the subject's id tells a natural person ({@code ZR:…}), whatever the name looks like. */
    public static String party(String id, String value) {
        return id.startsWith("ZR:") ? name(value) : party(value);
    }

    /** Every 18-digit identity number and mobile number inside free text. */
    public static String text(String text) {
        if (text == null) {
            return "";
        }
        Matcher ids = ID.matcher(text);
        String withoutIds = ids.replaceAll("$1**********$2");
        return MOBILE.matcher(withoutIds).replaceAll("$1****$2");
    }
}
