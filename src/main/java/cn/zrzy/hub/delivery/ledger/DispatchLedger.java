package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DeliveryLedger;
import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.dispatch.Wire;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Fact;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs of the sending side (报送台账): each locks a dispatch, lets it do one thing, saves it and commits by itself. */
@Component("deliveryLedger")
public class DispatchLedger implements DeliveryLedger {

    private final Dispatches dispatches;
    private final Setbacks setbacks;
    private final Receipts receipts;
    private final DeliveryTerms terms;
    private final TransactionTemplate own;
    private final TransactionTemplate callers;

    public DispatchLedger(
            Dispatches dispatches,
            Setbacks setbacks,
            Receipts receipts,
            DeliveryTerms terms,
            PlatformTransactionManager transactions) {
        this.dispatches = dispatches;
        this.setbacks = setbacks;
        this.receipts = receipts;
        this.terms = terms;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.callers = new TransactionTemplate(transactions);
        this.callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public void owe(Fact fact, String route) {
        Owed owed = Owed.of(fact, route, terms.route(route), Traces.current());
        callers.executeWithoutResult(tx -> dispatches.enter(owed, fact));
        CrashPoint.reached("after-owe");
    }

    @Override
    public Debt begin(String dispatch, long lease) {
        Debt debt = row(dispatch, one -> one.begin(lease, dispatches.isHeld(one.what()), terms));
        CrashPoint.reached("after-begin");
        return debt;
    }

    @Override
    public Debt ask(String dispatch, long lease) {
        Debt debt = row(dispatch, one -> one.ask(lease, terms));
        CrashPoint.reached("after-ask");
        return debt;
    }

    @Override
    public byte[] keep(String dispatch, long lease, byte[] body) {
        String digest = Digest.sm3(body);
        row(dispatch, one -> {
            one.keep(lease, digest, dispatches.holdsOtherBytes(one.what(), digest));
            dispatches.keepBody(one, digest, body);
            return one;
        });
        CrashPoint.reached("after-keep");
        return body;
    }

    @Override
    public Answer answered(
            String dispatch, long lease, Integer status, String retryAfter, String contentType, InputStream body) {
        CrashPoint.reached("after-send");
        Wire wire = Wire.read(body, contentType);
        return row(dispatch, one -> {
            dispatches.noteAnswer(one, lease, status, wire.text(), wire.unreadable());
            return one.answered(status, retryAfter, wire);
        });
    }

    @Override
    public void confirm(String dispatch, long lease, Receipt receipt) {
        inLine(dispatch, one -> {
            one.confirm(lease, receipt);
            return one;
        });
        CrashPoint.reached("after-confirm");
    }

    @Override
    public void sent(String dispatch, long lease, String note) {
        CrashPoint.reached("after-send");
        inLine(dispatch, one -> {
            one.sent(lease, note, terms.route(one.what().route()).receiptWithin());
            return one;
        });
        CrashPoint.reached("after-sent");
    }

    @Override
    public void settle(String dispatch, long lease, Receipt receipt) {
        inLine(dispatch, one -> {
            one.settle(lease, receipt);
            return one;
        });
        CrashPoint.reached("after-settle");
    }

    @Override
    public void receipt(Receipt receipt, String partner) {
        own.executeWithoutResult(tx -> receipts.take(receipt, partner));
        CrashPoint.reached("after-receipt");
    }

    @Override
    public void stray(String source, String raw, Exception why) {
        own.executeWithoutResult(tx -> receipts.stray(source, raw, why));
    }

    @Override
    public void park(String dispatch, long lease, Exception why) {
        own.executeWithoutResult(tx -> setbacks.park(dispatch, lease, why));
        CrashPoint.reached("after-setback");
    }

    @Override
    public void doubt(String dispatch, long lease, Exception why) {
        own.executeWithoutResult(tx -> setbacks.doubt(dispatch, lease, why));
        CrashPoint.reached("after-setback");
    }

    @Override
    public void postpone(String dispatch, long lease, Exception why) {
        own.executeWithoutResult(tx -> setbacks.postpone(dispatch, lease, why));
        CrashPoint.reached("after-setback");
    }

    private <T> T row(String dispatch, Function<Dispatch, T> step) {
        return own.execute(tx -> save(dispatches.lock(dispatch).orElseThrow(() -> unknown(dispatch)), step));
    }

    private <T> T inLine(String dispatch, Function<Dispatch, T> step) {
        return own.execute(tx -> save(dispatches.lockInLine(dispatch).orElseThrow(() -> unknown(dispatch)), step));
    }

    private <T> T save(Dispatch one, Function<Dispatch, T> step) {
        T result = step.apply(one);
        dispatches.save(one);
        if (one.confirmation().isPresent()) {
            CrashPoint.reached("before-confirm");
        }
        return result;
    }

    private static LeaseLost unknown(String dispatch) {
        return new LeaseLost("没有流水号为 " + dispatch + " 的报送");
    }
}
