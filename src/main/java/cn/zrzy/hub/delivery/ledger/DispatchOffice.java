package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.DispatchActs;
import cn.zrzy.hub.delivery.dispatch.ByHand;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.dispatch.DispatchEvent;
import cn.zrzy.hub.delivery.dispatch.Versions;
import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with dispatches (人工操作). It joins its caller's transaction: what is refused takes the audit row that it
 * carries with it.
 */
@Component("dispatchActs")
public class DispatchOffice implements DispatchActs {

    private final Dispatches dispatches;
    private final Versions versions;
    private final Clock clock;
    private final TransactionTemplate transaction;

    public DispatchOffice(
            Dispatches dispatches, Versions versions, Clock clock, PlatformTransactionManager transactions) {
        this.dispatches = dispatches;
        this.versions = versions;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void dueNow(String dispatch, String who, String reason) {
        ByHand.requireNamed(DispatchEvent.DUE_NOW, who, reason);
        act(dispatch, one -> one.byHand(who, reason).dueNow(versions));
    }

    @Override
    public void askNow(String dispatch, String who, String reason) {
        ByHand.requireNamed(DispatchEvent.ASK_NOW, who, reason);
        act(dispatch, one -> one.byHand(who, reason).askNow());
    }

    @Override
    public void park(String dispatch, String who, String reason) {
        ByHand.requireNamed(DispatchEvent.STOP, who, reason);
        act(dispatch, one -> one.byHand(who, reason).stop());
    }

    @Override
    public void close(String dispatch, String who, String reason, String receiptNo) {
        ByHand.requireNumber(receiptNo);
        ByHand.requireNamed(DispatchEvent.CLOSE, who, reason);
        act(dispatch, one -> one.byHand(who, reason).close(receiptNo, versions, OffsetDateTime.now(clock)));
    }

    private void act(String dispatch, Consumer<Dispatch> step) {
        transaction.executeWithoutResult(tx -> {
            Dispatch one = dispatches
                    .lockInLine(dispatch)
                    .orElseThrow(() -> new Rejected("E-ACT", "没有流水号为 " + dispatch + " 的报送"));
            step.accept(one);
            dispatches.save(one);
        });
    }
}
