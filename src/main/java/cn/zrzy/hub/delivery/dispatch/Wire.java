package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What came back on the wire (对方应答), bounded and read.
 *
 * @param unreadable its bytes where they are no UTF-8; null where the text is all of it
 * @param cut it was longer than the limit
 */
public record Wire(String text, byte[] unreadable, boolean cut) {

    /** @param contentType says in which charset it is written; null where the transport has no such thing */
    public static Wire read(InputStream body, String contentType) {
        byte[] all = bytes(body);
        boolean cut = all.length > Answer.LIMIT;
        byte[] bytes = cut ? Arrays.copyOf(all, Answer.LIMIT) : all;
        String text = cut ? new String(bytes, StandardCharsets.UTF_8) : Text.of(bytes, contentType);
        return new Wire(text, PlainText.utf8(bytes).isPresent() ? null : bytes, cut);
    }

    private static byte[] bytes(InputStream body) {
        if (body == null) {
            return new byte[0];
        }
        try (body) {
            return body.readNBytes(Answer.LIMIT + 1);
        } catch (IOException e) {
            throw new AnswerLost("应答读到一半中断", e);
        }
    }
}
