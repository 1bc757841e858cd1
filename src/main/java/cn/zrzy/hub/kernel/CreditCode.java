package cn.zrzy.hub.kernel;

/**
 * 统一社会信用代码, GB 32100-2015: 17 characters of a 31-letter alphabet (no I O Z S V) and a check character.
 * Characters 9–17 hold the organisation code of GB 11714 with a check of its own.
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** @throws Rejected E-USCC when the length, a character or the check character is wrong */
    public CreditCode {
        String fault = fault(value);
        if (!fault.isEmpty()) {
            throw new Rejected("E-USCC", "统一社会信用代码" + fault, Place.field("统一社会信用代码"));
        }
    }

    public static boolean valid(String value) {
        return fault(value).isEmpty();
    }

    private static String fault(String value) {
        if (value == null || value.length() != 18) {
            return "应为18位，实为" + (value == null ? 0 : value.length()) + "位";
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int digit = ALPHABET.indexOf(value.charAt(i));
            if (digit < 0) {
                return "第" + (i + 1) + "位字符不合法";
            }
            sum += digit * WEIGHTS[i];
        }
        char check = ALPHABET.charAt((31 - sum % 31) % 31);
        return value.charAt(17) == check ? "" : "校验位错误，末位应为" + check;
    }

    @Override
    public String toString() {
        return value;
    }
}
