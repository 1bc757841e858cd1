package cn.zrzy.hub.act.partner;

import cn.zrzy.hub.act.ActWords;
import cn.zrzy.hub.delivery.Halt;
import cn.zrzy.hub.delivery.KeyCheck;
import cn.zrzy.hub.delivery.KeyChecks;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.delivery.window.Window;
import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.kernel.Beijing;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * What keeps a partner closed just now (停送): keys that were not compared, a person's pause, windows of its calendar, and often
 * more than one of them. A preview promises that something goes to it at once only when nothing else does.
 */
@Component
public class Closings {

    private final Pauses pauses;
    private final Windows windows;
    private final KeyChecks keys;

    Closings(Pauses pauses, Windows windows, KeyChecks keys) {
        this.pauses = pauses;
        this.windows = windows;
        this.keys = keys;
    }

    /** @param window its number, 0 when it is something else @param until null when nobody knows */
    private record Closing(Halt by, long window, @Nullable OffsetDateTime until) {}

    /** When what is set going now begins. */
    public MessageSourceResolvable beginning(String partner) {
        return said(partner, closing -> true, "act.begins.NONE");
    }

    /** When sending goes on once the pause is ended. */
    MessageSourceResolvable withoutPause(String partner) {
        return said(partner, closing -> closing.by() != Halt.PAUSED, "act.begins.NONE");
    }

    /** When sending goes on once this window is off the calendar; it need not be open. */
    MessageSourceResolvable without(Window window) {
        boolean open = all(window.partner()).stream().anyMatch(closing -> closing.window() == window.no());
        return said(
                window.partner(),
                closing -> closing.window() != window.no(),
                open ? "act.begins.NONE" : "act.begins.AS-EVER");
    }

    private MessageSourceResolvable said(String partner, Predicate<Closing> counts, String none) {
        return all(partner).stream()
                .filter(counts)
                .max(Comparator.comparing(Closing::until, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(closing -> ActWords.word("act.begins." + closing.by(), moment(closing.until())))
                .orElseGet(() -> ActWords.word(none));
    }

    private List<Closing> all(String partner) {
        List<Closing> all = new ArrayList<>();
        keys.standing().stream()
                .filter(check -> check.partner().equals(partner) && check.holding())
                .map(KeyCheck::partner)
                .forEach(held -> all.add(new Closing(Halt.KEYS, 0, null)));
        pauses.of(partner).ifPresent(pause -> all.add(new Closing(Halt.PAUSED, 0, pause.until())));
        windows.open(partner).forEach(open -> all.add(new Closing(Halt.WINDOW, open.no(), open.until())));
        return all;
    }

    private static String moment(@Nullable OffsetDateTime until) {
        return until == null ? "" : Beijing.shortly(until);
    }
}
