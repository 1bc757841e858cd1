package cn.zrzy.hub.draw.canon;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;

/** Refusals of the draw: a stable code, a Chinese sentence, the place. docs/draw/refusals.md lists them. */
public final class Refusal {

    private Refusal() {}

    public static Rejected of(String code, String sentence) {
        return new Rejected(code, sentence);
    }

    public static Rejected field(String code, String sentence, String field) {
        return new Rejected(code, sentence, Place.field(field));
    }

    public static Rejected at(String code, String sentence, String source, int column) {
        return new Rejected(code, sentence, new Place(source, 0, column, ""));
    }

    /** A record of a pool: which file, which record from 1, which field. */
    public static Rejected record(String code, String sentence, String source, int index, String field) {
        return new Rejected(code, sentence, new Place(source, index + 1L, 0, field));
    }
}
