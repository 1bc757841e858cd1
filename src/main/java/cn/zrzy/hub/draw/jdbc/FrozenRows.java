package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.kernel.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 冻结的抽取: which draws there are, and where each stands. */
final class FrozenRows {

    private static final String ENTRY = """
            select f.*, o.at as drawn_at, coalesce(o.picks, 0) as picks, v.draw_no is not null as void,
                   p.draw_no is not null as opened
              from draw.frozen f
              left join draw.outcome o using (draw_no)
              left join draw.voided v using (draw_no)
              left join draw.opened p using (draw_no)
            """;

    private final JdbcClient jdbc;

    FrozenRows(JdbcClient jdbc) {
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
                .param("manifest", Digest.sm3(draw.files().get("manifest.json")))
                .param("recusals", draw.recusalLines())
                .update();
    }

    Optional<byte[]> recusals(String drawNo) {
        return jdbc.sql("select recusals from draw.frozen where draw_no = :drawNo")
                .param("drawNo", drawNo)
                .query(byte[].class)
                .optional();
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
                .query(FrozenRows::entry)
                .optional();
    }

    List<DrawLedger.Entry> entries(int year) {
        return jdbc.sql(ENTRY + " where f.year = :year order by f.prefix, f.number")
                .param("year", year)
                .query(FrozenRows::entry)
                .list();
    }

    List<DrawLedger.Entry> overdue(OffsetDateTime now) {
        return jdbc.sql(ENTRY + " where f.open_at < :now and o.at is not null and p.draw_no is null order by f.open_at")
                .param("now", now)
                .query(FrozenRows::entry)
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

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
