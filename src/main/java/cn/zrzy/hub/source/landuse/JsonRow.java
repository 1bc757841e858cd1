package cn.zrzy.hub.source.landuse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The fields of one row of a page (JSON 行). What RFC 8259 forbids inside a value — a raw control character, a byte that is
 * no UTF-8, NaN — is read all the same and told for its field, so that it costs its own row and not the whole feed.
 *
 * @param columns field → its place in the row, from 1
 * @param broken field → what is wrong with it
 */
record JsonRow(Map<String, String> values, Map<String, Integer> columns, Map<String, String> broken) {

    /** Stands for a byte that is no UTF-8: one byte too, so that every other byte keeps its place. */
    private static final byte SUBSTITUTE = 0x1a;

    /** RFC 8259 §6: no zero before other digits, no NaN. */
    private static final Pattern NUMBER = Pattern.compile("-?(0(?![0-9])|[1-9])");

    /** A copy in which each byte that is no UTF-8 is a control character, for which the parser does not break off. */
    static byte[] parseable(byte[] page) {
        byte[] copy = page.clone();
        ByteBuffer in = ByteBuffer.wrap(copy);
        CharBuffer out = CharBuffer.allocate(8192);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        for (CoderResult result = utf8.decode(in, out, true);
                !result.isUnderflow();
                result = utf8.decode(in, out, true)) {
            out.clear();
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    copy[in.position() + i] = SUBSTITUTE;
                }
                in.position(in.position() + result.length());
            }
        }
        return copy;
    }

    /** A nested value is left out, so its field is missing and the row's own rules speak. */
    static JsonRow read(JsonParser parser, byte[] page) throws IOException {
        JsonRow row = new JsonRow(new HashMap<>(), new HashMap<>(), new HashMap<>());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            row.columns.putIfAbsent(field, row.columns.size() + 1);
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                row.put(field, parser, value, page);
            }
        }
        return row;
    }

    private void put(String field, JsonParser parser, JsonToken value, byte[] page) throws IOException {
        String text = parser.getText();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        int to = (int) parser.currentLocation().getByteOffset();
        String written = new String(page, from, to - from, StandardCharsets.ISO_8859_1);
        String fault = value == JsonToken.VALUE_STRING ? stringFault(text, written) : numberFault(text, written);
        String other = values.put(field, text);
        if (!fault.isEmpty()) {
            broken.put(field, fault);
        } else if (other != null && !other.equals(text)) {
            broken.put(field, "出现两次，值不一样");
        }
    }

    private static String numberFault(String text, String written) {
        boolean sound = text.equals("true")
                || text.equals("false")
                || NUMBER.matcher(written).lookingAt();
        return sound ? "" : "不是合法的 JSON 数字（" + text + "）";
    }

    private static String stringFault(String text, String written) {
        OptionalInt control = written.chars().filter(c -> c < 0x20).findFirst();
        if (control.isPresent()) {
            return "里有未转义的控制字符（U+%04X）".formatted(control.getAsInt());
        }
        if (escapedWrongly(written)) {
            return "里有 JSON 不认的转义（反斜杠）";
        }
        boolean substituted = text.indexOf(SUBSTITUTE) >= 0
                && !written.toLowerCase(Locale.ROOT).contains("\\u001a");
        return substituted ? "里有不是 UTF-8 的字节" : "";
    }

    private static boolean escapedWrongly(String written) {
        for (int at = written.indexOf('\\'); at >= 0; at = written.indexOf('\\', at + 2)) {
            if ("\"\\/bfnrtu".indexOf(written.charAt(at + 1)) < 0) {
                return true;
            }
        }
        return false;
    }
}
