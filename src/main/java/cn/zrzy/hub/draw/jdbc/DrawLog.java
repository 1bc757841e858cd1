package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 抽取日志: one hash chain over all draws, written by one transaction at a time. */
final class DrawLog {

    /** Any constant will do, as long as nobody else in this database locks it. */
    private static final long LOCK = 0x5353_4a31L;

    private final JdbcClient jdbc;

    DrawLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the caller's transaction ends nobody else numbers or logs a draw. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                .param("lock", LOCK)
                .query(String.class)
                .single();
    }

    String head() {
        return jdbc.sql("select hash from draw.log order by seq desc limit 1")
                .query(String.class)
                .optional()
                .orElse(DrawRequest.NO_LOG);
    }

    int nextNumber(String prefix, int year) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from draw.frozen where prefix = :prefix and year = :year")
                .param("prefix", prefix)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void append(OffsetDateTime at, String kind, String drawNo, byte[] document) {
        lock();
        long seq = jdbc.sql("select coalesce(max(seq), 0) + 1 from draw.log")
                .query(Long.class)
                .single();
        String line = LogLine.log(seq, at, kind, drawNo, document, head());
        String before = jdbc.sql("select line from draw.log where seq = :seq")
                .param("seq", seq - 1)
                .query(String.class)
                .optional()
                .orElse("");
        if (LogLine.at(before).compareTo(LogLine.at(line)) > 0) {
            throw new Rejected("E-DRAW-LOG-ORDER", "时间早于抽取日志的最后一条，请检查系统时钟", Place.field("at"));
        }
        jdbc.sql("insert into draw.log (seq, line, hash) values (:seq, :line, :hash)")
                .param("seq", seq)
                .param("line", line)
                .param("hash", LogLine.hash(line))
                .update();
    }

    /** The lines of one draw; who parses them makes sure of it. */
    List<String> lines(String drawNo) {
        return jdbc.sql("select line from draw.log where strpos(line, :drawNo) > 0 order by seq")
                .param("drawNo", '"' + drawNo + '"')
                .query(String.class)
                .list();
    }

    List<String> lines() {
        return jdbc.sql("select line from draw.log order by seq")
                .query(String.class)
                .list();
    }
}
