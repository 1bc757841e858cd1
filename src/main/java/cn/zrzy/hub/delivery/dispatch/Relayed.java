package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.kernel.AnswerLost;
import java.util.Optional;

/**
 * What the hub itself does with a dispatch (收发). Each answers false when the table has no line for it: it was found by a
 * search, and has become something else before it was locked.
 */
public final class Relayed {

    private final Dispatch dispatch;

    Relayed(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** The queue did not take it (退回). */
    public boolean release(long leaseNo) {
        return dispatch.course().lease().leaseNo() == leaseNo && move(DispatchEvent.RELEASE);
    }

    /** The carrier came back without it (传输者丢失数据): owed again, same bytes, same key. */
    public boolean carrierLost() {
        return move(DispatchEvent.CARRIER_LOST);
    }

    /** Sent, and no receipt within the term (逾期未回执). */
    public boolean overdue() {
        return fail(Setback.overdue());
    }

    /**
     * Whoever had it is gone (租约到期): back where it was if nobody had begun, else nobody knows what became of it.
     *
     * @param poisonAfter so many in a row that began and never ended, and it is not tried again
     */
    public boolean expire(int poisonAfter, Backoff backoff) {
        if (!dispatch.course().standing().isBegun()) {
            return move(DispatchEvent.EXPIRE);
        }
        int unfinished = dispatch.course().tally().unfinished();
        if (unfinished >= poisonAfter) {
            return fail(Setback.poisoned(unfinished));
        }
        AnswerLost why = new AnswerLost("处理中断，不知报文是否已发出");
        int setbacks = dispatch.course().tally().setbacks() + 1;
        Optional<Transition> line = dispatch.may(DispatchEvent.EXPIRE);
        line.ifPresent(one -> dispatch.fail(
                one, Setback.expired(why), backoff.next(dispatch.what().route(), setbacks, why)));
        return line.isPresent();
    }

    private boolean fail(Setback setback) {
        Optional<Transition> line = dispatch.may(setback.event());
        line.ifPresent(one -> dispatch.fail(one, setback, Dispatch.AT_ONCE));
        return line.isPresent();
    }

    private boolean move(DispatchEvent event) {
        Optional<Transition> line = dispatch.may(event);
        line.ifPresent(one -> dispatch.course().move(one, Dispatch.AT_ONCE));
        return line.isPresent();
    }
}
