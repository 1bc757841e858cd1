package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.Answer;

/** Text of strangers, made fit for a text column. */
final class Text {

    private Text() {}

    /** PostgreSQL has no NUL in text; what a partner sends may have. */
    static String storable(String text) {
        if (text == null) {
            return "";
        }
        String clean = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return clean.length() <= Answer.LIMIT ? clean : clean.substring(0, Answer.LIMIT);
    }
}
