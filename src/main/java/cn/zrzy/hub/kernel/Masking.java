package cn.zrzy.hub.kernel;

import java.text.Normalizer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides personal data (个人信息遮盖) wherever text leaves for a log or a page; PIPL §51. Numbers are found as people and
 * machines write them: glued to letters, in full width, in groups, with a country code. What only looks long stays: a
 * number counts as an identity number when it begins with a province's code and holds a day of birth.
 */
public final class Masking {

    /** A digit, also in full width. */
    private static final String D = "[0-9０-９]";

    /** One blank or hyphen may stand between digits. */
    private static final String GAP = "[ \u00A0\u2007\u3000\\-－]?";

    private static final String BEFORE = "(?<!" + D + ")";
    private static final String AFTER = "(?!" + D + ")";

    /** GB/T 2260: the first two digits of a region, and four more. */
    private static final Pattern REGION = Pattern.compile("(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]).*");

    /** GB 11643-1999: region, day of birth, three digits, check digit; before 1999 without century and check digit. */
    private static final Pattern LONG_ID = Pattern.compile(BEFORE + "(?:" + D + GAP + "){17}[0-9０-９XxＸｘ]" + AFTER);

    private static final Pattern SHORT_ID = Pattern.compile(BEFORE + "(?:" + D + GAP + "){14}" + D + AFTER);
    private static final Pattern BORN =
            Pattern.compile("(?:18|19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])");

    private static final Pattern MOBILE = Pattern.compile(BEFORE + "((?:[+＋]|[0０]{2})?[8８][6６]" + GAP
            + "|[0０])?[1１][3-9３-９]" + D + GAP + D + "{4}" + GAP + D + "{4}" + AFTER);

    /** What has the form of a person's name is none when it ends as firms and bodies do. */
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
        boolean person = NaturalPersons.are(value) && !BODY.matcher(value).matches();
        return person ? NaturalPersons.masked(value) : text(value);
    }

    /** The same where the subject's id tells a natural person ({@code ZR:…}), whatever the name looks like. */
    public static String party(String id, String value) {
        return id.startsWith("ZR:") ? name(value) : party(value);
    }

    /** Every identity number and mobile number inside free text. */
    public static String text(String text) {
        if (text == null) {
            return "";
        }
        String without = replaced(LONG_ID, text, Masking::maskedId);
        without = replaced(SHORT_ID, without, Masking::maskedId);
        return replaced(MOBILE, without, Masking::maskedMobile);
    }

    /** What turns out to be another number is stepped into by one character: a real one may begin inside. */
    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> mask) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int from = 0; matcher.find(from); ) {
            String instead = mask.apply(matcher.toMatchResult());
            if (instead.isEmpty()) {
                from = matcher.start() + 1;
                continue;
            }
            masked.append(text, done, matcher.start()).append(instead);
            done = matcher.end();
            from = done;
        }
        return masked.isEmpty()
                ? text
                : masked.append(text, done, text.length()).toString();
    }

    private static String maskedId(MatchResult found) {
        String id = digits(found.group());
        String born = id.substring(6, id.length() == 18 ? 14 : 12);
        return REGION.matcher(id).matches() && BORN.matcher(born).matches() ? id(id) : "";
    }

    private static String maskedMobile(MatchResult found) {
        String country = found.group(1) == null ? "" : found.group(1);
        String number = digits(found.group().substring(country.length()));
        return country + number.substring(0, 3) + "****" + number.substring(7);
    }

    private static String digits(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[^0-9Xx]", "");
    }
}
