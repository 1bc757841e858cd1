package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.Abandonment;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.DrawOutcome;
import cn.zrzy.hub.draw.DrawState;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.FrozenDraw;
import cn.zrzy.hub.draw.RevealedSeed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the draw schema, one sentence of SQL a method. Inserts answer whether the row was new. */
final class DrawRows {

    private static final String ENTRY = """
            select f.*, o.at as drawn_at, coalesce(o.picks, 0) as picks, v.draw_no is not null as void,
                   p.draw_no is not null as opened
              from draw.frozen f
              left join draw.outcome o using (draw_no)
              left join draw.voided v using (draw_no)
              left join draw.opened p using (draw_no)
            """;

    private final JdbcClient jdbc;

    DrawRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean schemeTaken(String scheme) {
        return jdbc.sql("select exists (select from draw.frozen f where scheme = :scheme"
                        + " and not exists (select from draw.voided v where v.draw_no = f.draw_no))")
                .param("scheme", scheme)
                .query(Boolean.class)
                .single();
    }

    void frozen(FrozenDraw draw, String prefix, int year, int number) {
        jdbc.sql(
                        "insert into draw.frozen (draw_no, prefix, year, number, scheme, mode, subjects, inspectors, frozen_at,"
                                + " open_at, manifest_sm3, recusals) values (:drawNo, :prefix, :year, :number, :scheme, :mode,"
                                + " :subjects, :inspectors, :frozenAt, :openAt, :manifest, :recusals)")
                .param("drawNo", draw.drawNo())
                .param("prefix", prefix)
                .param("year", year)
                .param("number", number)
                .param("scheme", draw.request().scheme())
                .param("mode", draw.request().mode().code())
                .param("subjects", draw.request().subjects().size())
                .param("inspectors", draw.request().inspectors().size())
                .param("frozenAt", draw.request().frozenAt())
                .param("openAt", draw.request().disclosure().openAt())
                .param("manifest", cn.zrzy.hub.kernel.Digest.sm3(draw.files().get("manifest.json")))
                .param("recusals", draw.recusalLines())
                .update();
    }

    Optional<byte[]> recusals(String drawNo) {
        return one("select recusals from draw.frozen where draw_no = :drawNo", drawNo, byte[].class);
    }

    boolean reveal(String drawNo, RevealedSeed.Reveal r) {
        return jdbc.sql("insert into draw.reveal values (:drawNo, :party, :value, :at, :evidence, :typist, :witness)"
                                + " on conflict do nothing")
                        .param("drawNo", drawNo)
                        .param("party", r.party())
                        .param("value", r.value())
                        .param("at", r.at())
                        .param("evidence", r.evidence())
                        .param("typist", r.hands().typist())
                        .param("witness", r.hands().witness())
                        .update()
                == 1;
    }

    List<RevealedSeed.Reveal> reveals(String drawNo) {
        return jdbc.sql("select * from draw.reveal where draw_no = :drawNo order by party")
                .param("drawNo", drawNo)
                .query((row, i) -> new RevealedSeed.Reveal(
                        row.getString("party"),
                        row.getString("value"),
                        time(row, "at"),
                        row.getString("evidence"),
                        hands(row)))
                .list();
    }

    boolean observation(String drawNo, RevealedSeed.Observation o) {
        return jdbc.sql(
                                "insert into draw.observation values (:drawNo, :source, :value, :at, :evidence, :origin, :typist,"
                                        + " :witness)"
                                        + " on conflict do nothing")
                        .param("drawNo", drawNo)
                        .param("source", o.source())
                        .param("value", o.value())
                        .param("at", o.at())
                        .param("evidence", o.evidence())
                        .param("origin", o.origin())
                        .param("typist", o.hands().typist())
                        .param("witness", o.hands().witness())
                        .update()
                == 1;
    }

    List<RevealedSeed.Observation> observations(String drawNo) {
        return jdbc.sql("select * from draw.observation where draw_no = :drawNo order by source")
                .param("drawNo", drawNo)
                .query((row, i) -> new RevealedSeed.Observation(
                        row.getString("source"),
                        row.getString("value"),
                        time(row, "at"),
                        row.getString("evidence"),
                        row.getString("origin"),
                        hands(row)))
                .list();
    }

    boolean held(String drawNo) {
        return findings(drawNo).isPresent();
    }

    void outcome(DrawOutcome outcome) {
        jdbc.sql("insert into draw.outcome values (:drawNo, :at, :picks, :findings)")
                .param("drawNo", outcome.drawNo())
                .param("at", outcome.at())
                .param("picks", outcome.picks().size())
                .param("findings", outcome.findings().toArray(String[]::new))
                .update();
    }

    Optional<List<String>> findings(String drawNo) {
        return jdbc.sql("select findings from draw.outcome where draw_no = :drawNo")
                .param("drawNo", drawNo)
                .query((row, i) -> List.of((String[]) row.getArray(1).getArray()))
                .optional();
    }

    void voided(String drawNo, OffsetDateTime at, Abandonment why, String line) {
        jdbc.sql("insert into draw.voided values (:drawNo, :at, :reason, :approver, :line)")
                .param("drawNo", drawNo)
                .param("at", at)
                .param("reason", why.reason())
                .param("approver", why.approver())
                .param("line", line)
                .update();
    }

    Optional<Abandonment> voided(String drawNo) {
        return jdbc.sql("select reason, approver from draw.voided where draw_no = :drawNo")
                .param("drawNo", drawNo)
                .query((row, i) -> new Abandonment(row.getString(1), row.getString(2)))
                .optional();
    }

    List<String> redraws() {
        return jdbc.sql("select line from draw.voided order by draw_no collate \"C\"")
                .query(String.class)
                .list();
    }

    void correction(String drawNo, int no, String line, byte[] objects, byte[] teams) {
        jdbc.sql("insert into draw.correction values (:drawNo, :no, :line, :objects, :teams)")
                .param("drawNo", drawNo)
                .param("no", no)
                .param("line", line)
                .param("objects", objects)
                .param("teams", teams)
                .update();
    }

    List<String> corrections(String drawNo) {
        return jdbc.sql("select line from draw.correction where draw_no = :drawNo order by no")
                .param("drawNo", drawNo)
                .query(String.class)
                .list();
    }

    Optional<DrawState> state(String drawNo) {
        return jdbc.sql("select objects, teams from draw.correction where draw_no = :drawNo order by no desc limit 1")
                .param("drawNo", drawNo)
                .query((row, i) -> Draws.state(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    boolean opened(String drawNo, OffsetDateTime at, byte[] file) {
        return jdbc.sql("insert into draw.opened values (:drawNo, :at, :file) on conflict do nothing")
                        .param("drawNo", drawNo)
                        .param("at", at)
                        .param("file", file)
                        .update()
                == 1;
    }

    Optional<byte[]> secretFile(String drawNo) {
        return one("select content from draw.opened where draw_no = :drawNo", drawNo, byte[].class);
    }

    boolean stamp(String drawNo, String file, byte[] token) {
        return jdbc.sql("insert into draw.stamp values (:drawNo, :file, :token) on conflict do nothing")
                        .param("drawNo", drawNo)
                        .param("file", file)
                        .param("token", token)
                        .update()
                == 1;
    }

    Map<String, byte[]> stamps(String drawNo) {
        Map<String, byte[]> stamps = new TreeMap<>();
        jdbc.sql("select file, token from draw.stamp where draw_no = :drawNo")
                .param("drawNo", drawNo)
                .query((java.sql.ResultSet row) -> {
                    stamps.put(row.getString(1), row.getBytes(2));
                });
        return stamps;
    }

    /** How many files and stamps a draw has: what its bundle holds beside what the log tells. */
    String filed(String drawNo) {
        return jdbc.sql("select (select count(*) from draw.evidence where draw_no = :drawNo) || '+'"
                        + " || (select count(*) from draw.stamp where draw_no = :drawNo)")
                .param("drawNo", drawNo)
                .query(String.class)
                .single();
    }

    List<Integer> years() {
        return jdbc.sql("select distinct year from draw.frozen order by year desc")
                .query(Integer.class)
                .list();
    }

    Optional<DrawLedger.Entry> entry(String drawNo) {
        return jdbc.sql(ENTRY + " where f.draw_no = :drawNo")
                .param("drawNo", drawNo)
                .query(DrawRows::entry)
                .optional();
    }

    List<DrawLedger.Entry> entries(int year) {
        return jdbc.sql(ENTRY + " where f.year = :year order by f.prefix, f.number")
                .param("year", year)
                .query(DrawRows::entry)
                .list();
    }

    List<DrawLedger.Entry> overdue(OffsetDateTime now) {
        return jdbc.sql(ENTRY + " where f.open_at < :now and o.at is not null and p.draw_no is null order by f.open_at")
                .param("now", now)
                .query(DrawRows::entry)
                .list();
    }

    private static DrawLedger.Entry entry(ResultSet row, int i) throws SQLException {
        boolean sealed = row.getObject("open_at") != null && !row.getBoolean("opened");
        String state = row.getObject("drawn_at") == null ? "FROZEN" : sealed ? "SEALED" : "DRAWN";
        return new DrawLedger.Entry(
                row.getString("draw_no"),
                row.getString("scheme"),
                row.getString("mode"),
                row.getBoolean("void") ? "VOID" : state,
                row.getInt("subjects"),
                row.getInt("inspectors"),
                row.getInt("picks"),
                time(row, "frozen_at"),
                time(row, "drawn_at"),
                time(row, "open_at"),
                row.getString("manifest_sm3"));
    }

    private static RevealedSeed.Hands hands(ResultSet row) throws SQLException {
        return new RevealedSeed.Hands(row.getString("typist"), row.getString("witness"));
    }

    private <T> Optional<T> one(String sql, String drawNo, Class<T> type) {
        return jdbc.sql(sql).param("drawNo", drawNo).query(type).optional();
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
