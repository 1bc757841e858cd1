package cn.zrzy.hub.console;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 时刻: writes moments for pages, Beijing time, 24 hours, in the reader's language. */
@Component("times")
public class Times {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Clock clock;
    private final MessageSource messages;

    Times(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    public Instant now() {
        return clock.instant();
    }

    /** 01:22 today, 11-23 01:22 on another day, – for none. */
    public String brief(Object moment) {
        if (moment == null) {
            return "–";
        }
        ZonedDateTime at = beijing(moment);
        boolean today = at.toLocalDate().equals(now().atZone(Beijing.ZONE).toLocalDate());
        return at.format(today ? MINUTES : DAY);
    }

    public String seconds(Object moment) {
        return moment == null ? "–" : beijing(moment).format(SECONDS);
    }

    public String millis(Object moment) {
        return moment == null ? "–" : beijing(moment).format(MILLIS);
    }

    public String full(Object moment) {
        return moment == null ? "–" : beijing(moment).format(FULL);
    }

    /** How long ago, in the two largest units. */
    public String since(Object moment) {
        return moment == null ? "–" : words(Duration.between(beijing(moment), now().atZone(Beijing.ZONE)));
    }

    /** How long until, or by how much it is over. */
    public String until(Object moment) {
        if (moment == null) {
            return "–";
        }
        Duration left = Duration.between(now().atZone(Beijing.ZONE), beijing(moment));
        return left.isNegative() ? say("duration.over", words(left.abs())) : words(left);
    }

    /** 00:43 or 10:02:11 until that moment, for a clock that a script lets run; 00:00 when it is over. */
    public String countdown(Object moment) {
        long left = Math.max(0, Duration.between(now(), beijing(moment)).toSeconds());
        String minutes = "%02d:%02d".formatted(left / 60 % 60, left % 60);
        return left < 3600 ? minutes : "%02d:".formatted(left / 3600) + minutes;
    }

    /** 310 ms, 2.4 s, 3 分 5 秒. */
    public String took(Object from, Object to) {
        if (from == null || to == null) {
            return "–";
        }
        Duration took = Duration.between(beijing(from), beijing(to));
        if (took.toMillis() < 1000) {
            return took.toMillis() + " ms";
        }
        return took.toSeconds() < 60 ? "%.1f s".formatted(took.toMillis() / 1000.0) : words(took);
    }

    /** 12 s, 3 分 5 秒. */
    public String lasting(Duration duration) {
        return duration.toSeconds() < 60 ? duration.toSeconds() + " s" : words(duration);
    }

    private String words(Duration duration) {
        Duration d = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        if (d.toDays() > 0) {
            return sign + say("duration.days", d.toDays(), d.toHoursPart());
        }
        if (d.toHours() > 0) {
            return sign + say("duration.hours", d.toHours(), d.toMinutesPart());
        }
        return sign + say("duration.minutes", d.toMinutes(), d.toSecondsPart());
    }

    private String say(String key, Object... numbers) {
        return messages.getMessage(key, numbers, LocaleContextHolder.getLocale());
    }

    static ZonedDateTime beijing(Object moment) {
        if (moment instanceof OffsetDateTime at) {
            return at.atZoneSameInstant(Beijing.ZONE);
        }
        return ((Instant) moment).atZone(Beijing.ZONE);
    }
}
