package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

/** A receipt that comes by another way and at its own time (后到回执): what counts as one, and what it changes. */
public final class Signed {

    /** They have it and decline it: delivered, but somebody here has to act. */
    private static final Map<String, String> DECLINED = Map.of("退回补正", "E-RETURNED", "不受理", "E-DECLINED");

    /** Clocks of two houses may differ by hours, not by days. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Dispatch dispatch;

    Signed(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** What is known beside the row when a receipt comes by itself (已知回执): it came before, or they said something since. */
    public record Known(boolean same, boolean newer) {}

    /**
     * @param partner who told us; only the one that is owed can sign for it
     * @param known of the newest by their own time the word counts, whatever the order of arrival
     */
    public void take(Receipt receipt, String partner, Known known, OffsetDateTime today) {
        requireReceipt(receipt, partner, today);
        if (known.same()) {
            return;
        }
        if (known.newer()) {
            dispatch.course().add(Records.of(receipt));
            return;
        }
        String declined = DECLINED.get(receipt.verdict());
        if (declined == null) {
            dispatch.may(DispatchEvent.ACCEPTED).ifPresent(line -> dispatch.done(line, receipt));
        } else {
            dispatch.course().add(Records.of(receipt));
            Setback setback = new Setback(
                    DispatchEvent.DECLINED, "REJECTED", declined, "对方" + receipt.verdict() + "：" + receipt.note());
            dispatch.may(setback.event()).ifPresent(line -> dispatch.fail(line, setback, Dispatch.AT_ONCE));
        }
    }

    private void requireReceipt(Receipt receipt, String partner, OffsetDateTime today) {
        String id = dispatch.what().id();
        if (!dispatch.what().partner().equals(partner)) {
            throw new Rejected("E-RECEIPT-PARTNER", id + " 不是报给该单位的，它的回执不作数");
        }
        if (!dispatch.what().hasBytes(receipt.digest())) {
            throw new Rejected("E-RECEIPT", "回执的摘要与 " + id + " 所发报文不符，不能认作送达");
        }
        if (receipt.receiptNo().isBlank()) {
            throw new Rejected("E-RECEIPT-NO", id + " 的回执没有对方的文号，不能认作回执");
        }
        if (receipt.at().isAfter(today.plus(AHEAD))) {
            throw new Rejected("E-RECEIPT-TIME", id + " 的回执时间 " + receipt.at() + " 在将来，不能认作回执");
        }
    }
}
