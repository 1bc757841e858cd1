package cn.zrzy.hub.draw.canon;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the bundle writes them: Beijing time to the second, so that text order is time order. */
public final class Stamps {

    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private Stamps() {}

    public static String text(OffsetDateTime time) {
        return time == null ? "" : SHAPE.format(time.withOffsetSameInstant(ZoneOffset.ofHours(8)));
    }

    public static OffsetDateTime time(Object text) {
        return "".equals(text) ? null : OffsetDateTime.parse((String) text, SHAPE);
    }

    /** Strictly before, to the second, as a verifier will compare it. */
    public static boolean before(OffsetDateTime a, OffsetDateTime b) {
        return text(a).compareTo(text(b)) < 0;
    }
}
