package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Fact;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code refer-case-to-judiciary} and {@code receive-slips-from-judiciary}, over SFTP. */
class ReferCaseToJudiciaryRouteTests {

    private static final String ROUTE = "refer-case-to-judiciary";
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
        assertThat(hub.agencies.effects("judiciary", done.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void isRejected() {
        hub.agencies.mood("judiciary", "rejecting", 0);
        DispatchSummary parked = hub.await(ROUTE, story(), DispatchState.PARKED);
        assertThat(parked.causeCode()).isEqualTo("E-DECLINED");
        assertThat(parked.owner()).isEqualTo("政策法规科");
    }

    @Test
    void partnerIsDown() {
        hub.agencies.mood("judiciary", "down", 0);
        String key = story();
        Awaitility.await().until(() -> hub.dispatch(ROUTE, key).attempts() > 1);
        assertThat(hub.dispatch(ROUTE, key).state()).isNotIn(DispatchState.SENT, DispatchState.CONFIRMED);
        hub.agencies.calm();
        DispatchSummary done = hub.await(ROUTE, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects("judiciary", done.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void theSlipComesLate() {
        hub.agencies.mood("judiciary", "answer-lost", 1);
        String key = story();
        hub.await(ROUTE, key, DispatchState.SENT);
        hub.agencies.calm();
        hub.await(ROUTE, key, DispatchState.CONFIRMED);
    }
}
