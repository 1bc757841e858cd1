package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchConfirmed;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.Failure;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The moves of a dispatch from state to state (状态变迁), each under the line and the row that its caller holds. */
@Component("dispatchMoves")
class Moves {

    private static final String LEASE_ENDS = "lease_until = null, lease_begun = false";

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Backoff backoff;
    private final ApplicationEventPublisher facts;

    Moves(JdbcClient jdbc, Lines lines, Backoff backoff, ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.backoff = backoff;
        this.facts = facts;
    }

    /** The row alone, for steps that change nobody's place. */
    Optional<DispatchRow> lock(String id) {
        return jdbc.sql(DispatchRow.SELECT + "where d.id = ? for update of d")
                .param(id)
                .query(DispatchRow::of)
                .optional();
    }

    /** Line and row, for whatever may end in another state. */
    Optional<DispatchRow> lockInLine(String id) {
        lines.hold(id);
        return lock(id);
    }

    Optional<DispatchRow> lockInLineByKey(String idempotencyKey) {
        lines.holdByKey(idempotencyKey);
        return jdbc.sql(DispatchRow.SELECT + "where d.idempotency_key = ? for update of d")
                .param(idempotencyKey)
                .query(DispatchRow::of)
                .optional();
    }

    void endAttempt(DispatchRow row, String outcome, String code, String cause) {
        jdbc.sql("""
                        update delivery.attempt
                        set ended_at = clock_timestamp(), outcome = ?, cause_code = ?, cause = ?
                        where dispatch = ? and ended_at is null
                        """).params(outcome, code, cause, row.no()).update();
    }

    /** They have told us that it arrived, whatever they think of it. */
    void sure(DispatchRow row) {
        jdbc.sql("update delivery.dispatch set unsure = false where no = ?")
                .param(row.no())
                .update();
    }

    void confirm(DispatchRow row, Receipt receipt) {
        addReceipt(row, receipt);
        endAttempt(row, "CONFIRMED", "", "");
        // The first confirmation counts: by it others were let go, whatever a later receipt says.
        jdbc.sql("update delivery.dispatch set state = 'CONFIRMED', unsure = false, setbacks = 0, unfinished = 0,"
                        + " failing_since = null,"
                        + " next_at = null, waits_for = null, cause_code = '', cause = '',"
                        + " confirmed_at = coalesce(confirmed_at, clock_timestamp()), "
                        + LEASE_ENDS
                        + " where no = ?")
                .param(row.no())
                .update();
        lines.left(row);
        facts.publishEvent(new DispatchConfirmed(
                row.id(), row.route(), row.key(), row.orderKey(), receipt.receiptNo(), row.traceId()));
    }

    /** @return false when this receipt is known already */
    boolean addReceipt(DispatchRow row, Receipt receipt) {
        return jdbc.sql("""
                                insert into delivery.receipt
                                    (dispatch, idempotency_key, receipt_no, digest, received_at, verdict, note, raw)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (dispatch, receipt_no, verdict) do nothing
                                """)
                        .params(
                                row.no(),
                                receipt.idempotencyKey(),
                                receipt.receiptNo(),
                                receipt.digest(),
                                receipt.at(),
                                receipt.verdict(),
                                receipt.note(),
                                Text.storable(receipt.raw()))
                        .update()
                > 0;
    }

    void sent(DispatchRow row, String note, Duration receiptWithin) {
        endAttempt(row, "SENT", "", note);
        jdbc.sql("update delivery.dispatch set state = 'SENT', setbacks = 0, unfinished = 0, failing_since = null,"
                        + " waits_for = null,"
                        + " sent_at = coalesce(sent_at, clock_timestamp()), cause_code = '', cause = '',"
                        + " next_at = clock_timestamp() + ? * interval '1 millisecond', " + LEASE_ENDS
                        + " where no = ?")
                .params(receiptWithin.toMillis(), row.no())
                .update();
        lines.left(row);
    }

    void park(DispatchRow row, String outcome, String code, String cause) {
        endAttempt(row, outcome, code, cause);
        jdbc.sql("update delivery.dispatch set state = 'PARKED', next_at = null, parked_at = clock_timestamp(),"
                        + " yielded_at = case when unsure then yielded_at else coalesce(yielded_at, clock_timestamp()) end,"
                        + " cause_code = ?, cause = ?, unfinished = 0, " + LEASE_ENDS + " where no = ?")
                .params(code, cause, row.no())
                .update();
        lines.parked(row);
    }

    /** Sent, no answer: the next thing that happens is a question, or for some partners the same bytes again. */
    void doubt(DispatchRow row, String outcome, Exception why) {
        fail(row, "DOUBTED", outcome, why, true);
    }

    /** Stays what it was before the lease, ours or in doubt, and comes up again later. */
    void postpone(DispatchRow row, Exception why) {
        boolean doubtful = row.state() == DispatchState.DOUBTED || row.unsure();
        fail(row, doubtful ? "DOUBTED" : "OWED", "LATER", why, row.unsure());
    }

    private void fail(DispatchRow row, String state, String outcome, Exception why, boolean unsure) {
        String code = Failure.code(why);
        String cause = Failure.sentence(why);
        endAttempt(row, outcome, code, cause);
        long wait = backoff.next(row.route(), row.setbacks() + 1, why).toMillis();
        // An expired attempt is the only outcome that says nothing about itself, so only it keeps the poison count.
        jdbc.sql("update delivery.dispatch set state = ?, unsure = ?, setbacks = setbacks + 1,"
                        + " failing_since = coalesce(failing_since, clock_timestamp()),"
                        + " unfinished = case when ? = 'EXPIRED' then unfinished else 0 end, cause_code = ?, cause = ?,"
                        + " next_at = clock_timestamp() + ? * interval '1 millisecond', " + LEASE_ENDS
                        + " where no = ?")
                .params(state, unsure, outcome, code, cause, wait, row.no())
                .update();
    }

    /** Due at once, as ours; what failed before says nothing about the try that follows. */
    void owe(DispatchRow row) {
        jdbc.sql("update delivery.dispatch set state = 'OWED', unsure = false, unfinished = 0, failing_since = null,"
                        + " next_at = clock_timestamp(), " + LEASE_ENDS + " where no = ?")
                .param(row.no())
                .update();
        lines.entered(row);
    }
}
