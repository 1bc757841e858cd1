package cn.zrzy.sandbox.kit;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** 时间戳: the agency's own wall clock, to the second, with its zone. */
public final class Stamp {

    private Stamp() {}

    public static String now() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.now(Options.ZONE).truncatedTo(ChronoUnit.SECONDS));
    }

    public static int year() {
        return OffsetDateTime.now(Options.ZONE).getYear();
    }

    /** Such as 20261123. */
    public static String day() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                OffsetDateTime.now(Options.ZONE).toLocalDate());
    }
}
