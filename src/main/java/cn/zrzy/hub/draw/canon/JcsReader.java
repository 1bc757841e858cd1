package cn.zrzy.hub.draw.canon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads canonical JSON back; whatever is not canonical is refused, so that bytes and meaning cannot part. */
public final class JcsReader {

    private final String text;
    private final String source;
    private int at;

    private JcsReader(String text, String source) {
        this.text = text;
        this.source = source;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> document(byte[] bytes, String source) {
        String text = Bytes.text(bytes);
        if (!text.endsWith("\n")) {
            throw Refusal.at("E-DRAW-CANON", "文件末尾缺少换行", source, 1);
        }
        return (Map<String, Object>) whole(text.substring(0, text.length() - 1), source);
    }

    @SuppressWarnings("unchecked")
    public static List<Object> line(String line, String source) {
        return (List<Object>) whole(line, source);
    }

    public static List<String> lines(byte[] bytes) {
        String text = Bytes.text(bytes);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private static Object whole(String text, String source) {
        JcsReader reader = new JcsReader(text, source);
        Object value = reader.value();
        if (reader.at != text.length() || !Jcs.write(value).equals(text)) {
            throw reader.fault("不是规范格式");
        }
        return value;
    }

    private Object value() {
        char c = peek();
        if (c == '"') {
            return string();
        }
        if (c == '[') {
            return list();
        }
        if (c == '{') {
            return map();
        }
        return integer();
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value());
            if (next("],") == ']') {
                return list;
            }
        }
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new TreeMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return map;
        }
        while (true) {
            String key = string();
            next(":");
            map.put(key, value());
            if (next("},") == '}') {
                return map;
            }
        }
    }

    private String string() {
        next("\"");
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            if (peek() == '\\') {
                at++;
            }
            out.append(peek());
            at++;
        }
        at++;
        return out.toString();
    }

    private Long integer() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Long.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw fault("此处应为整数");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("提前结束");
        }
        return text.charAt(at);
    }

    private char next(String allowed) {
        char c = peek();
        if (allowed.indexOf(c) < 0) {
            throw fault("此处应为 " + allowed);
        }
        at++;
        return c;
    }

    private RuntimeException fault(String what) {
        return Refusal.at("E-DRAW-CANON", what, source, at + 1);
    }
}
