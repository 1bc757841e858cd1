package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.source.SourceRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of a ledger, whichever of its sheets they stand on (台账行). Every sheet with the header is read; one that shows
 * rows below another header would be half a ledger lost, so it is refused by name.
 */
final class LedgerTable {

    /** @param fault of a cell, whatever the row's own rules say; null when its cells are sound */
    record Line(SourceRow row, Rejected fault) {}

    private static final int HEADER_WITHIN = 10;

    private final String source;
    private final List<String> fields;
    private final Consumer<Line> taker;
    private long received;
    private boolean found;

    private LedgerTable(String source, List<String> fields, Consumer<Line> taker) {
        this.source = source;
        this.fields = fields;
        this.taker = taker;
    }

    /**
     * @param fields that the header must have
     * @return rows read
     * @throws Rejected E-XLSX-KIND when it is no workbook, E-FEED-HEADER
     */
    static long read(byte[] bytes, String source, List<String> fields, Consumer<Line> taker) {
        LedgerTable table = new LedgerTable(source, fields, taker);
        try (Workbook workbook = Workbook.open(bytes)) {
            for (Workbook.Sheet sheet : workbook.sheets()) {
                table.read(workbook, sheet);
            }
        } catch (IOException e) {
            throw new Rejected(
                    "E-XLSX-KIND",
                    "文件完整，但不是可以解析的 .xlsx 工作簿（可能是 .xlsb、.ods、别的压缩包，或已损坏），请另存为 .xlsx 后重发",
                    Place.of(source));
        }
        if (!table.found) {
            throw table.headerless(source);
        }
        return table.received;
    }

    private void read(Workbook workbook, Workbook.Sheet sheet) throws IOException {
        String place = source + " 工作表“" + sheet.name() + "”";
        SheetRows rows = workbook.rows(sheet);
        Map<String, Integer> columns = new HashMap<>();
        boolean blank = true;
        for (int i = 0; i < HEADER_WITHIN && !columns.keySet().containsAll(fields); i++) {
            Map<Integer, String> titles = rows.next().map(SheetRows.Row::cells).orElse(Map.of());
            blank &= titles.isEmpty();
            columns = columns(titles, place);
        }
        if (!columns.keySet().containsAll(fields)) {
            if (!blank && !sheet.hidden()) {
                throw headerless(place);
            }
            return;
        }
        found = true;
        LedgerCells cells = new LedgerCells(columns, rows.merges(), workbook.from1904());
        for (Optional<SheetRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            cells.take(row.get(), place, received + 1).ifPresent(this::count);
        }
    }

    private Map<String, Integer> columns(Map<Integer, String> titles, String place) {
        Map<String, Integer> columns = new HashMap<>();
        titles.forEach((column, title) -> {
            if (columns.put(title.strip(), column) != null && fields.contains(title.strip())) {
                throw new Rejected("E-FEED-HEADER", "表头里“" + title.strip() + "”出现了两次，分不清用哪一列，整份不用", Place.of(place));
            }
        });
        return columns;
    }

    private void count(Line line) {
        received++;
        taker.accept(line);
    }

    private Rejected headerless(String place) {
        return new Rejected(
                "E-FEED-HEADER",
                "前 " + HEADER_WITHIN + " 行中没有完整表头，来源可能换了格式，或多了一张别的工作表，整份不用。应有：" + String.join("、", fields),
                Place.of(place));
    }
}
