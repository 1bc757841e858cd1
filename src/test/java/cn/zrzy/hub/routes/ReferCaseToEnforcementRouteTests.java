package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Fact;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code refer-case-to-enforcement} and {@code receive-replies-from-enforcement}, over AMQP. */
class ReferCaseToEnforcementRouteTests {

    private static final String ROUTE = "refer-case-to-enforcement";
    private PartnerHarness hub;

    @BeforeEach
    void start() {
        hub = PartnerHarness.get();
    }

    @AfterEach
    void sound() {
        hub.agencies.calm();
        assertThat(hub.desk().breaches()).isEmpty();
    }

    private String story() {
        Fact fact = hub.stories.of(ROUTE);
        hub.happens(fact);
        return fact.key();
    }

    @Test
    void goesThrough() {
        DispatchSummary done = hub.await(ROUTE, story(), DispatchState.CONFIRMED);
        assertThat(done.receiptNo()).contains("号");
        assertThat(hub.agencies.effects("enforcement", done.idempotencyKey())).isEqualTo(1);
        assertThat(hub.desk().one(done.dispatch()).orElseThrow().receipts())
                .singleElement()
                .satisfies(stored -> assertThat(stored.receipt().note()).contains("案号"));
    }

    @Test
    void isRejected() {
        hub.agencies.mood("enforcement", "rejecting", 0);
        DispatchSummary parked = hub.await(ROUTE, story(), DispatchState.PARKED);
        assertThat(parked.causeCode()).isEqualTo("E-DECLINED");
        assertThat(parked.owner()).isEqualTo("执法监督科");
    }

    @Test
    void partnerIsDownAndTheBrokerHolds() {
        hub.agencies.mood("enforcement", "down", 0);
        hub.awaitNobodyReads("agency.enforcement.inbox");
        String key = story();
        hub.await(ROUTE, key, DispatchState.SENT);
        hub.agencies.calm();
        DispatchSummary done = hub.await(ROUTE, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects("enforcement", done.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void aReplyTwiceIsOneReceipt() {
        hub.agencies.mood("enforcement", "duplicate", 1);
        DispatchSummary done = hub.await(ROUTE, story(), DispatchState.CONFIRMED);
        assertThat(hub.desk().one(done.dispatch()).orElseThrow().receipts()).hasSize(1);
    }

    @Test
    void aReplyNobodyUnderstandsIsKeptForAHuman() {
        long before = strays();
        hub.agencies.mood("enforcement", "garbage", 0);
        String key = story();
        Awaitility.await().until(() -> strays() > before);
        assertThat(hub.dispatch(ROUTE, key).state()).isEqualTo(DispatchState.SENT);
        hub.agencies.calm();
        hub.await(ROUTE, key, DispatchState.CONFIRMED);
    }

    private long strays() {
        return hub.jdbc()
                .sql("select count(*) from delivery.stray_receipt")
                .query(Long.class)
                .single();
    }
}
