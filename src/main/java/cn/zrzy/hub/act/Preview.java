package cn.zrzy.hub.act;

import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What an act would touch and what would follow (预览).
 *
 * @param thing name of what it is done to; a resolvable where the bundle has a word for it
 * @param standing how that stands now: what the trail keeps as before and after, and what two people can differ in
 * @param count how many things are touched
 * @param words fill the sentence {@code act.<name>.follows}
 * @param lines which things, the first of them, each with what the partner already has
 * @param until proposed end; null when the act stops nothing
 * @param bar why it may not be pressed now; null when it may
 */
public record Preview(
        Object thing,
        String standing,
        long count,
        List<Object> words,
        List<Line> lines,
        OffsetDateTime until,
        Rejected bar) {

    /**
     * @param has what the partner has of it, or how it stands, in words of the bundle
     */
    public record Line(String id, String what, Object has) {}

    public static Preview of(Object thing, String standing, List<Object> words) {
        return new Preview(thing, standing, 1, words, List.of(), null, null);
    }

    public Preview until(OffsetDateTime proposed) {
        return new Preview(thing, standing, count, words, lines, proposed, bar);
    }

    public Preview listing(long touched, List<Line> first) {
        return new Preview(thing, standing, touched, words, first, until, bar);
    }

    public Preview unless(boolean may, String code, String sentence) {
        return may || bar != null
                ? this
                : new Preview(thing, standing, count, words, lines, until, new Rejected(code, sentence));
    }
}
