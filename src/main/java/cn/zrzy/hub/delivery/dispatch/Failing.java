package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What becomes of a dispatch whose step failed (失败去向). Each answers false when the lease has passed on: it runs in the
 * route's error policy, where a lost lease must not raise a second error, and the ledger has decided already.
 */
public final class Failing {

    private final Dispatch dispatch;

    Failing(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** Never again by itself (转人工). */
    public boolean park(long leaseNo, Exception why) {
        return fail(leaseNo, Setback.refused(why), Dispatch.AT_ONCE);
    }

    /** Sent, no answer (结果未知): what happens next is a question, or for some partners the same bytes again. */
    public boolean doubt(long leaseNo, Exception why, Backoff backoff) {
        boolean left = Failure.of(why) != Failure.NOT_SENT;
        return fail(leaseNo, left ? Setback.lost(why) : Setback.later(why), wait(why, backoff));
    }

    /**
     * Stays what it was before the lease, ours or in doubt, and comes up again later (稍后重试).
     *
     * @param kept whether this try had its bytes kept: the next step sends them, so an error that nobody knows may have come
     *     after that; asked only where it matters
     * @param faultsAfter setbacks in a row after which a fault of our own is nothing that waiting mends
     */
    public boolean postpone(long leaseNo, Exception why, BooleanSupplier kept, int faultsAfter, Backoff backoff) {
        return fail(leaseNo, setback(why, kept, faultsAfter), wait(why, backoff));
    }

    private Setback setback(Exception why, BooleanSupplier kept, int faultsAfter) {
        Failure failure = Failure.of(why);
        boolean sending = dispatch.course().standing().state() == Standing.SENDING.state();
        boolean mayHaveLeft =
                failure == Failure.MAYBE_SENT || (failure != Failure.NOT_SENT && sending && kept.getAsBoolean());
        if (mayHaveLeft) {
            return Setback.lost(why);
        }
        boolean tooOften = dispatch.course().tally().setbacks() + 1 >= faultsAfter;
        return failure == Failure.UNKNOWN && tooOften ? Setback.fault(why) : Setback.later(why);
    }

    private Duration wait(Exception why, Backoff backoff) {
        return backoff.next(dispatch.what().route(), dispatch.course().tally().setbacks() + 1, why);
    }

    private boolean fail(long leaseNo, Setback setback, Duration wait) {
        Optional<Transition> line = dispatch.may(setback.event())
                .filter(one -> dispatch.course().lease().leaseNo() == leaseNo);
        line.ifPresent(one -> dispatch.fail(one, setback, wait));
        return line.isPresent();
    }
}
