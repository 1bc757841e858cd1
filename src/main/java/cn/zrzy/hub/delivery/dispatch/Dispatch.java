package cn.zrzy.hub.delivery.dispatch;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DispatchConfirmed;
import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing owed to one addressee (一件报送), as it was read under its lock. Its methods are the verbs of the trade: each looks
 * into {@link Transitions}, refuses what stands there in no line, and leaves a new row and what is to be recorded.
 */
public final class Dispatch {

    static final Duration AT_ONCE = Duration.ZERO;

    private final Consignment what;
    private final Course course;
    private DispatchConfirmed confirmed;

    public Dispatch(Consignment what, Course course) {
        this.what = what;
        this.course = course;
    }

    /**
     * Counts the attempt (开始报送), before anything is rendered.
     *
     * @param held its partner has still to tell which keys it holds; a message that lay on the queue when the hub stopped
     *     must not leave before that either
     * @throws LeaseLost for a message that the broker delivers again after somebody began with it
     */
    public Debt begin(long leaseNo, boolean held, DeliveryTerms terms) {
        Transition line = worker(DispatchEvent.BEGIN, leaseNo);
        if (held) {
            throw new TryLater("枢纽启动后先问对方收过哪些件，对方答复前不向它报送");
        }
        course.move(line, terms.lease());
        return tried("SEND", course.tally().attempts());
    }

    /** Counts one question about it (开始查询). */
    public Debt ask(long leaseNo, DeliveryTerms terms) {
        course.move(worker(DispatchEvent.ASK, leaseNo), terms.lease());
        return tried("ASK", course.tally().asks());
    }

    private Debt tried(String kind, int number) {
        course.add(Records.of(new Records.Tried(kind, number, course.lease().leaseNo())));
        return what.debt(number);
    }

    /**
     * Lets these bytes be kept as what is sent (留存报文).
     *
     * @param othersAreThere the partner told that it received other bytes under this key, of which our ledger knows nothing
     */
    public void keep(long leaseNo, String digest, boolean othersAreThere) {
        worker(DispatchEvent.KEEP, leaseNo);
        if (what.hasOtherBytes(digest)) {
            throw new Rejected("E-BYTES", "同一报送再次生成的报文与首次不同，不得以同一流水号报送；请核对数据后以新版本报送");
        }
        if (othersAreThere) {
            throw new Rejected("E-BYTES", "对方已收过同一幂等键、内容不同的一件（数据库还原所致），不得再以此键报送；请核对后以新版本报送，或人工办结");
        }
    }

    /** What came back (应答), whatever it is, beside the digest that a receipt has to echo; nobody is refused. */
    public Answer answered(Integer status, String retryAfter, Wire wire) {
        return new Answer(
                status == null ? 0 : status,
                wire.text(),
                retryAfter == null ? "" : retryAfter,
                what.bodyDigest(),
                wire.cut());
    }

    /** They have signed for it (确认送达). */
    public void confirm(long leaseNo, Receipt receipt) {
        sign(worker(DispatchEvent.CONFIRM, leaseNo), receipt);
    }

    /** It is durably with the carrier (已发出); their reply may have overtaken us. */
    public void sent(long leaseNo, String note, Duration receiptWithin) {
        move(worker(DispatchEvent.SENT, leaseNo), new Records.Ended("SENT", "", note), receiptWithin);
    }

    /** What they said to the question (查询结案). */
    public void settle(long leaseNo, Receipt answer) {
        if (answer.isAbsent()) {
            move(worker(DispatchEvent.ABSENT, leaseNo), new Records.Ended("ABSENT", "", "对方查无此件，可以安全重发"), AT_ONCE);
        } else {
            sign(worker(DispatchEvent.FOUND, leaseNo), answer);
        }
    }

    private void sign(Transition line, Receipt receipt) {
        if (!what.idempotencyKey().equals(receipt.idempotencyKey())) {
            throw new AnswerLost("回执的幂等键不是本报送的：" + receipt.idempotencyKey());
        }
        if (!what.hasBytes(receipt.digest())) {
            throw new AnswerLost("回执的摘要与所发报文不符，不能认作送达");
        }
        done(line, receipt);
    }

    /** The first confirmation stands, whatever comes later: by it others were let go. */
    void done(Transition line, Receipt receipt) {
        course.add(Records.of(receipt));
        move(line, new Records.Ended("CONFIRMED", "", ""), AT_ONCE);
        if (!line.isStill()) {
            confirmed = new DispatchConfirmed(
                    what.id(), what.route(), what.factKey(), what.orderKey(), receipt.receiptNo(), what.traceId());
        }
    }

    /** What becomes of it when a step has failed (受挫). */
    public Failing failing() {
        return new Failing(this);
    }

    /** What the hub itself does with it, whoever worked on it (收发). */
    public Relayed relayed() {
        return new Relayed(this);
    }

    /** What a partner says of it by itself and in its own time (后到回执). */
    public Signed signed() {
        return new Signed(this);
    }

    /** What a person does with it (人工操作). */
    public ByHand byHand(String who, String reason) {
        return new ByHand(this, who, reason);
    }

    void fail(Transition line, Setback setback, Duration wait) {
        move(line, new Records.Ended(setback.outcome(), setback.code(), setback.cause()), wait);
        course.because(setback.code(), setback.cause());
    }

    /** A try that ended is completed in the history once; one that never began has left no line there. */
    void move(Transition line, Records.Ended ended, Duration wait) {
        if (line.from().isBegun() && !line.isStill()) {
            course.add(Records.of(ended));
        }
        course.move(line, wait);
    }

    Optional<Transition> may(DispatchEvent event) {
        return course.may(event, what.askable());
    }

    /** The lease is the fence: an older message ends quietly, whatever has become of the dispatch since. */
    private Transition worker(DispatchEvent event, long leaseNo) {
        return may(event)
                .filter(line -> course.lease().leaseNo() == leaseNo)
                .orElseThrow(() -> new LeaseLost(what.id() + " 的第 " + leaseNo + " 次租约不能再“" + event.label() + "”（现为 "
                        + course.standing().label() + "，租约 " + course.lease().leaseNo() + "），本消息作废"));
    }

    /** The fact that it was confirmed just now (送达已确认); empty when it was not. */
    public Optional<DispatchConfirmed> confirmation() {
        return Optional.ofNullable(confirmed);
    }

    public Consignment what() {
        return what;
    }

    public Course course() {
        return course;
    }
}
