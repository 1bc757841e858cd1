package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Moments as the evidence writes them (北京时间、整秒): in one zone and without a fraction, whatever offset a sender used. */
final class BeijingTime {

    private BeijingTime() {}

    /** The present second, in the zone of the hub's clock. */
    static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    static OffsetDateTime of(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Beijing.ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    static LocalDate date(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Beijing.ZONE).toLocalDate();
    }
}
