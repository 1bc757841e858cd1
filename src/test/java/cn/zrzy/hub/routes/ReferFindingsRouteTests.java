package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.inspection.FindingRecorded;
import cn.zrzy.hub.plan.PlanApproved;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is owed what: {@code publish-plan}, {@code refer-findings} and the confirmation that comes back. */
class ReferFindingsRouteTests {

    private PartnerHarness hub;

    @BeforeEach
    void start() {
        hub = PartnerHarness.get();
    }

    @Test
    void aFindingIsOwedToEveryAgencyThatItConcerns() {
        PlanApproved plan = hub.stories.plan();
        hub.happens(plan);
        FindingRecorded finding = hub.stories.finding(plan.planNo());
        hub.happens(finding);
        List<DispatchSummary> owed = hub.desk().ofKey(finding.key());
        assertThat(owed)
                .extracting(DispatchSummary::route)
                .containsExactly(
                        "publish-results-to-province",
                        "publish-results-to-portal",
                        "refer-case-to-enforcement",
                        "refer-case-to-judiciary",
                        "refer-record-to-credit");
    }

    @Test
    void aFactThatCannotBeOwedUndoesItsBusinessChange() {
        // The finding is not stored, so the rules cannot be asked.
        FindingRecorded unknown = new FindingRecorded("XC-2026-P99-F9", "S", "XC-2026-P99", 1);
        assertThatThrownBy(() -> hub.happens(unknown)).isInstanceOf(RuntimeException.class);
        assertThat(hub.desk().ofKey(unknown.key())).isEmpty();
    }

    @Test
    void aPlanIsPublicOnceThePortalHasSignedForIt() {
        PlanApproved plan = hub.stories.plan();
        hub.happens(plan);
        hub.await("publish-plan-to-portal", plan.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        assertThat(hub.jdbc()
                        .sql("select count(*) from plan.published where plan_no = ?")
                        .param(plan.planNo())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theWholeStoryReachesTheProvinceInOrder() {
        PlanApproved plan = hub.stories.plan();
        var scheme = hub.stories.scheme(plan);
        var frozen = hub.stories.frozen(scheme);
        var drawn = hub.stories.drawn(frozen);
        var finding = hub.stories.finding(plan.planNo());
        List.of(plan, scheme, frozen, drawn, finding).forEach(hub::happens);
        hub.await("publish-results-to-province", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        hub.await("publish-results-to-portal", finding.key(), cn.zrzy.hub.delivery.DispatchState.CONFIRMED);
        assertThat(hub.desk().breaches()).isEmpty();
    }
}
