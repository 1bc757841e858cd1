package cn.zrzy.hub.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * 待处理: one thing a person has to do, with the button that starts doing it.
 *
 * @param sign state of the thing that it is about, in the words of that kind of thing
 * @param text message key of the sentence, filled with {@code words}
 * @param since moment it began, null when unknown
 * @param dueAt moment by which it must be done, null when no clock runs
 * @param action message key of the recommended action
 * @param canWait true when nothing is lost before 08:00
 */
record Problem(
        Sign sign,
        String text,
        List<Object> words,
        Object since,
        Object dueAt,
        String action,
        String href,
        String testId,
        boolean canWait) {

    /** @param action what to press, without its prefix */
    static Problem of(
            Enum<?> state,
            String text,
            List<Object> words,
            Object since,
            Object dueAt,
            String action,
            String href,
            boolean canWait) {
        return new Problem(
                Sign.of(state), text, words, since, dueAt, "action." + action, href, text.replace('.', '-'), canWait);
    }

    /**
     * The same for the same cause, whatever its count or how near its end: by its page, and where several kinds share one, by
     * kind.
     */
    public String cause() {
        String kind = text.startsWith("concern.") ? testId : "problem";
        return kind + " " + href + (dueAt == null ? "" : " " + dueAt);
    }

    static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
