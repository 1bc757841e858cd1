package cn.zrzy.hub.partner;

import cn.zrzy.hub.kernel.AnswerLost;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Times that partners write (对方时间). */
public final class Times {

    private Times() {}

    /** @throws AnswerLost when a receipt's time cannot be read; a receipt without a time proves nothing about terms */
    public static OffsetDateTime of(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new AnswerLost("回执时间读不懂：" + (text.length() > 40 ? text.substring(0, 40) : text));
        }
    }
}
