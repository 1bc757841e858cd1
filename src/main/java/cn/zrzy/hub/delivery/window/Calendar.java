package cn.zrzy.hub.delivery.window;

import cn.zrzy.hub.kernel.Rejected;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** All that stands for one partner (停机日历): what each window may be alone, all of them together may not exceed. */
public final class Calendar {

    private static final int DAY = (int) Duration.ofDays(1).toMinutes();
    private static final int WEEK = 7 * DAY;

    private final List<Term> standing;

    public Calendar(List<Window> standing) {
        this.standing = standing.stream().map(Window::term).toList();
    }

    /** @throws Rejected E-WINDOW-TERM when it stands already, or when with it the partner would hardly be sent to any more */
    public void admit(Term more, OffsetDateTime now) {
        Rejected.unless(
                standing.stream().noneMatch(term -> term.said().equals(more.said())),
                "E-WINDOW-TERM",
                "这个停机窗口已经登记过，不用再登记",
                "begins");
        List<Term> all = new ArrayList<>(standing);
        all.add(more);
        if (more.weekly()) {
            Rejected.unless(
                    minutesOfEachWeek(all) <= Term.MOST_OF_A_WEEK.toMinutes(),
                    "E-WINDOW-TERM",
                    "连同已登记的，每周停机超过 " + Term.MOST_OF_A_WEEK.toHours() + " 小时，等于不报送；请先撤销不用的窗口",
                    "ends");
        } else {
            Rejected.unless(
                    !tooLongAtOnce(all, now),
                    "E-WINDOW-TERM",
                    "连同前后相接的，一次停机超过 " + Term.LONGEST_ONCE.toDays() + " 天；更长的到时再登记一次",
                    "ends");
        }
    }

    /** What two of them share counts once; one that goes over Sunday's midnight goes on on Monday. */
    private static long minutesOfEachWeek(List<Term> terms) {
        BitSet away = new BitSet(WEEK);
        for (Term term : terms) {
            term.days().chars().map(day -> (day - '1') * DAY).forEach(midnight -> {
                int begins = midnight + minute(term.begins());
                int ends = begins + (int) term.lasts().toMinutes();
                away.set(begins, Math.min(ends, WEEK));
                away.set(0, Math.max(ends - WEEK, 0));
            });
        }
        return away.cardinality();
    }

    /** Those that touch are one; what of it has gone by is not counted, so that a long one can be gone on with when it is time. */
    private static boolean tooLongAtOnce(List<Term> terms, OffsetDateTime now) {
        OffsetDateTime from = OffsetDateTime.MIN;
        OffsetDateTime to = OffsetDateTime.MIN;
        for (Term term : terms.stream()
                .filter(one -> !one.weekly())
                .sorted(Comparator.comparing(Term::startsAt))
                .toList()) {
            from = term.startsAt().isAfter(to) ? later(term.startsAt(), now) : from;
            to = later(term.endsAt(), to);
            if (to.isAfter(from.plus(Term.LONGEST_ONCE))) {
                return true;
            }
        }
        return false;
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static int minute(LocalTime of) {
        return of.toSecondOfDay() / 60;
    }
}
