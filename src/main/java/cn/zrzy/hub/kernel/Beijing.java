package cn.zrzy.hub.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** 北京时间: the one zone in which the bureau, its partners and the law count days (GB/T 7408.1). */
public final class Beijing {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private Beijing() {}

    public static OffsetDateTime of(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }

    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }

    /** The first moment after the present one at which clocks show this. */
    public static OffsetDateTime next(LocalTime time, Clock clock) {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? today : today.plusDays(1)).toOffsetDateTime();
    }

    /** As a sentence about these days says it: {@code 11-28 06:00}. */
    public static String shortly(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).format(SHORT);
    }

    public static LocalDate date(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toLocalDate();
    }

    /** The present moment as PostgreSQL keeps it, to the microsecond: a finer one would compare unequal to what was stored. */
    public static Instant moment(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The present second (整秒), as the evidence writes it. */
    public static OffsetDateTime second(Clock clock) {
        return second(OffsetDateTime.now(clock));
    }

    /** A moment as the evidence writes it: in one zone and without a fraction, whatever offset a sender used. */
    public static OffsetDateTime second(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }
}
