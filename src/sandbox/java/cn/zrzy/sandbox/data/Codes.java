package cn.zrzy.sandbox.data;

/** 校验码: check characters of 统一社会信用代码 (GB 32100), 组织机构代码 (GB 11714) and 身份证号 (GB 11643). */
public final class Codes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CITIZEN = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Codes() {}

    /** @param head two letters of class, six digits of county; @param organisation eight characters */
    public static String creditCode(String head, String organisation) {
        String first = head + organisation + organisationCheck(organisation);
        return first + creditCheck(first);
    }

    public static boolean creditCodeHolds(String code) {
        return code.matches("[0-9A-HJ-NPQRTUWXY]{18}") && creditCheck(code.substring(0, 17)) == code.charAt(17);
    }

    private static char creditCheck(String first) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    /** @param first seventeen digits */
    public static char citizenCheck(String first) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first.charAt(i) - '0') * CITIZEN[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** A number in the 31-letter alphabet, padded to the width. */
    public static String base31(long number, int width) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; text.length() < width; rest /= 31) {
            text.append(ALPHABET.charAt((int) (rest % 31)));
        }
        return text.reverse().toString();
    }
}
