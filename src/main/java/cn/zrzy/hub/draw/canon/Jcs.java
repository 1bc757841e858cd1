package cn.zrzy.hub.draw.canon;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON (RFC 8785) for strings, integers, arrays and objects with ASCII keys; nothing else exists in a bundle,
 * above all no floats.
 */
public final class Jcs {

    private Jcs() {}

    /** A line or document without its final LF. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder(160);
        write(value, out);
        return out.toString();
    }

    /** A whole .json file. */
    public static byte[] document(Map<String, ?> value) {
        return Bytes.utf8(write(value) + "\n");
    }

    public static void write(Object value, StringBuilder out) {
        if (value instanceof String text) {
            quote(text, out);
        } else if (value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else if (value instanceof Boolean flag) {
            out.append(flag ? '1' : '0');
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object element : list) {
                out.append(before);
                write(element, out);
                before = ',';
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                out.append(before);
                quote((String) entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                before = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            String kind = value == null
                    ? "null"
                    : value instanceof BigInteger ? "大整数" : value.getClass().getSimpleName();
            throw Refusal.of("E-DRAW-CANON", "证据中只能有文字、整数和列表，不能有" + kind);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7f) {
                throw Refusal.of("E-DRAW-CONTROL", "文字中含控制字符 U+%04X".formatted((int) c));
            }
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
