package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as a receipt (回执认定): from whom, with what, and which of two. */
class LaterReceiptsTests {

    private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");

    private final LedgerFixture hub = new LedgerFixture();
    private LeasedDispatch lead;

    @BeforeEach
    void send() {
        lead = hub.oweAndClaim("refer-case-to-enforcement", "XC-F1@1");
        hub.beginAndKeep(lead);
        hub.ledger.sent(lead.dispatch(), lead.leaseNo(), "已入队");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void another_partners_word_about_it_is_none() {
        refused("E-RECEIPT-PARTNER", () -> hub.ledger.receipt(receipt("号1", "退回补正", TEN), "judiciary"));
        assertThat(hub.state(lead)).isEqualTo(DispatchState.SENT);
    }

    @Test
    void without_a_number_it_is_no_receipt() {
        refused("E-RECEIPT-NO", () -> hub.ledger.receipt(receipt(" ", "受理", TEN), "enforcement"));
        assertThat(hub.state(lead)).isEqualTo(DispatchState.SENT);
    }

    @Test
    void one_from_the_future_is_none() {
        refused(
                "E-RECEIPT-TIME",
                () -> hub.ledger.receipt(
                        receipt("号1", "受理", OffsetDateTime.now().plusDays(2)), "enforcement"));
    }

    @Test
    void the_newest_by_their_own_time_wins_whatever_the_order_of_arrival() {
        hub.ledger.receipt(receipt("号2", "退回补正", TEN.plusHours(1)), "enforcement");
        hub.ledger.receipt(receipt("号1", "受理", TEN), "enforcement");
        assertThat(hub.state(lead)).isEqualTo(DispatchState.PARKED);
        assertThat(hub.desk.one(lead.dispatch()).orElseThrow().receipts()).hasSize(2);

        hub.ledger.receipt(receipt("号3", "受理", TEN.plusHours(2)), "enforcement");
        assertThat(hub.state(lead)).isEqualTo(DispatchState.CONFIRMED);
    }

    /** Killed after sending, sent again, returned: nothing about it is in doubt, so its correction need not wait for it. */
    @Test
    void a_return_ends_the_doubt_whether_it_arrived() {
        hub.jdbc.sql("update delivery.dispatch set unsure = true").update();
        hub.ledger.receipt(receipt("号1", "退回补正", TEN), "enforcement");
        assertThat(hub.jdbc
                        .sql("select state from delivery.dispatch where not unsure and yielded_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly("PARKED");
    }

    @Test
    void what_was_filed_and_comes_again_is_open_again() {
        Rejected why = new Rejected("E-RECEIPT", "读不懂");
        JdbcStrays strays = new JdbcStrays(hub.jdbc);
        for (int times = 1; times <= 2; times++) {
            strays.keep("receive-replies-from-enforcement", "{}", "", "{}", why);
            assertThat(hub.jdbc
                            .sql("select count(*) from delivery.stray_receipt where settled_at is null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            hub.jdbc
                    .sql("update delivery.stray_receipt set settled_at = now(), settled_by = 'x'")
                    .update();
        }
    }

    private Receipt receipt(String number, String verdict, OffsetDateTime at) {
        return new Receipt(lead.idempotencyKey(), number, Digest.sm3(LedgerFixture.BODY), at, verdict, "", "{}");
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOf(Rejected.class)
                .extracting(e -> ((Rejected) e).code())
                .isEqualTo(code);
    }
}
