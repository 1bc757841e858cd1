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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents that are told over HTTP, against the real agencies: each goes through, and of each partner one is refused, waits
 * while it is away, and outlives the answers that nobody can believe. They are instances of one template, and what it does step
 * by step is said in {@code routes.stage.RouteTests}.
 */
class ToldOverHttpRouteTests {

    private PartnerHarness hub;

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
    private Fact foretold(String route) {
        String agency = agency(route);
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

    private static String agency(String route) {
        return route.substring(route.lastIndexOf('-') + 1);
    }

    private String happens(Fact fact) {
        hub.happens(fact);
        return fact.key();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publish-plan-to-province",
                "publish-scheme-to-province",
                "publish-pool-to-province",
                "publish-draw-to-province",
                "publish-opened-to-province",
                "publish-correction-to-province",
                "publish-void-to-province",
                "publish-results-to-province",
                "publish-plan-to-portal",
                "publish-scheme-to-portal",
                "publish-pool-to-portal",
                "publish-draw-to-portal",
                "publish-opened-to-portal",
                "publish-correction-to-portal",
                "publish-void-to-portal",
                "publish-results-to-portal",
                "refer-record-to-credit"
            })
    void goesThrough(String route) {
        String agency = agency(route);
        String key = happens(foretold(route));
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.receiptNo()).isNotEmpty();
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish-results-to-province", "publish-correction-to-portal", "refer-record-to-credit"})
    void isRejected(String route) {
        String agency = agency(route);
        Fact fact = foretold(route);
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

    @ParameterizedTest
    @ValueSource(strings = {"publish-results-to-province", "publish-correction-to-portal", "refer-record-to-credit"})
    void partnerIsDown(String route) {
        String agency = agency(route);
        Fact fact = foretold(route);
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

    @ParameterizedTest
    @ValueSource(strings = {"publish-results-to-province", "publish-correction-to-portal", "refer-record-to-credit"})
    void theAnswerIsLostAndAskedFor(String route) {
        String agency = agency(route);
        Fact fact = foretold(route);
        hub.agencies.mood(agency, "answer-lost", 1);
        String key = happens(fact);
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish-results-to-province", "publish-correction-to-portal", "refer-record-to-credit"})
    void aLoginPageIsNoReceipt(String route) {
        String agency = agency(route);
        Fact fact = foretold(route);
        hub.agencies.mood(agency, "garbage", 1);
        String key = happens(fact);
        DispatchSummary done = hub.await(route, key, DispatchState.CONFIRMED);
        assertThat(hub.agencies.effects(agency, done.idempotencyKey())).isEqualTo(1);
    }
}
