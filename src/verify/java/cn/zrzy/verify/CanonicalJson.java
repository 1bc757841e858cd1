package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that must already be canonical (RFC 8785), of strings, integers, arrays and objects alone. One spelling per
 * value means that one digest per value exists; a verifier that also read other spellings could be shown two bundles.
 */
final class CanonicalJson {

    private static final long SAFE = (1L << 53) - 1;
    private final String text;
    private final String place;
    private int at;

    private CanonicalJson(String text, String place) {
        this.text = text;
        this.place = place;
    }

    /** Map, List, String or Long. */
    static Object read(String text, String place) {
        CanonicalJson reader = new CanonicalJson(text, place);
        Object value = reader.value(0);
        reader.expect(reader.at == text.length(), "text after the value");
        return value;
    }

    /** Asked once per character: the sentence is made only when it is needed. */
    private void expect(boolean holds, String why) {
        if (!holds) {
            throw new Refused("E-JSON", place, why + " at character " + at);
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void take(char c) {
        if (peek() != c) {
            expect(false, "'" + c + "' expected");
        }
        at++;
    }

    private Object value(int depth) {
        expect(depth <= 64, "too deep");
        switch (peek()) {
            case '"':
                return string();
            case '[':
                return list(depth);
            case '{':
                return map(depth);
            default:
                return number();
        }
    }

    private List<Object> list(int depth) {
        List<Object> out = new ArrayList<>();
        take('[');
        while (peek() != ']') {
            if (!out.isEmpty()) {
                take(',');
            }
            out.add(value(depth + 1));
        }
        at++;
        return out;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> out = new LinkedHashMap<>();
        String before = null;
        take('{');
        while (peek() != '}') {
            if (before != null) {
                take(',');
            }
            String key = string();
            // String.compareTo orders by UTF-16 code units, as RFC 8785 §3.2.3 wants.
            expect(before == null || !before.equals(key), "duplicate key " + key);
            expect(before == null || before.compareTo(key) < 0, "keys not sorted");
            take(':');
            out.put(key, value(depth + 1));
            before = key;
        }
        at++;
        return out;
    }

    private Long number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        int count = at - digits;
        expect(count > 0, "value expected");
        expect(text.charAt(digits) != '0' || count == 1 && digits == start, "number not canonical");
        expect(peek() != '.' && peek() != 'e' && peek() != 'E', "number is not an integer");
        expect(count <= 16, "integer beyond 2^53-1 must be a string");
        long n = Long.parseLong(text, start, at, 10);
        expect(n <= SAFE && n >= -SAFE, "integer beyond 2^53-1 must be a string");
        return n;
    }

    private String string() {
        take('"');
        StringBuilder before = null;
        int start = at;
        while (peek() != '"') {
            expect(at < text.length(), "string ends early");
            char c = text.charAt(at++);
            expect(c >= ' ' && c != '\u007f', "control character");
            if (c == '\\') {
                before = (before == null ? new StringBuilder() : before).append(text, start, at - 1);
                expect(peek() == '"' || peek() == '\\', "escape");
                start = at++;
            }
        }
        String tail = text.substring(start, at++);
        return before == null ? tail : before.append(tail).toString();
    }
}
