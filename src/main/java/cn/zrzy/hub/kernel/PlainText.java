package cn.zrzy.hub.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Text that a page can show and a database can keep (可显示的文字). No door takes other text: a NUL cannot be stored, half a
 * surrogate pair cannot be written as UTF-8, and a control character shows another thing than it is.
 */
public final class PlainText {

    private PlainText() {}

    /** UTF-8 (RFC 3629), {@link #strictly}. */
    public static Optional<String> utf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8);
    }

    /** Bytes that the charset does not know are no text, and nothing is put in their place. */
    public static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    public static boolean shows(String text) {
        return unseen(text).isEmpty();
    }

    /** First code point that cannot be shown. */
    public static OptionalInt unseen(String text) {
        return text.codePoints().filter(PlainText::odd).findFirst();
    }

    /**
     * For the trail and the log, which must tell of bad text too.
     *
     * @param most code points that stay; what is longer ends in …
     */
    public static String cleaned(String text, int most) {
        StringBuilder clean = new StringBuilder();
        int count = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (++count > most) {
                return clean.substring(0, clean.offsetByCodePoints(clean.length(), -1)) + "…";
            }
            int point = text.codePointAt(at);
            clean.appendCodePoint(odd(point) ? '\uFFFD' : point);
        }
        return clean.toString();
    }

    /** Control characters but tab and line ends, lone surrogates, and what Unicode says is no character (§23.7). */
    private static boolean odd(int point) {
        boolean layout = point == '\t' || point == '\n' || point == '\r';
        boolean none = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        return Character.getType(point) == Character.CONTROL && !layout
                || Character.getType(point) == Character.SURROGATE
                || none;
    }
}
