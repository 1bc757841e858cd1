package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.outcome.DrawState;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 抽取的结果: what came out, what was corrected or voided since, and the stamps. Inserts answer whether the row was new. */
final class ResultRows {

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .query((ResultSet row) -> {
                    stamps.put(row.getString(1), row.getBytes(2));
                });
        return stamps;
    }
}
