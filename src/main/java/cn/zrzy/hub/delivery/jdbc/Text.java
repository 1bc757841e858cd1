package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text of strangers, made fit for a text column. */
final class Text {

    private Text() {}

    /** The bytes as text, or in Base64 when they are none: other control characters than tab, CR, LF stand in no text. */
    static String of(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                return Base64.getEncoder().encodeToString(bytes);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** PostgreSQL has no NUL in text; what a partner sends may have. */
    static String storable(String text) {
        if (text == null) {
            return "";
        }
        String clean = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return clean.length() <= Answer.LIMIT ? clean : clean.substring(0, Answer.LIMIT);
    }
}
