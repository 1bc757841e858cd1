package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.source.FeedDesk;
import cn.zrzy.hub.source.Portion;
import cn.zrzy.hub.source.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 矿业权台账 (.xlsx): a merged title, then a header row, then rows; read as a stream. */
@Component("miningLedger")
class MiningLedger {

    private static final int HEADER_WITHIN = 10;
    private static final int LONGEST_CELL = 2000;

    private final IntakeStore bodies;
    private final FeedDesk desk;
    private final MiningRecords records;
    private final String owner;

    MiningLedger(
            IntakeStore bodies,
            FeedDesk desk,
            MiningRecords records,
            @Value("${source.landuse.mining-owner:矿产资源管理科}") String owner) {
        this.bodies = bodies;
        this.desk = desk;
        this.records = records;
        this.owner = owner;
    }

    /** @return false when the run is finished: then the ledger is not read again */
    boolean open(Shift shift, String businessDate) {
        return desk.open(shift, records.feed(), businessDate);
    }

    void stage(Shift shift, StoredBody body) {
        ZipGuard.check(bodies.open(body.sha256()), body.source());
        try (InputStream in = bodies.open(body.sha256());
                ReadableWorkbook workbook = new ReadableWorkbook(in);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            read(shift, body.source(), rows.iterator());
        } catch (IOException | ExcelReaderException e) {
            throw new TryLater(body.source() + " 的 .xlsx 文件无法解析，将重新读取");
        }
    }

    private void read(Shift shift, String source, Iterator<Row> rows) {
        Map<String, Integer> columns = header(rows, source);
        Portion<StagedSubject> portion = desk.subjects(shift, records.feed(), owner);
        long received = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            Map<String, String> values = values(row, columns);
            if (values.values().stream().allMatch(String::isBlank)) {
                continue; // formatted but empty rows below the table are no rows
            }
            received++;
            byte[] original = String.join("\t", values.values()).getBytes(StandardCharsets.UTF_8);
            PagedFeed.take(
                    records, new SourceRow(source, row.getRowNum(), received, values, columns, original), portion);
        }
        portion.flush();
        desk.close(shift, records.feed(), received, received); // a ledger names no total; a cut file is no zip
    }

    private static Map<String, Integer> header(Iterator<Row> rows, String source) {
        for (int i = 0; i < HEADER_WITHIN && rows.hasNext(); i++) {
            Map<String, Integer> columns = new HashMap<>();
            for (Cell cell : rows.next()) {
                if (cell != null && !text(cell).isBlank()) {
                    columns.put(text(cell).strip(), cell.getColumnIndex() + 1);
                }
            }
            if (columns.keySet().containsAll(MiningRecords.FIELDS)) {
                return columns;
            }
        }
        throw new Rejected(
                "E-FEED-HEADER",
                "台账前 " + HEADER_WITHIN + " 行中没有完整表头，来源可能换了格式：" + String.join("、", MiningRecords.FIELDS),
                Place.of(source));
    }

    private static Map<String, String> values(Row row, Map<String, Integer> columns) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        columns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(column -> values.put(
                        column.getKey(),
                        row.getOptionalCell(column.getValue() - 1)
                                .map(MiningLedger::text)
                                .orElse("")));
        return values;
    }

    /** The raw value: a formatted number would already be rounded, and a date cell is an Excel serial. */
    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        String text = raw == null ? "" : raw;
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
    }
}
