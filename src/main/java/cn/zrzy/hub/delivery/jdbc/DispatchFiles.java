package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Text;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers the file of one dispatch (卷宗). */
@Component
class DispatchFiles {

    private static final RowMapper<Receipt> RECEIPT = new SimplePropertyRowMapper<>(Receipt.class);
    private static final RowMapper<Read> READ = new SimplePropertyRowMapper<>(Read.class);

    private final JdbcClient jdbc;

    private record Read(OffsetDateTime readAt) {}

    DispatchFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Body(byte[] bytes, String digest) {}

    DispatchFile of(DispatchSummary summary) {
        long no = jdbc.sql("select no from delivery.dispatch where id = ?")
                .param(summary.dispatch())
                .query(Long.class)
                .single();
        Optional<Body> body = jdbc.sql("select bytes, digest from delivery.body where dispatch = ?")
                .param(no)
                .query(Body.class)
                .optional();
        return new DispatchFile(
                summary,
                attempts(no),
                receipts(no),
                acts(no),
                body.map(kept -> text(kept.bytes())).orElse(""),
                body.map(kept -> (long) kept.bytes().length).orElse(0L),
                body.map(Body::digest).orElse(""),
                blockedBy(no));
    }

    private List<DispatchFile.Attempt> attempts(long no) {
        return jdbc.sql("""
                        select attempt_no as no, kind, started_at, ended_at, outcome, http_status, cause_code, cause,
                               request_digest, response
                        from delivery.attempt a where dispatch = ? order by a.no""").param(no).query(DispatchFile.Attempt.class).list();
    }

    private List<DispatchFile.StoredReceipt> receipts(long no) {
        return jdbc.sql("""
                        select idempotency_key, receipt_no, digest, received_at as at, verdict, note, raw, read_at
                        from delivery.receipt where dispatch = ? order by no""")
                .param(no)
                .query((row, n) -> new DispatchFile.StoredReceipt(
                        RECEIPT.mapRow(row, n), READ.mapRow(row, n).readAt()))
                .list();
    }

    private List<DispatchFile.Act> acts(long no) {
        return jdbc.sql("select act, who, reason, at from delivery.act where dispatch = ? order by no")
                .param(no)
                .query(DispatchFile.Act.class)
                .list();
    }

    private String blockedBy(long no) {
        return jdbc.sql("select w.id from delivery.dispatch d join delivery.dispatch w on w.no = d.waits_for"
                        + " where d.no = ? and d.state in ('OWED', 'DOUBTED')")
                .param(no)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** A package is not text; its name and size are on the attempt. */
    private static String text(byte[] bytes) {
        boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        return zip ? "（ZIP 材料包，" + bytes.length + " 字节）" : Text.of(bytes);
    }
}
