package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.terms.Failure;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
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
    private final Clock clock;

    LaterReceipts(JdbcClient jdbc, Moves moves, Clock clock) {
        this.jdbc = jdbc;
        this.moves = moves;
        this.clock = clock;
    }

    /** @param partner who told us; only the one that is owed can sign for it */
    void take(Receipt receipt, String partner) {
        DispatchRow row = moves.lockInLineByKey(receipt.idempotencyKey())
                .orElseThrow(() -> new Rejected("E-RECEIPT", "回执的幂等键不属于任何报送：" + receipt.idempotencyKey()));
        if (!row.partner().equals(partner)) {
            throw new Rejected("E-RECEIPT-PARTNER", row.id() + " 不是报给该单位的，它的回执不作数");
        }
        if (row.bodyDigest().isEmpty() || !row.bodyDigest().equals(receipt.digest())) {
            throw new Rejected("E-RECEIPT", "回执的摘要与 " + row.id() + " 所发报文不符，不能认作送达");
        }
        if (receipt.receiptNo().isBlank()) {
            throw new Rejected("E-RECEIPT-NO", row.id() + " 的回执没有对方的文号，不能认作回执");
        }
        if (receipt.at().isAfter(OffsetDateTime.now(clock).plusDays(1))) {
            throw new Rejected("E-RECEIPT-TIME", row.id() + " 的回执时间 " + receipt.at() + " 在将来，不能认作回执");
        }
        boolean overtaken = isNewerKnown(row, receipt);
        if (!moves.addReceipt(row, receipt) || overtaken) {
            return; // told us before, or has been overtaken by what they said later
        }
        String declined = DECLINED.get(receipt.verdict());
        if (declined != null) {
            moves.sure(row); // they have told us: what comes after it need not wait for an answer any more
            moves.park(row, "REJECTED", declined, "对方" + receipt.verdict() + "：" + receipt.note());
        } else if (!row.is(DispatchState.CONFIRMED)) {
            moves.confirm(row, receipt);
        }
    }

    /** By the partner's own time, whatever the order of arrival. */
    private boolean isNewerKnown(DispatchRow row, Receipt receipt) {
        return jdbc.sql("select exists (select 1 from delivery.receipt where dispatch = ? and received_at > ?)")
                .params(row.no(), receipt.at())
                .query(Boolean.class)
                .single();
    }

    void stray(String source, String raw, Throwable why) {
        stray(source, raw, "", raw, why);
    }

    /** @param id the same thing again makes no second row; after it was filed it is open again */
    void stray(String source, String id, String place, String raw, Throwable why) {
        jdbc.sql("""
                        insert into delivery.stray_receipt (source, raw, raw_digest, arrival, place, cause_code, cause)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, raw_digest) do update
                        set read_at = clock_timestamp(), settled_at = null, settled_by = '', settle_reason = ''
                        where stray_receipt.settled_at is not null
                        """)
                .params(
                        source,
                        Text.storable(raw),
                        Digest.sm3(Text.storable(id).getBytes(StandardCharsets.UTF_8)),
                        place.isEmpty() ? "" : Text.storable(id),
                        Text.storable(place),
                        Failure.code(why),
                        Failure.sentence(why))
                .update();
    }
}
