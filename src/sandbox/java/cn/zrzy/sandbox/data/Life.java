package cn.zrzy.sandbox.data;

import java.time.LocalDate;

/**
 * 逐日变化: what has become of a row by a date.
 *
 * @param present whether the source still (or already) shows it
 * @param version how often it changed since the base day
 * @param changed the day of the last change; null when none
 * @param ended whether it was cancelled or retired
 */
public record Life(boolean present, int version, LocalDate changed, boolean ended) {

    /** The city as first counted; earlier dates look the same. */
    public static final LocalDate BASE = LocalDate.of(2026, 11, 23);

    /** How restless a feed is: changes in a thousand rows a day, new rows a day per thousand. */
    public record Pace(int changes, int births) {}

    /** The row numbers that exist on a date, whether or not still present. */
    static int count(int size, Pace pace, LocalDate date) {
        long days = Math.max(0, date.toEpochDay() - BASE.toEpochDay());
        return (int) (size + days * size * pace.births() / 1000);
    }

    static Life of(String feed, int row, int size, Pace pace, LocalDate date) {
        long day = BASE.toEpochDay() + 1;
        if (row >= size) {
            // Born on the first day whose count includes it.
            long perDay = Math.max(1, (long) size * pace.births());
            day += ((row - size + 1L) * 1000 + perDay - 1) / perDay;
        }
        int version = 0;
        LocalDate changed = row >= size ? LocalDate.ofEpochDay(day - 1) : null;
        boolean ended = false;
        for (; day <= date.toEpochDay() && !ended; day++) {
            long throwing = Dice.hash(feed, row, day);
            if (Long.remainderUnsigned(throwing, 1000) < pace.changes()) {
                int kind = (int) Long.remainderUnsigned(throwing >>> 20, 10);
                if (kind == 0 && !pinned(row)) {
                    return new Life(false, version, LocalDate.ofEpochDay(day), true);
                }
                version++;
                changed = LocalDate.ofEpochDay(day);
                ended = kind <= 2 && !pinned(row);
            }
        }
        return new Life(true, version, changed, ended);
    }

    /** A dirty row, and the one before it that it may copy, stay for good, so that the truth can be counted. */
    private static boolean pinned(int row) {
        return Dirt.hits(row) || Dirt.hits(row + 1);
    }
}
