package cn.zrzy.hub.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;

/** 居民身份证号, GB 11643-1999: 6 region, 8 birth date, 3 sequence, 1 check. Never printed in full. */
public record CitizenId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @throws Rejected E-CITIZEN-ID when the length, a digit, the birth date or the check is wrong */
    public CitizenId {
        String fault = fault(value);
        if (!fault.isEmpty()) {
            throw new Rejected("E-CITIZEN-ID", "居民身份证号" + fault, Place.field("身份证号"));
        }
    }

    public static boolean valid(String value) {
        return fault(value).isEmpty();
    }

    private static String fault(String value) {
        if (value == null || !value.matches("[0-9]{17}[0-9X]")) {
            return value != null && value.matches("[0-9]{15}") ? "为15位旧号，须由来源单位升位" : "应为17位数字加1位校验码";
        }
        try {
            LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14)));
        } catch (DateTimeException e) {
            return "中的出生日期不存在";
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return value.charAt(17) == CHECKS.charAt(sum % 11) ? "" : "校验位错误";
    }

    @Override
    public String toString() {
        return Masking.id(value);
    }
}
