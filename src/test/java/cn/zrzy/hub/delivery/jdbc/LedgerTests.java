package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.DispatchConfirmed;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchFile;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

/** The ledger against a real PostgreSQL: one debt through each of its fates. */
class LedgerTests {

    private static final String PLAN = "publish-plan-to-province";
    private static final String LEAD = "refer-case-to-enforcement";

    private final LedgerFixture hub = new LedgerFixture();

    @AfterEach
    void theInvariantsHold() {
        assertThat(hub.desk.breaches()).isEmpty();
        hub.close();
    }

    @Test
    void a_fact_is_owed_once_a_route_and_only_inside_its_transaction() {
        hub.owe(PLAN, "XC-2026-P01@1", "XC-2026-P01");
        hub.owe(PLAN, "XC-2026-P01@1", "XC-2026-P01");
        assertThat(hub.desk.page(DispatchDesk.Filter.ALL, 1, 10).total()).isEqualTo(1);
        assertThatThrownBy(() -> hub.ledger.owe(new LedgerFixture.Happened("k", "o"), PLAN))
                .isInstanceOf(IllegalTransactionStateException.class);
        hub.transaction.executeWithoutResult(status -> {
            hub.ledger.owe(new LedgerFixture.Happened("XC-2026-P02@1", "XC-2026-P02"), PLAN);
            status.setRollbackOnly();
        });
        assertThat(hub.desk.page(DispatchDesk.Filter.ALL, 1, 10).total()).isEqualTo(1);
    }

    @Test
    void a_route_without_terms_fails_the_fact_loudly() {
        assertThatThrownBy(() -> hub.owe("publish-plan-to-nobody", "k@1", "k")).hasMessageContaining("queues.yaml");
    }

    @Test
    void province_refusal_in_gbk_is_read_by_its_content_type_and_its_bytes_are_kept() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@2");
        hub.ledger.begin(leased.dispatch(), leased.leaseNo());
        hub.ledger.keep(leased.dispatch(), leased.leaseNo(), LedgerFixture.BODY);
        String refusal = "{\"code\": \"E-1042\", \"message\": \"第三行抽查比例低于本省目录下限，请按豫自然资办核对后重报\"}";
        byte[] gbk = refusal.getBytes(Charset.forName("GBK"));
        Answer answer = hub.ledger.answered(
                leased.dispatch(),
                leased.leaseNo(),
                422,
                null,
                "application/json; charset=GBK",
                new ByteArrayInputStream(gbk));
        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(hub.jdbc
                        .sql("select response_bytes from delivery.attempt")
                        .query(byte[].class)
                        .single())
                .isEqualTo(gbk);
        assertThat(hub.jdbc
                        .sql("select response from delivery.attempt")
                        .query(String.class)
                        .single())
                .isEqualTo(refusal);
    }

    @Test
    void from_owed_to_confirmed_with_body_answer_receipt_and_fact() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@2");
        Debt debt = hub.ledger.begin(leased.dispatch(), leased.leaseNo());
        assertThat(debt.idempotencyKey()).matches("publish-plan-to-province:XC-2026-P01@2:[2-9A-HJ-KMNP-Z]{10}");
        assertThat(debt.subject()).isEqualTo("XC-2026-P01");
        assertThat(debt.version()).isEqualTo(2);
        hub.ledger.keep(leased.dispatch(), leased.leaseNo(), LedgerFixture.BODY);
        Answer answer = hub.ledger.answered(
                leased.dispatch(),
                leased.leaseNo(),
                200,
                null,
                null,
                new ByteArrayInputStream("{\0}".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.requestDigest()).hasSize(64);
        hub.ledger.confirm(leased.dispatch(), leased.leaseNo(), hub.receipt(leased, Receipt.ACCEPTED));
        DispatchFile file = hub.desk.one(leased.dispatch()).orElseThrow();
        assertThat(file.summary().state()).isEqualTo(DispatchState.CONFIRMED);
        assertThat(file.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("CONFIRMED");
            assertThat(attempt.httpStatus()).isEqualTo(200);
            assertThat(attempt.requestDigest()).isEqualTo(file.bodyDigest());
        });
        assertThat(file.receipts()).hasSize(1);
        assertThat(file.body()).contains("planCode");
        assertThat(hub.published).singleElement().isInstanceOf(DispatchConfirmed.class);
        assertThat(hub.due.claim(10)).isEmpty();
    }

    @Test
    void the_same_message_twice_begins_once() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.ledger.begin(leased.dispatch(), leased.leaseNo());
        assertThatThrownBy(() -> hub.ledger.begin(leased.dispatch(), leased.leaseNo()))
                .isInstanceOf(LeaseLost.class);
        assertThat(hub.line(leased).attempts()).isEqualTo(1);
    }

    @Test
    void a_zombie_with_an_old_lease_changes_nothing() {
        LeasedDispatch old = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.leaseRunsOut();
        LeasedDispatch now = hub.claimOne();
        assertThat(now.leaseNo()).isGreaterThan(old.leaseNo());
        hub.beginAndKeep(now);
        assertThatThrownBy(() -> hub.ledger.begin(old.dispatch(), old.leaseNo()))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> hub.ledger.keep(old.dispatch(), old.leaseNo(), LedgerFixture.BODY))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> hub.ledger.confirm(old.dispatch(), old.leaseNo(), hub.receipt(old, Receipt.ACCEPTED)))
                .isInstanceOf(LeaseLost.class);
        hub.ledger.park(old.dispatch(), old.leaseNo(), new Rejected("E-X", "x"));
        hub.ledger.postpone(old.dispatch(), old.leaseNo(), new TryLater("x"));
        hub.ledger.doubt(old.dispatch(), old.leaseNo(), new AnswerLost("x"));
        assertThat(hub.state(now)).isEqualTo(DispatchState.SENDING);
        hub.ledger.confirm(now.dispatch(), now.leaseNo(), hub.receipt(now, Receipt.ACCEPTED));
        assertThat(hub.state(now)).isEqualTo(DispatchState.CONFIRMED);
    }

    @Test
    void a_lease_that_ran_out_is_owed_again_before_the_attempt_and_doubted_after_it() {
        LeasedDispatch first = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.leaseRunsOut();
        assertThat(hub.state(first)).isEqualTo(DispatchState.OWED);
        LeasedDispatch second = hub.claimOne();
        hub.beginAndKeep(second);
        hub.leaseRunsOut();
        assertThat(hub.state(second)).isEqualTo(DispatchState.DOUBTED);
        // The receipt that comes after all settles it.
        hub.ledger.confirm(second.dispatch(), second.leaseNo(), hub.receipt(second, Receipt.ACCEPTED));
        assertThat(hub.state(second)).isEqualTo(DispatchState.CONFIRMED);
    }

    @Test
    void what_is_in_doubt_is_asked_and_never_resent_blindly() {
        LeasedDispatch sending = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(sending);
        hub.ledger.postpone(sending.dispatch(), sending.leaseNo(), new SocketTimeoutException("Read timed out"));
        assertThat(hub.state(sending)).isEqualTo(DispatchState.DOUBTED);
        assertThat(hub.due.claim(10)).isEmpty();
        hub.timePasses();
        LeasedDispatch asking = hub.claimOne();
        assertThat(asking.queue()).isEqualTo("ask-province");
        assertThatThrownBy(() -> hub.ledger.begin(asking.dispatch(), asking.leaseNo()))
                .isInstanceOf(LeaseLost.class);
        hub.ledger.ask(asking.dispatch(), asking.leaseNo());
        hub.ledger.postpone(asking.dispatch(), asking.leaseNo(), new ConnectException("refused"));
        assertThat(hub.state(asking)).isEqualTo(DispatchState.DOUBTED);
        hub.timePasses();
        LeasedDispatch again = hub.claimOne();
        hub.ledger.ask(again.dispatch(), again.leaseNo());
        hub.ledger.settle(again.dispatch(), again.leaseNo(), hub.receipt(again, Receipt.ACCEPTED));
        assertThat(hub.state(again)).isEqualTo(DispatchState.CONFIRMED);
        assertThat(hub.line(again).attempts()).isEqualTo(1);
    }

    @Test
    void a_partner_that_has_nothing_gets_it_again_with_the_same_key() {
        LeasedDispatch sending = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(sending);
        hub.ledger.doubt(sending.dispatch(), sending.leaseNo(), new AnswerLost("HTML"));
        hub.timePasses();
        LeasedDispatch asking = hub.claimOne();
        hub.ledger.ask(asking.dispatch(), asking.leaseNo());
        hub.ledger.settle(asking.dispatch(), asking.leaseNo(), Receipt.absent(asking.idempotencyKey(), "{}"));
        LeasedDispatch again = hub.claimOne();
        assertThat(again.queue()).isEqualTo(PLAN);
        assertThat(again.idempotencyKey()).isEqualTo(sending.idempotencyKey());
        hub.send(again);
        assertThat(hub.line(again).attempts()).isEqualTo(2);
    }

    @Test
    void other_bytes_under_the_same_key_are_refused() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(leased);
        hub.ledger.postpone(leased.dispatch(), leased.leaseNo(), new TryLater("busy"));
        hub.timePasses();
        LeasedDispatch again = hub.claimOne();
        hub.ledger.begin(again.dispatch(), again.leaseNo());
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> hub.ledger.keep(again.dispatch(), again.leaseNo(), other))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-BYTES"));
    }

    @Test
    void a_receipt_for_other_bytes_or_another_key_is_no_receipt() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(leased);
        Receipt good = hub.receipt(leased, Receipt.ACCEPTED);
        Receipt otherBytes = new Receipt(good.idempotencyKey(), "1", "0".repeat(64), good.at(), "受理", "", "");
        Receipt otherKey = new Receipt("x:y@1", "1", good.digest(), good.at(), "受理", "", "");
        assertThatThrownBy(() -> hub.ledger.confirm(leased.dispatch(), leased.leaseNo(), otherBytes))
                .isInstanceOf(AnswerLost.class);
        assertThatThrownBy(() -> hub.ledger.confirm(leased.dispatch(), leased.leaseNo(), otherKey))
                .isInstanceOf(AnswerLost.class);
        assertThat(hub.state(leased)).isEqualTo(DispatchState.SENDING);
    }

    @Test
    void a_refusal_parks_with_code_sentence_and_owner_until_a_human_releases_it() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(leased);
        hub.ledger.park(leased.dispatch(), leased.leaseNo(), new Rejected("E-PROV-401", "签名无效"));
        assertThat(hub.line(leased).causeCode()).isEqualTo("E-PROV-401");
        assertThat(hub.line(leased).owner()).isEqualTo("监管科");
        assertThat(hub.desk.parkedByCause())
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(1));
        assertThatThrownBy(() -> hub.acts.dueNow(leased.dispatch(), "王强", " ")).isInstanceOf(Rejected.class);
        hub.acts.dueNow(leased.dispatch(), "王强", "更换密钥");
        hub.send(hub.claimOne());
        assertThatThrownBy(() -> hub.acts.dueNow(leased.dispatch(), "王强", "手滑"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-DISPATCH-STATE"));
        assertThat(hub.desk.one(leased.dispatch()).orElseThrow().acts()).hasSize(1);
    }

    @Test
    void an_operator_cannot_resend_what_is_in_doubt() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(leased);
        hub.ledger.doubt(leased.dispatch(), leased.leaseNo(), new AnswerLost("lost"));
        hub.acts.park(leased.dispatch(), "王强", "先停");
        hub.acts.dueNow(leased.dispatch(), "王强", "再试");
        assertThat(hub.claimOne().queue()).isEqualTo("ask-province");
    }

    @Test
    void a_message_that_kills_its_process_is_parked_after_three_attempts() {
        hub.owe(LEAD, "XC-F1@1", "XC-2026-P01");
        LeasedDispatch leased = null;
        for (int i = 0; i < 3; i++) {
            hub.timePasses();
            leased = hub.claimOne();
            hub.ledger.begin(leased.dispatch(), leased.leaseNo());
            hub.leaseRunsOut();
        }
        assertThat(hub.line(leased).causeCode()).isEqualTo("E-POISON");
        assertThat(hub.state(leased)).isEqualTo(DispatchState.PARKED);
    }

    @Test
    void a_fault_of_our_own_that_never_goes_away_becomes_a_task() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        for (int i = 0; i < 10; i++) {
            hub.ledger.begin(leased.dispatch(), leased.leaseNo());
            hub.ledger.postpone(leased.dispatch(), leased.leaseNo(), new NullPointerException("time"));
            hub.timePasses();
            leased = hub.due.claim(1).stream().findFirst().orElse(leased);
        }
        assertThat(hub.line(leased).causeCode()).isEqualTo("E-INTERNAL");
        assertThat(hub.state(leased)).isEqualTo(DispatchState.PARKED);
    }

    @Test
    void the_partners_own_waiting_time_is_kept() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(leased);
        hub.ledger.postpone(leased.dispatch(), leased.leaseNo(), new TryLater("429", Duration.ofHours(1)));
        assertThat(hub.state(leased)).isEqualTo(DispatchState.OWED);
        assertThat(hub.line(leased).nextAt()).isAfter(OffsetDateTime.now().plusMinutes(55));
    }

    @Test
    void where_the_same_bytes_have_one_effect_a_doubt_is_sent_again() {
        LeasedDispatch leased = hub.oweAndClaim(LEAD, "XC-F1@1");
        hub.beginAndKeep(leased);
        hub.ledger.doubt(leased.dispatch(), leased.leaseNo(), new AnswerLost("broker gone"));
        hub.timePasses();
        LeasedDispatch again = hub.claimOne();
        assertThat(again.queue()).isEqualTo(LEAD);
        hub.beginAndKeep(again);
        hub.ledger.sent(again.dispatch(), again.leaseNo(), "已入队");
        assertThat(hub.state(again)).isEqualTo(DispatchState.SENT);
        hub.ledger.receipt(hub.receipt(again, "转送"), "enforcement");
        assertThat(hub.state(again)).isEqualTo(DispatchState.CONFIRMED);
    }

    @Test
    void a_reply_may_overtake_the_sender_and_come_twice() {
        LeasedDispatch leased = hub.oweAndClaim(LEAD, "XC-F1@1");
        hub.beginAndKeep(leased);
        hub.ledger.receipt(hub.receipt(leased, Receipt.ACCEPTED), "enforcement");
        hub.ledger.receipt(hub.receipt(leased, Receipt.ACCEPTED), "enforcement");
        hub.ledger.sent(leased.dispatch(), leased.leaseNo(), "已入队");
        assertThat(hub.state(leased)).isEqualTo(DispatchState.CONFIRMED);
        assertThat(hub.desk.one(leased.dispatch()).orElseThrow().receipts()).hasSize(1);
    }

    @Test
    void a_return_becomes_a_task_and_a_missing_receipt_too() {
        LeasedDispatch returned = hub.oweAndClaim(LEAD, "XC-F1@1");
        hub.beginAndKeep(returned);
        hub.ledger.sent(returned.dispatch(), returned.leaseNo(), "已入队");
        hub.ledger.receipt(hub.receipt(returned, "退回补正"), "enforcement");
        assertThat(hub.line(returned).causeCode()).isEqualTo("E-RETURNED");
        LeasedDispatch silent = hub.oweAndClaim(LEAD, "XC-F2@1");
        hub.beginAndKeep(silent);
        hub.ledger.sent(silent.dispatch(), silent.leaseNo(), "已入队");
        hub.timePasses();
        hub.due.expireLeases();
        assertThat(hub.line(silent).causeCode()).isEqualTo("E-RECEIPT-LATE");
        hub.ledger.receipt(hub.receipt(silent, Receipt.ACCEPTED), "enforcement");
        assertThat(hub.state(silent)).isEqualTo(DispatchState.CONFIRMED);
    }

    @Test
    void a_receipt_that_belongs_to_nothing_is_kept_for_a_human() {
        Receipt stranger = new Receipt("a:b@1", "1", "0".repeat(64), OffsetDateTime.now(), "受理", "", "");
        assertThatThrownBy(() -> hub.ledger.receipt(stranger, "enforcement")).isInstanceOf(Rejected.class);
        hub.ledger.stray("agency.enforcement.outbox", "<html>\0", new AnswerLost("看不懂"));
        hub.ledger.stray("agency.enforcement.outbox", "<html>\0", new AnswerLost("看不懂"));
        assertThat(hub.jdbc
                        .sql("select count(*) from delivery.stray_receipt")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void closing_by_hand_needs_a_number_and_ends_it() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.beginAndKeep(leased);
        hub.ledger.park(leased.dispatch(), leased.leaseNo(), new Rejected("E-1042", "x"));
        assertThatThrownBy(() -> hub.acts.close(leased.dispatch(), "王强", "已当面报送", ""))
                .isInstanceOf(Rejected.class);
        hub.acts.close(leased.dispatch(), "王强", "已当面报送", "豫双随机〔2026〕1号");
        assertThat(hub.state(leased)).isEqualTo(DispatchState.CONFIRMED);
    }

    @Test
    void history_cannot_be_rewritten() {
        LeasedDispatch leased = hub.oweAndClaim(PLAN, "XC-2026-P01@1");
        hub.send(leased);
        assertThatThrownBy(() -> hub.jdbc
                        .sql("update delivery.attempt set outcome = 'LOST'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> hub.jdbc.sql("delete from delivery.attempt").update())
                .isInstanceOf(DataAccessException.class);
    }
}
