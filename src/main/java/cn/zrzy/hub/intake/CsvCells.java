package cn.zrzy.hub.intake;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The cells of one framed row (单元格), RFC 4180: decoded strictly in the source's declared charset, then split. */
public final class CsvCells {

    private CsvCells() {}

    /**
     * @param source file name, for the place of a fault
     * @throws Rejected E-ROW-LONG, E-ROW-QUOTE, E-ROW-CHARSET or E-ROW-NUL: this row only
     */
    public static List<String> of(RawRow row, Charset charset, String source) {
        switch (row.fault()) {
            case "E-ROW-LONG" -> throw fault(row, source, 0, row.fault(), "整行超过长度上限，可能缺少换行");
            case "E-ROW-QUOTE" -> throw fault(row, source, 0, row.fault(), "双引号没有成对，该行无法分列");
            default -> {
                // framed well
            }
        }
        if (!charset.equals(StandardCharsets.UTF_8) && looksLikeUtf8(row.bytes())) {
            throw fault(row, source, 0, "E-ROW-CHARSET", "约定为 " + charset.name() + "，此行却是 UTF-8，照约定解码会成乱码");
        }
        String text = decode(row, charset, source);
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw fault(row, source, nul + 1, "E-ROW-NUL", "含有空字符（NUL），文件可能损坏");
        }
        return split(text);
    }

    /** The whole cells that stand before the first fault of a row that {@link #of} refuses; all of them when it has none. */
    public static List<String> readable(RawRow row, Charset charset) {
        CharBuffer text = CharBuffer.allocate(row.bytes().length + 1);
        boolean cut =
                decoded(row.bytes(), charset, text).isError() || !row.fault().isEmpty();
        List<String> cells = split(text.flip().toString());
        return cut ? cells.subList(0, cells.size() - 1) : cells;
    }

    private static CoderResult decoded(byte[] bytes, Charset charset, CharBuffer out) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, true);
    }

    /**
     * GB18030 accepts nearly any bytes, so a row in the wrong charset would be stored as mojibake without a fault. Text of
     * four or more characters of three bytes that is flawless UTF-8 by chance does not occur.
     */
    private static boolean looksLikeUtf8(byte[] bytes) {
        int wide = 0;
        for (byte b : bytes) {
            wide += (b & 0xf0) == 0xe0 ? 1 : 0;
        }
        if (wide < 4) {
            return false;
        }
        return PlainText.utf8(bytes).isPresent();
    }

    private static String decode(RawRow row, Charset charset, String source) {
        ByteBuffer bytes = ByteBuffer.wrap(row.bytes());
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault(
                    row, source, column(row.bytes(), charset), "E-ROW-CHARSET", "含有不是 " + charset.name() + " 的字节，无法解码");
        }
    }

    /** Column of the first broken character: characters that decode well before it, plus one. */
    private static int column(byte[] bytes, Charset charset) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        decoded(bytes, charset, out);
        return out.position() + 1;
    }

    private static Rejected fault(RawRow row, String source, int column, String code, String message) {
        return new Rejected(code, message, new Place(source, row.line(), column, ""));
    }

    static List<String> split(String text) {
        List<String> cells = new ArrayList<>(24);
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean fresh = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && fresh) {
                quoted = true;
                fresh = false;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
                fresh = true;
            } else {
                cell.append(c);
                fresh = false;
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** True when the bytes end inside a quoted cell, so that the row goes on in the next physical line. */
    static boolean endsInQuotes(byte[] bytes) {
        boolean quoted = false;
        boolean fresh = true;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (quoted) {
                if (b == '"') {
                    if (i + 1 < bytes.length && bytes[i + 1] == '"') {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (b == '"' && fresh) {
                quoted = true;
                fresh = false;
            } else {
                fresh = b == ',';
            }
        }
        return quoted;
    }
}
