package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Text;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers the file of one dispatch (卷宗). */
@Component
class DispatchFiles {

    private final JdbcClient jdbc;

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
                .query((row, n) -> new Body(row.getBytes("bytes"), row.getString("digest")))
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
        return jdbc.sql("select * from delivery.attempt where dispatch = ? order by no")
                .param(no)
                .query((row, n) -> new DispatchFile.Attempt(
                        row.getInt("attempt_no"),
                        row.getString("kind"),
                        row.getObject("started_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class),
                        row.getString("outcome"),
                        row.getObject("http_status", Integer.class),
                        row.getString("cause_code"),
                        row.getString("cause"),
                        row.getString("request_digest"),
                        row.getString("response")))
                .list();
    }

    private List<DispatchFile.StoredReceipt> receipts(long no) {
        return jdbc.sql("select * from delivery.receipt where dispatch = ? order by no")
                .param(no)
                .query((row, n) -> new DispatchFile.StoredReceipt(
                        new Receipt(
                                row.getString("idempotency_key"),
                                row.getString("receipt_no"),
                                row.getString("digest"),
                                row.getObject("received_at", OffsetDateTime.class),
                                row.getString("verdict"),
                                row.getString("note"),
                                row.getString("raw")),
                        row.getObject("read_at", OffsetDateTime.class)))
                .list();
    }

    private List<DispatchFile.Act> acts(long no) {
        return jdbc.sql("select act, who, reason, at from delivery.act where dispatch = ? order by no")
                .param(no)
                .query((row, n) -> new DispatchFile.Act(
                        row.getString("act"),
                        row.getString("who"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class)))
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
