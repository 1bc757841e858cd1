package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.outcome.RevealedSeed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 种子的来历: what the parties revealed, the public events, and a sealed value once it is open. Inserts answer whether the row was new. */
final class SeedRows {

    private final JdbcClient jdbc;

    SeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    boolean opened(String drawNo, OffsetDateTime at, byte[] file) {
        return jdbc.sql("insert into draw.opened values (:drawNo, :at, :file) on conflict do nothing")
                        .param("drawNo", drawNo)
                        .param("at", at)
                        .param("file", file)
                        .update()
                == 1;
    }

    Optional<byte[]> secretFile(String drawNo) {
        return jdbc.sql("select content from draw.opened where draw_no = :drawNo")
                .param("drawNo", drawNo)
                .query(byte[].class)
                .optional();
    }

    private static RevealedSeed.Hands hands(ResultSet row) throws SQLException {
        return new RevealedSeed.Hands(row.getString("typist"), row.getString("witness"));
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }
}
