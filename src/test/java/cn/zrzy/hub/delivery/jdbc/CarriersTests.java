package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Carriers;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.LeasedDispatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker lost what it held (传输者丢失数据). */
class CarriersTests {

    private final LedgerFixture hub = new LedgerFixture();
    private final Carriers carriers = hub.carriers();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void what_it_held_without_a_receipt_is_owed_again_under_the_same_key() {
        LeasedDispatch held = sent("XC-F1@1");
        LeasedDispatch answered = sent("XC-F2@1");
        hub.ledger.receipt(hub.receipt(answered, "受理"), "enforcement");

        assertThat(carriers.lost("broker")).isEqualTo(1);

        assertThat(hub.state(held)).isEqualTo(DispatchState.OWED);
        assertThat(hub.state(answered)).isEqualTo(DispatchState.CONFIRMED);
        LeasedDispatch again = hub.claimOne();
        assertThat(again.idempotencyKey()).isEqualTo(held.idempotencyKey());
        assertThat(carriers.recentLoss().orElseThrow().dispatches()).isEqualTo(1);
    }

    @Test
    void another_carrier_is_nobody_s_loss() {
        LeasedDispatch held = sent("XC-F1@1");
        assertThat(carriers.lost("post")).isZero();
        assertThat(hub.state(held)).isEqualTo(DispatchState.SENT);
    }

    @Test
    void it_keeps_one_mark() {
        assertThat(carriers.mark("broker")).isEmpty();
        carriers.given("broker", "a");
        carriers.given("broker", "b");
        assertThat(carriers.mark("broker")).contains("b");
    }

    private LeasedDispatch sent(String key) {
        LeasedDispatch leased = hub.oweAndClaim("refer-case-to-enforcement", key);
        hub.beginAndKeep(leased);
        hub.ledger.sent(leased.dispatch(), leased.leaseNo(), "已入队");
        return leased;
    }
}
