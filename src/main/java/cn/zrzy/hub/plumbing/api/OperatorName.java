package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.Rejected;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * The person in {@code X-Operator} (经办人): a name in percent-encoded UTF-8 (RFC 3986 §2.1; {@code +} is a blank, as forms
 * write it). It goes into evidence and onto paper, so what is no name is not taken.
 */
final class OperatorName {

    static final String HEADER = "X-Operator";
    private static final int LONGEST = 40;
    private static final Pattern MARKUP = Pattern.compile("[<>&\"\\\\{}\t\r\n]");

    private OperatorName() {}

    /**
     * @return "" when the header is absent or blank
     * @throws Rejected E-API-OPERATOR when it is no name, E-PERSON is left to the rules about names
     */
    static String of(String header) {
        if (header == null || header.isBlank()) {
            return "";
        }
        if (header.length() > LONGEST * 12) {
            throw refused("过长，姓名不超过 " + LONGEST + " 字");
        }
        String name = decoded(header.strip()).strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw refused("过长，姓名不超过 " + LONGEST + " 字");
        }
        if (!PlainText.shows(name) || MARKUP.matcher(name).find()) {
            throw refused("含有姓名里不会有的字符（控制字符、尖括号、引号等）");
        }
        return name;
    }

    private static String decoded(String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            if (c == '%') {
                bytes.write(octet(header, at));
                at += 2;
            } else if (c > 0x7E) {
                throw refused("须用 UTF-8 百分号编码，例如 %E6%9D%8E%E6%95%8F");
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return PlainText.utf8(bytes.toByteArray()).orElseThrow(() -> refused("不是合法的 UTF-8 百分号编码"));
    }

    private static int octet(String header, int percent) {
        int high = percent + 2 < header.length() ? Character.digit(header.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < header.length() ? Character.digit(header.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw refused("不是合法的 UTF-8 百分号编码");
        }
        return high << 4 | low;
    }

    private static ApiRefusal refused(String why) {
        return new ApiRefusal(400, "E-API-OPERATOR", "请求头 X-Operator " + why, HEADER);
    }
}
