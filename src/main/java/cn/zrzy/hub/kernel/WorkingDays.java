package cn.zrzy.hub.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Working-day calendar (工作日历) after the State Council's yearly holiday notices. The day of the event is not counted and
 * day n is the due day. A span that touches a year without a notice is provisional (暂定), never silently guessed.
 */
public final class WorkingDays {

    private final Set<Integer> knownYears;
    private final Map<LocalDate, Boolean> exceptions;
    private final String version;

    /**
     * @param knownYears years for which the State Council's notice is loaded
     * @param exceptions date → true when it is off (放假), false when it is a make-up working day (调休上班)
     * @param version digest of the loaded files, kept beside each stored deadline
     */
    public WorkingDays(Set<Integer> knownYears, Map<LocalDate, Boolean> exceptions, String version) {
        this.knownYears = Set.copyOf(knownYears);
        this.exceptions = new TreeMap<>(exceptions);
        this.version = version;
    }

    /** @param provisional true when a day of the span lies in a year whose notice is not known yet */
    public record Due(LocalDate date, boolean provisional) {}

    public Due after(LocalDate event, int workingDays) {
        LocalDate day = event;
        boolean provisional = false;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !knownYears.contains(day.getYear());
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new Due(day, provisional);
    }

    public boolean isWorkingDay(LocalDate day) {
        Boolean off = exceptions.get(day);
        if (off != null) {
            return !off;
        }
        if (!knownYears.contains(day.getYear()) && day.getMonthValue() == 1 && day.getDayOfMonth() == 1) {
            return false; // 元旦 is statutory in every year
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    public String version() {
        return version;
    }
}
