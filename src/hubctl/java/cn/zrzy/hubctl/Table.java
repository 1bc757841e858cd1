package cn.zrzy.hubctl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** 表格: columns as wide as what stands in them, a Chinese character counting two. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    void row(Object... cells) {
        rows.add(java.util.Arrays.stream(cells)
                .map(cell -> cell == null ? "" : Hub.oneLine(cell.toString()))
                .toList());
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(at ->
                        rows.stream().mapToInt(row -> width(row.get(at))).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(at -> at == columns - 1
                                ? row.get(at)
                                : row.get(at) + " ".repeat(widths[at] - width(row.get(at)) + 2))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    /** Unicode's East Asian wide and full-width forms, as terminals draw them. */
    private static int width(int point) {
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0x20000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
