package cn.zrzy.hub.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in the shapes that sources really send (日期写法): 2024-01-05, 2024.1.5, 2024/1/5, 2024年1月5日, 20240105, Excel serials. */
final class SourceDates {

    private static final Pattern PARTS =
            Pattern.compile("([0-9]{4})(?:[-./]|年)([0-9]{1,2})(?:[-./]|月)([0-9]{1,2})日?(?:T?[0-9]{2}:[0-9]{2}.*)?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    /** 20000–79999 are the days from 1954 to 2119; other numbers of five digits are more likely no dates at all. */
    private static final Pattern SERIAL = Pattern.compile("([2-7][0-9]{4})(?:\\.[0-9]+)?");

    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

    private SourceDates() {}

    /** @param code the value in its normal form; empty when it is no date between 1949 and 2199 */
    static Optional<LocalDate> parse(String code) {
        try {
            LocalDate date = date(code);
            return date == null || date.getYear() < 1949 || date.getYear() > 2199
                    ? Optional.empty()
                    : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty(); // 2026-02-30, 0000-00-00
        }
    }

    private static LocalDate date(String code) {
        Matcher parts = PARTS.matcher(code);
        if (parts.matches() || (parts = COMPACT.matcher(code)).matches()) {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        }
        Matcher serial = SERIAL.matcher(code);
        return serial.matches() ? EXCEL_ZERO.plusDays(Long.parseLong(serial.group(1))) : null;
    }
}
