package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.terms.Failure;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in receipts that come by another way and at their own time (后到回执). */
@Component
class LaterReceipts {

    /** They have it and decline it: delivered, but somebody here has to act. */
    private static final Map<String, String> DECLINED = Map.of("退回补正", "E-RETURNED", "不受理", "E-DECLINED");

    private final JdbcClient jdbc;
    private final Moves moves;

    LaterReceipts(JdbcClient jdbc, Moves moves) {
        this.jdbc = jdbc;
        this.moves = moves;
    }

    void take(Receipt receipt) {
        DispatchRow row = moves.lockInLineByKey(receipt.idempotencyKey())
                .orElseThrow(() -> new Rejected("E-RECEIPT", "回执的幂等键不属于任何报送：" + receipt.idempotencyKey()));
        if (row.bodyDigest().isEmpty() || !row.bodyDigest().equals(receipt.digest())) {
            throw new Rejected("E-RECEIPT", "回执的摘要与 " + row.id() + " 所发报文不符，不能认作送达");
        }
        if (!moves.addReceipt(row, receipt)) {
            return; // told us before
        }
        String declined = DECLINED.get(receipt.verdict());
        if (declined != null) {
            moves.park(row, "REJECTED", declined, "对方" + receipt.verdict() + "：" + receipt.note());
        } else if (!row.is(DispatchState.CONFIRMED)) {
            moves.confirm(row, receipt);
        }
    }

    void stray(String source, String raw, Exception why) {
        String text = Text.storable(raw);
        jdbc.sql("""
                        insert into delivery.stray_receipt (source, raw, raw_digest, cause_code, cause)
                        values (?, ?, ?, ?, ?) on conflict (source, raw_digest) do nothing
                        """)
                .params(
                        source,
                        text,
                        Digest.sm3(text.getBytes(StandardCharsets.UTF_8)),
                        Failure.code(why),
                        Failure.sentence(why))
                .update();
    }
}
