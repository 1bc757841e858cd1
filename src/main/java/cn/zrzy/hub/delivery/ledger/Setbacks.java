package cn.zrzy.hub.delivery.ledger;

import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.delivery.terms.Failure;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets dispatches whose step failed go where they go (失败去向), inside the transaction that its caller opened. */
@Component
public class Setbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);

    private final Dispatches dispatches;
    private final Backoff backoff;
    private final DeliveryTerms terms;

    public Setbacks(Dispatches dispatches, Backoff backoff, DeliveryTerms terms) {
        this.dispatches = dispatches;
        this.backoff = backoff;
        this.terms = terms;
    }

    void park(String dispatch, long lease, Exception why) {
        held(dispatch, lease, one -> one.failing().park(lease, why));
    }

    void doubt(String dispatch, long lease, Exception why) {
        tell(dispatch, why);
        held(dispatch, lease, one -> one.failing().doubt(lease, why, backoff));
    }

    void postpone(String dispatch, long lease, Exception why) {
        tell(dispatch, why);
        held(
                dispatch,
                lease,
                one -> one.failing()
                        .postpone(lease, why, () -> dispatches.isLeaving(one), terms.faultsAfter(), backoff));
    }

    /** The exception's own words, for whoever looks into it; the ledger keeps what they mean. */
    private static void tell(String dispatch, Exception why) {
        if (Failure.of(why) == Failure.UNKNOWN) {
            LOG.warn("报送 {} 未成", dispatch, why);
        } else {
            LOG.info("报送 {} 未成：{}", dispatch, String.valueOf(why));
        }
    }

    private void held(String dispatch, long lease, Predicate<Dispatch> step) {
        dispatches
                .lockInLine(dispatch)
                .filter(step)
                .ifPresentOrElse(
                        dispatches::save,
                        () -> LOG.info("dispatch {} lease {} has passed on; nothing written", dispatch, lease));
    }
}
