package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** Takes in what comes by itself and at its own time (后到回执), inside the transaction that its caller opened. */
@Component("laterReceipts")
public class Receipts {

    private final Dispatches dispatches;
    private final Strays strays;
    private final Clock clock;

    public Receipts(Dispatches dispatches, Strays strays, Clock clock) {
        this.dispatches = dispatches;
        this.strays = strays;
        this.clock = clock;
    }

    void take(Receipt receipt, String partner) {
        Dispatch owed = dispatches
                .lockInLineByKey(receipt.idempotencyKey())
                .orElseThrow(() -> new Rejected("E-RECEIPT", "回执的幂等键不属于任何报送：" + receipt.idempotencyKey()));
        owed.signed().take(receipt, partner, dispatches.known(owed, receipt), OffsetDateTime.now(clock));
        dispatches.save(owed);
    }

    void stray(String source, String raw, Throwable why) {
        strays.keep(source, raw, "", raw, why);
    }
}
