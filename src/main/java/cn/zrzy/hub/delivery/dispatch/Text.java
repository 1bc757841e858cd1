package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.kernel.PlainText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of strangers, made fit for a text column. */
public final class Text {

    /** What GBK and GB2312 are parts of. */
    private static final Charset GB = Charset.forName("GB18030");

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9_.:-]{1,40})");

    private Text() {}

    /** Ours, or whatever says nothing of its characters. */
    public static String of(byte[] bytes) {
        return of(bytes, "");
    }

    /**
     * The bytes as text, or in Base64 when they are none: other control characters than tab, CR, LF stand in no text. Read
     * by the charset that the answer declares; where it declares none, or a wrong one, as UTF-8, else as GB18030.
     */
    public static String of(byte[] bytes, String contentType) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                return Base64.getEncoder().encodeToString(bytes);
            }
        }
        return declared(contentType)
                .flatMap(charset -> PlainText.strictly(bytes, charset))
                .or(() -> PlainText.utf8(bytes))
                .or(() -> PlainText.strictly(bytes, GB))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<Charset> declared(String contentType) {
        Matcher name = CHARSET.matcher(contentType == null ? "" : contentType.toLowerCase(Locale.ROOT));
        if (!name.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(name.group(1).startsWith("gb") ? GB : Charset.forName(name.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no charset of that name
        }
    }

    /** PostgreSQL has no NUL in text; what a partner sends may have. */
    public static String storable(String text) {
        if (text == null) {
            return "";
        }
        String clean = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return clean.length() <= Answer.LIMIT ? clean : clean.substring(0, Answer.LIMIT);
    }
}
