package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.SelfCheck;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger checks what changed, all of it and once. */
class LedgerCheckTests {

    private static final String PLAN = "publish-plan-to-province";

    private final LedgerFixture hub = new LedgerFixture();
    private final LedgerCheck check = new LedgerCheck(hub.jdbc, hub.lines);

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whatChangedIsCheckedOnceAndFoundInOrder() {
        LeasedDispatch sent = hub.oweAndClaim(PLAN, "P1@1");
        hub.send(sent);
        SelfCheck.Findings first = check(Set.of());
        assertThat(first.breaches()).isEmpty();
        assertThat(first.objects()).containsExactly(sent.dispatch());
        assertThat(first.more()).isFalse();
        assertThat(check(Set.of()).objects()).as("nothing has changed since").isEmpty();
    }

    @Test
    void everyKindOfBreachIsFoundWhereItIsMade() {
        LeasedDispatch twice = hub.oweAndClaim(PLAN, "P1@1");
        hub.send(twice);
        LeasedDispatch other = hub.oweAndClaim(PLAN, "P2@1");
        hub.send(other);
        check(Set.of());
        // The partner sends a second number, and that of another dispatch at that.
        Receipt receipt = hub.receipt(other, Receipt.ACCEPTED);
        hub.jdbc
                .sql("insert into delivery.receipt (dispatch, idempotency_key, receipt_no, digest, verdict, note, raw)"
                        + " values (1, ?, ?, ?, '受理', '', '')")
                .params(twice.idempotencyKey(), receipt.receiptNo(), receipt.digest())
                .update();
        assertThat(check(Set.of()).breaches())
                .extracting(Breach::invariant, Breach::object)
                .containsOnly(tuple("I3", twice.dispatch()));
        assertThat(check(Set.of()).breaches()).as("history is not read again").isEmpty();
        assertThat(check(Set.of(twice.dispatch())).breaches())
                .as("a suspect is")
                .hasSize(2);
    }

    @Test
    void aConfirmationWithoutReceiptIsFoundWhenItHappens() {
        hub.owe(PLAN, "P1@1", "P1");
        hub.jdbc
                .sql(
                        "update delivery.dispatch set state = 'CONFIRMED', confirmed_at = clock_timestamp(), next_at = null")
                .update();
        assertThat(check(Set.of()).breaches()).extracting(Breach::detail).containsExactly("已确认但没有回执");
    }

    @Test
    void whatTurnsBadByWaitingIsFoundWithoutAnyChange() {
        LeasedDispatch lost = hub.oweAndClaim(PLAN, "P1@1");
        hub.beginAndKeep(lost);
        check(Set.of());
        hub.jdbc
                .sql("update delivery.dispatch set lease_until = clock_timestamp() - interval '11 minutes'")
                .update();
        assertThat(check(Set.of()).breaches()).extracting(Breach::invariant).containsExactly("I7");
        hub.due.expireLeases();
        assertThat(check(Set.of(lost.dispatch())).breaches()).isEmpty();
    }

    @Test
    void aRefusedPlanThatWasPutRightIsNoBreachOfOrder() {
        LeasedDispatch refused = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(refused);
        hub.ledger.park(refused.dispatch(), refused.leaseNo(), new Rejected("E-1042", "x"));
        hub.send(hub.oweAndClaim(PLAN, "XC-2026-P01@2"));
        hub.send(hub.oweAndClaim("publish-draw-to-province", "D1"));
        hub.acts.close(refused.dispatch(), "王强", "已由第2版取代", "豫〔2026〕1号");
        assertThat(check(Set.of()).breaches()).isEmpty();
        assertThat(hub.desk.breaches()).isEmpty();
    }

    @Test
    void aLongBacklogIsWorkedOffInParts() {
        for (int i = 0; i < 3; i++) {
            LeasedDispatch leased = hub.oweAndClaim(PLAN, "P" + i + "@1");
            hub.beginAndKeep(leased);
            hub.ledger.doubt(leased.dispatch(), leased.leaseNo(), new AnswerLost("断了"));
        }
        hub.jdbc
                .sql("insert into delivery.unchecked (dispatch) select 1 from generate_series(1, 2500)")
                .update();
        assertThat(check(Set.of()).more()).isTrue();
        assertThat(check(Set.of()).more()).isFalse();
        assertThat(List.copyOf(check(Set.of()).objects())).isEmpty();
    }

    private SelfCheck.Findings check(Set<String> suspects) {
        return hub.transaction.execute(status -> check.check(suspects));
    }
}
