package cn.zrzy.hub.partner;

import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Beijing;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times that partners write (对方时间). */
public final class Times {

    /** RFC 3339, whose offset many systems leave out: they are all in one time zone (GB/T 7408.1). */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-M-d'T'H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX]", Locale.ROOT);

    private Times() {}

    /**
     * A time without an offset is Beijing's.
     *
     * @throws AnswerLost when a receipt's time cannot be read; a receipt without a time proves nothing about terms
     */
    public static OffsetDateTime of(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return loosely(text);
        }
    }

    private static OffsetDateTime loosely(String text) {
        String written = text.strip().replace('/', '-').replaceFirst("(?<=[0-9]) +(?=[0-9])", "T");
        try {
            TemporalAccessor moment = MOMENT.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            return moment instanceof OffsetDateTime exact
                    ? exact
                    : ((LocalDateTime) moment).atZone(Beijing.ZONE).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new AnswerLost("回执时间读不懂：" + (text.length() > 40 ? text.substring(0, 40) : text));
        }
    }
}
