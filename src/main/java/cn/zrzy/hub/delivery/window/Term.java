package cn.zrzy.hub.delivery.window;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a partner is away (窗口时间): every week on some days, or once.
 *
 * @param days on which it begins, 1 Monday to 7 Sunday, in that order: {@code 67}; empty for once
 * @param begins time of day in Beijing, null for once; so is {@code ends}, which is on the next day unless it is later
 * @param startsAt null for every week; so is {@code endsAt}
 */
public record Term(
        String days,
        @Nullable LocalTime begins,
        @Nullable LocalTime ends,
        @Nullable OffsetDateTime startsAt,
        @Nullable OffsetDateTime endsAt) {

    /** A partner that is away for longer than half of each week is not sent to at all; that is no maintenance. */
    static final Duration MOST_OF_A_WEEK = Duration.ofHours(84);

    static final Duration LONGEST_ONCE = Duration.ofDays(7);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String NAMES = "一二三四五六日";
    private static final int DAYS = 7;

    public static Term weekly(String days, LocalTime begins, LocalTime ends) {
        String inOrder =
                days.chars().distinct().sorted().mapToObj(Character::toString).collect(Collectors.joining());
        return new Term(inOrder, begins, ends, null, null);
    }

    public static Term once(OffsetDateTime startsAt, OffsetDateTime endsAt) {
        return new Term("", null, null, startsAt, endsAt);
    }

    public boolean weekly() {
        return !days.isEmpty();
    }

    public boolean daily() {
        return days.length() == DAYS;
    }

    /** @throws Rejected E-WINDOW-TERM when it is over, too long or too far away */
    public void check(OffsetDateTime now) {
        if (weekly()) {
            Rejected.unless(days.matches("[1-7]+"), "E-WINDOW-TERM", "星期写 1 至 7，1 是星期一", "days");
            Rejected.unless(
                    lasts().multipliedBy(days.length()).compareTo(MOST_OF_A_WEEK) <= 0,
                    "E-WINDOW-TERM",
                    "每周停机不能超过 " + MOST_OF_A_WEEK.toHours() + " 小时，再多就等于不报送；请核对起止时间",
                    "ends");
            return;
        }
        Rejected.unless(endsAt.isAfter(startsAt), "E-WINDOW-TERM", "结束时间须晚于开始时间", "ends");
        Rejected.unless(endsAt.isAfter(now), "E-WINDOW-TERM", "这段时间已经过去", "ends");
        Rejected.unless(
                !endsAt.isAfter(startsAt.plus(LONGEST_ONCE)),
                "E-WINDOW-TERM",
                "一次停机最长 " + LONGEST_ONCE.toDays() + " 天；更长的到时再登记一次",
                "ends");
        Rejected.unless(!startsAt.isAfter(now.plus(FARTHEST)), "E-WINDOW-TERM", "只能登记一年以内的停机", "begins");
    }

    Duration lasts() {
        Duration between = Duration.between(begins, ends);
        return ends.isAfter(begins) ? between : between.plusDays(1);
    }

    /** As the trail writes it: 每天 00:00–06:00. */
    public String said() {
        if (!weekly()) {
            return moment(startsAt) + " 至 " + moment(endsAt);
        }
        String on = daily()
                ? "每天"
                : days.chars().mapToObj(day -> "周" + NAMES.charAt(day - '1')).collect(Collectors.joining("、"));
        return on + " " + begins.format(MINUTE) + "–" + ends.format(MINUTE);
    }

    private static String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(Beijing.ZONE).format(MOMENT);
    }
}
