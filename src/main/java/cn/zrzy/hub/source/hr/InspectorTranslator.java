package cn.zrzy.hub.source.hr;

import cn.zrzy.hub.intake.CsvCells;
import cn.zrzy.hub.intake.IntakeStore;
import cn.zrzy.hub.intake.RawRow;
import cn.zrzy.hub.intake.RowFraming;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.source.FeedDesk;
import cn.zrzy.hub.source.Portion;
import cn.zrzy.hub.source.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** HR's file of inspectors → rows of 执法检查人员名录库 (人事名录翻译). */
@Component("inspectorTranslator")
class InspectorTranslator {

    static final String FEED = "hr.inspectors";
    private static final int LONGEST_ROW = 16 * 1024;

    private final IntakeStore bodies;
    private final FeedDesk desk;
    private final InspectorMarkers markers;
    private final InspectorRecords records;
    private final Charset charset;
    private final String owner;

    InspectorTranslator(
            IntakeStore bodies,
            FeedDesk desk,
            InspectorMarkers markers,
            InspectorRecords records,
            @Value("${source.hr.charset:GB18030}") Charset charset,
            @Value("${source.hr.owner:人事科}") String owner) {
        this.bodies = bodies;
        this.desk = desk;
        this.markers = markers;
        this.records = records;
        this.charset = charset;
        this.owner = owner;
    }

    /** @return false when the run is finished: then its file is not read again */
    boolean open(Shift shift, String businessDate) {
        return desk.open(shift, FEED, businessDate);
    }

    /**
     * Frames, decodes, validates and stages the file, row by row.
     *
     * @throws TryLater while the file is not the one that its marker speaks of: markers are written too early
     * @throws Rejected E-FEED-HEADER, E-FEED-EMPTY, E-FEED-COUNT or E-FEED-ALL-BAD: the file as a whole is refused
     */
    void stage(Shift shift, String businessDate, String ok, StoredBody body) {
        Marker marker = markers.read(businessDate, ok);
        if (!body.sm3().equals(marker.sm3())) {
            throw new TryLater("人事文件 " + marker.file() + " 与 .ok 标记的 SM3 不一致：多半还没写完，不予采用，将重新读取；一直不一致的，请来源重发");
        }
        try (InputStream in = bodies.open(body.sha256())) {
            read(shift, marker, new RowFraming(in, LONGEST_ROW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Shift shift, Marker marker, RowFraming rows) {
        if (!rows.hasNext()) {
            throw new Rejected("E-FEED-EMPTY", "文件为空", Place.of(marker.file()));
        }
        Columns columns = header(rows.next(), marker.file());
        desk.expects(shift, marker.rows());
        Portion<StagedInspector> portion = desk.inspectors(shift, FEED, owner);
        PoolDemands demands = new PoolDemands();
        long received = 0;
        while (rows.hasNext()) {
            take(rows.next(), ++received, marker.file(), columns, demands, portion);
        }
        portion.flush();
        desk.close(shift, FEED, marker.file(), received, marker.rows());
    }

    private Columns header(RawRow row, String file) {
        List<String> names;
        try {
            names = CsvCells.of(row, charset, file);
        } catch (Rejected e) {
            throw new Rejected("E-FEED-HEADER", "表头无法解码，来源可能换了编码（约定 " + charset.name() + "）", e.place());
        }
        return Columns.of(names, file);
    }

    private void take(
            RawRow raw,
            long number,
            String file,
            Columns columns,
            PoolDemands demands,
            Portion<StagedInspector> portion) {
        SourceRow row = null;
        try {
            row = row(raw, number, file, columns);
            StagedInspector person = records.translate(row.requireStorable());
            demands.require(row, person);
            portion.good(person, row, person.staffNo());
        } catch (Rejected fault) {
            SourceRow known = row == null ? readable(raw, number, file, columns) : row;
            portion.bad(fault, known, records.key(known));
        }
    }

    /** What stands before the fault of a row that cannot be cut into its cells: whose row it is can mostly still be read. */
    private SourceRow readable(RawRow raw, long number, String file, Columns columns) {
        return row(raw, number, file, columns, CsvCells.readable(raw, charset));
    }

    private SourceRow row(RawRow raw, long number, String file, Columns columns) {
        List<String> cells = CsvCells.of(raw, charset, file);
        columns.require(cells, file, raw.line());
        return row(raw, number, file, columns, cells);
    }

    private static SourceRow row(RawRow raw, long number, String file, Columns columns, List<String> cells) {
        return new SourceRow(file, raw.line(), number, columns.values(cells), columns.at(), raw.bytes());
    }
}
