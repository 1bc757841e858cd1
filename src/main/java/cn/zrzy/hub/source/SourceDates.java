package cn.zrzy.hub.source;

import cn.zrzy.hub.kernel.Beijing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the shapes that sources really send (日期写法): 2024-01-05, 2024.1.5, 2024/1/5 0:00:00, 2024年1月5日, 20240105,
 * Excel serials, RFC 3339 instants. An instant names its offset, and its day is the day in Beijing: systems send a local
 * midnight as 16:00 UTC of the day before.
 */
final class SourceDates {

    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:[-./]|年)([0-9]{1,2})(?:[-./]|月)([0-9]{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    /** The sign between day and hour is needed: without it 2024-1-15 0:00 could be the first at 50:00. */
    private static final Pattern MOMENT =
            Pattern.compile("([0-9]{4} ?(?:[-./]|年) ?[0-9]{1,2} ?(?:[-./]|月) ?[0-9]{1,2})(?: ?日 ?| ?T ?| )"
                    + "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)? ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?");

    /** 20000–79999 are the days from 1954 to 2119; other numbers of five digits are more likely no dates at all. */
    private static final Pattern SERIAL = Pattern.compile("([2-7][0-9]{4})(?:\\.[0-9]+)?");

    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

    private SourceDates() {}

    /** @return empty when the value is no date between 1949 and 2199 */
    static Optional<LocalDate> parse(String value) {
        try {
            LocalDate date = date(value);
            return date == null || date.getYear() < 1949 || date.getYear() > 2199
                    ? Optional.empty()
                    : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty(); // 2026-02-30, 0000-00-00
        }
    }

    private static LocalDate date(String value) {
        String code = Words.code(value);
        LocalDate day = day(code);
        if (day != null) {
            return day;
        }
        Matcher moment = MOMENT.matcher(Words.spaced(value));
        if (moment.matches()) {
            return beijing(day(Words.code(moment.group(1))), time(moment), moment.group(5));
        }
        Matcher serial = SERIAL.matcher(code);
        return serial.matches() ? EXCEL_ZERO.plusDays(Long.parseLong(serial.group(1))) : null;
    }

    private static LocalDate day(String code) {
        Matcher parts = DAY.matcher(code);
        if (!parts.matches() && !(parts = COMPACT.matcher(code)).matches()) {
            return null;
        }
        return LocalDate.of(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static LocalTime time(Matcher moment) {
        int second = moment.group(4) == null ? 0 : Integer.parseInt(moment.group(4));
        return LocalTime.of(Integer.parseInt(moment.group(2)), Integer.parseInt(moment.group(3)), second);
    }

    private static LocalDate beijing(LocalDate day, LocalTime time, String offsetOrNull) {
        return offsetOrNull == null
                ? day
                : OffsetDateTime.of(day, time, ZoneOffset.of(offsetOrNull))
                        .atZoneSameInstant(Beijing.ZONE)
                        .toLocalDate();
    }
}
