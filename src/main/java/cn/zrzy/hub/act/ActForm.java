package cn.zrzy.hub.act;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What each order must say before anything is done (处置单核对). */
@Component
public class ActForm {

    private static final int LONGEST_REASON = 200;

    /** Longer than this nothing is stopped by one press; who wants more looks again. */
    private static final Duration LONGEST_STOP = Duration.ofDays(7);

    private final Clock clock;

    ActForm(Clock clock) {
        this.clock = clock;
    }

    /** @throws Rejected E-ACT-REASON, E-ACT-UNTIL, E-ACT-NUMBER, E-WINDOW-TERM */
    Press read(Act act, ActOrder order, Acting who) {
        return new Press(
                who.who(),
                reason(order.reason()),
                act.wants() == Act.Wants.UNTIL ? until(order.until()) : null,
                act.wants() == Act.Wants.NUMBER ? number(order.number()) : "",
                act.wants() == Act.Wants.WINDOW ? TermForm.read(order, OffsetDateTime.now(clock)) : null);
    }

    public static String reason(String reason) {
        Rejected.unless(
                !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                "E-ACT-REASON",
                "须写明理由，不超过 " + LONGEST_REASON + " 字",
                "reason");
        return reason;
    }

    public static String number(String number) {
        Rejected.unless(!number.isEmpty() && number.length() <= 100, "E-ACT-NUMBER", "须填写对方给的文号", "number");
        return number;
    }

    private OffsetDateTime until(String text) {
        OffsetDateTime until;
        try {
            until = OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new Rejected("E-ACT-UNTIL", "须写自动恢复时间，带时区，如 2026-11-24T06:00:00+08:00", Place.field("until"));
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Rejected.unless(
                until.isAfter(now) && !until.isAfter(now.plus(LONGEST_STOP)),
                "E-ACT-UNTIL",
                "自动恢复时间须在将来，最多 " + LONGEST_STOP.toDays() + " 天以内",
                "until");
        return until;
    }
}
