package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.source.SourceRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What one sheet's cells mean under its header (单元格取值): merged cells, the two date systems. */
final class LedgerCells {

    private static final Pattern SERIAL = Pattern.compile("[0-9]{4,5}(\\.[0-9]+)?");
    /** From 1899-12-30 to 1904-01-01, in days. */
    private static final BigDecimal FOUR_YEARS = BigDecimal.valueOf(1462);

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final boolean from1904;
    private final Map<Integer, TreeMap<Long, SheetRows.Merge>> merges = new HashMap<>();
    private final Map<SheetRows.Merge, String> merged = new HashMap<>();

    LedgerCells(Map<String, Integer> columns, List<SheetRows.Merge> merges, boolean from1904) {
        columns.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .forEach(column -> this.columns.put(column.getKey(), column.getValue()));
        this.from1904 = from1904;
        for (SheetRows.Merge merge : merges) {
            for (int column : columns.values()) {
                if (merge.left() <= column && column <= merge.right()) {
                    this.merges.computeIfAbsent(column, c -> new TreeMap<>()).put(merge.top(), merge);
                }
            }
        }
    }

    /** @return empty for a row without a value of its own: formatted but empty rows below the table are no rows */
    Optional<LedgerTable.Line> take(SheetRows.Row row, String source, long number) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach((field, column) -> values.put(field, row.cells().getOrDefault(column, "")));
        if (values.values().stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        byte[] original = String.join("\t", values.values()).getBytes(StandardCharsets.UTF_8);
        SourceRow line = new SourceRow(source, row.number(), number, values, columns, original);
        Rejected fault = null;
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            Rejected found = settle(line, column.getKey(), column.getValue());
            fault = fault == null ? found : fault;
        }
        return Optional.of(new LedgerTable.Line(line, fault));
    }

    /** Puts the value that a person sees in this cell into the row. @return why that cannot be known; null when it can */
    private Rejected settle(SourceRow row, String field, int column) {
        SheetRows.Merge merge = covering(row.line(), column);
        if (merge != null && row.line() == merge.top() && column == merge.left()) {
            merged.put(merge, row.values().get(field));
        } else if (merge != null) {
            String value = merged.get(merge);
            // One holder over three rights is meant for all three; one licence number, or one cell over two columns, is
            // not.
            if (value == null || merge.left() != merge.right() || field.equals(MiningRecords.KEY)) {
                return used(field)
                        ? row.fault("E-XLSX-MERGED", field, field + "是合并单元格的一部分，看不出本行的值，请取消合并、逐行填写后重发")
                        : null;
            }
            row.values().put(field, value);
        }
        String value = row.values().get(field);
        if (from1904
                && MiningRecords.DATES.contains(field)
                && SERIAL.matcher(value).matches()) {
            row.values().put(field, new BigDecimal(value).add(FOUR_YEARS).toPlainString());
        }
        return null;
    }

    private static boolean used(String field) {
        return MiningRecords.FIELDS.contains(field);
    }

    private SheetRows.Merge covering(long line, int column) {
        Map.Entry<Long, SheetRows.Merge> above =
                merges.getOrDefault(column, new TreeMap<>()).floorEntry(line);
        return above == null || above.getValue().bottom() < line ? null : above.getValue();
    }
}
