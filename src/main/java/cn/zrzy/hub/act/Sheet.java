package cn.zrzy.hub.act;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 预览单: a preview as a person reads it, through whatever door, in the reader's language.
 *
 * @param title the act's name
 * @param wants NOTHING, UNTIL, WINDOW or NUMBER
 * @param follows sentence: what will happen
 * @param seen how it stands now; goes back with the order, so that nobody acts on what has changed since
 * @param until proposed end; null when the act stops nothing
 * @param barredCode why it may not be done now, empty when it may; {@code barred} is its sentence
 */
public record Sheet(
        String act,
        String target,
        String title,
        String of,
        String thing,
        String wants,
        String follows,
        String seen,
        long count,
        List<Item> items,
        @Nullable OffsetDateTime until,
        @Nullable Bar bar) {

    /** @param has what the partner has of it, or how it stands */
    public record Item(String id, String what, String has) {}

    /** @param code empty when nothing bars it */
    public record Bar(String code, String sentence) {}

    /** It may be pressed. */
    public boolean mayPress() {
        return bar.code().isEmpty();
    }
}
