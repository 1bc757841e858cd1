package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.ceremony.DrawCorrected;
import cn.zrzy.hub.ceremony.DrawFinished;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.plan.PlanApproved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every route over HTTP has to stand: goes through, is rejected, partner down, and the answers nobody can believe. */
abstract class PartnerRouteCases {

    private final String route;
    private final String agency;
    protected PartnerHarness hub;

    PartnerRouteCases(String route, String agency) {
        this.route = route;
        this.agency = agency;
    }

    @BeforeEach
    void start() {
        hub = PartnerHarness.get();
    }

    @AfterEach
    void oneEffectEach() {
        hub.agencies.calm();
        assertThat(hub.desk().breaches()).isEmpty();
    }

    /** What is about to happen; what it rests on has reached the agency already, while it was calm. */
    private Fact foretold() {
        Fact fact = hub.stories.of(route);
        if (agency.equals("province") && route.contains("results")) {
            PlanApproved plan = new PlanApproved(fact.orderKey(), 1);
            hub.happens(plan);
            hub.await("publish-plan-to-province", plan.key(), DispatchState.CONFIRMED);
        }
        if (agency.equals("province") && fact instanceof DrawCorrected corrected) {
            DrawFinished drawn = new DrawFinished(corrected.drawNo(), corrected.schemeNo(), corrected.planNo());
            hub.happens(drawn);
            hub.await("publish-draw-to-province", drawn.key(), DispatchState.CONFIRMED);
        }
        return fact;
    }

    private String happens(Fact fact) {
        hub.happens(fact);
        return fact.key();
    }

    @Test
    void goesThrough() {
        String key = happens(foretold());
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.receiptNo()).isNotEmpty();
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void isRejected() {
        Fact fact = foretold();
        hub.agencies.mood(agency, "rejecting", 0);
        String key = happens(fact);
        DispatchSummary parked = hub.await(route, key, DispatchState.PARKED);
        assertThat(parked.causeCode()).matches("E-[123]042");
        assertThat(parked.cause()).contains("退回");
        assertThat(parked.owner()).isNotEmpty();
        assertThat(hub.agencies.effects(agency, parked.idempotencyKey())).isZero();
        hub.agencies.calm();
        hub.acts().dueNow(parked.dispatch(), "王强", "对方已更正代码表");
        hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects(agency, parked.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void partnerIsDown() {
        Fact fact = foretold();
        hub.agencies.mood(agency, "down", 0);
        String key = happens(fact);
        String wait = hub.dispatch(route, key).dispatch();
        org.awaitility.Awaitility.await()
                .until(() -> !hub.desk()
                        .page(new DispatchDesk.Filter(DispatchState.DOUBTED, agency, null), 1, 10)
                        .rows()
                        .isEmpty());
        assertThat(hub.desk().one(wait).orElseThrow().summary().state()).isNotEqualTo(DispatchState.CONFIRMED);
        hub.agencies.calm();
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void theAnswerIsLostAndAskedFor() {
        Fact fact = foretold();
        hub.agencies.mood(agency, "answer-lost", 1);
        String key = happens(fact);
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }

    @Test
    void aLoginPageIsNoReceipt() {
        Fact fact = foretold();
        hub.agencies.mood(agency, "garbage", 1);
        String key = happens(fact);
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }
}
