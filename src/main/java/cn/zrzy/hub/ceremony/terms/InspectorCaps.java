package cn.zrzy.hub.ceremony.terms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one inspector may be asked to do (任务上限); nested caps by draw, week, month and year, 0 for none. A draw has
 * one inspection window, so the caps inside it fold into one number before the freeze: with visits spread over the window
 * nobody gets more than a week's or a month's share.
 *
 * @param draw places in one draw
 * @param year places in one calendar year, over all draws
 */
public record InspectorCaps(
        @DefaultValue("40") int draw,
        @DefaultValue("0") int week,
        @DefaultValue("0") int month,
        @DefaultValue("0") int year) {

    /** @return 0..1000 places that are left for a draw with this window */
    public int of(int placesThisYear, LocalDate from, LocalDate to) {
        long cap = draw;
        if (week > 0) {
            cap = Math.min(cap, week * (ChronoUnit.DAYS.between(from, to) / 7 + 1));
        }
        if (month > 0) {
            cap = Math.min(cap, month * (ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1));
        }
        if (year > 0) {
            cap = Math.min(cap, Math.max(0, year - placesThisYear));
        }
        return (int) Math.min(1000, cap);
    }
}
