package cn.zrzy.hub.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.inspection.FindingRecorded;
import cn.zrzy.hub.plan.PlanApproved;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a finding at its addressees, counted there per matter and not per message. */
class WithdrawalRouteTests {

    private static final String PORTAL = "publish-results-to-portal";
    private static final String LEAD = "refer-case-to-enforcement";
    private static final String CRIME = "refer-case-to-judiciary";
    private static final String RECORD = "refer-record-to-credit";
    private static final List<String> ALL = List.of("publish-results-to-province", PORTAL, LEAD, CRIME, RECORD);

    private PartnerHarness hub;
    private PlanApproved plan;
    private FindingRecorded first;

    @BeforeEach
    void start() {
        hub = PartnerHarness.get();
        plan = hub.stories.plan();
        hub.happens(plan);
        hub.await("publish-plan-to-province", plan.key(), DispatchState.CONFIRMED);
    }

    /** A case for everybody. */
    private void happens() {
        first = hub.stories.finding(plan.planNo());
        hub.happens(first);
    }

    @AfterEach
    void sound() {
        hub.agencies.calm();
        assertThat(hub.desk().breaches()).isEmpty();
    }

    private void everybodyHasIt() {
        happens();
        ALL.forEach(route -> hub.await(route, first.key(), DispatchState.CONFIRMED));
    }

    private FindingRecorded corrected(Map<String, ?> changes) {
        FindingRecorded next = hub.stories.corrected(first, changes);
        hub.happens(next);
        return next;
    }

    private List<String> owed(FindingRecorded fact) {
        return hub.desk().ofKey(fact.key()).stream().map(DispatchSummary::route).toList();
    }

    private JsonNode record() {
        String number = hub.jdbc()
                .sql(
                        "select document -> 'penalty' ->> 'documentNo' from inspection.finding where finding_no = ? limit 1")
                .param(first.findingNo())
                .query(String.class)
                .single();
        return hub.agencies.matter("credit", "91411081MA9KRX818F/" + number);
    }

    private JsonNode lead() {
        return hub.agencies.matter("enforcement", first.findingNo() + "-L1");
    }

    private JsonNode page() {
        return hub.agencies.matter("portal", "finding:" + first.findingNo());
    }

    private static void told(JsonNode matter, int times, boolean standing) {
        assertThat(matter.path("times").asInt()).as(matter.toString()).isEqualTo(times);
        assertThat(matter.path("standing").asBoolean()).as(matter.toString()).isEqualTo(standing);
    }

    @Test
    void aResultThatIsNotPublicAnyMoreIsTakenBackEverywhere() {
        everybodyHasIt();
        String url = hub.desk()
                .one(hub.dispatch(PORTAL, first.key()).dispatch())
                .orElseThrow()
                .receipts()
                .get(0)
                .receipt()
                .note();
        assertThat(hub.agencies.status(url)).isEqualTo(200);
        FindingRecorded secret = corrected(Map.of("withheldReason", "涉及国家秘密"));
        assertThat(owed(secret))
                .containsExactly("publish-results-to-province", PORTAL, LEAD, RECORD, "refer-lead-by-hand");
        DispatchSummary byHand = hub.await("refer-lead-by-hand", secret.key(), DispatchState.PARKED);
        assertThat(byHand.causeCode()).isEqualTo("E-LEAD-BY-HAND");
        assertThat(byHand.owner()).isEqualTo("执法监督科");
        for (String route : List.of("publish-results-to-province", PORTAL, LEAD, RECORD)) {
            assertThat(hub.await(route, secret.key(), DispatchState.CONFIRMED).receiptNo())
                    .isNotEmpty();
        }
        told(page(), 2, false);
        told(lead(), 2, false);
        told(record(), 2, false);
        assertThat(hub.agencies.status(url)).as("the public page").isEqualTo(410);
        assertThat(hub.agencies.page(url)).contains("已撤下").doesNotContain("陶瓷土矿", "国家秘密");
        assertThat(clocks(secret))
                .as("each withdrawal had a clock, and it was met")
                .isEmpty();
    }

    @Test
    void whereNothingWasFoundLeadAndRecordGoAndThePoliceAreToldByHand() {
        everybodyHasIt();
        Map<String, Object> nothing = new HashMap<>(Map.of("resultCodes", List.of("R01"), "facts", ""));
        nothing.put("crime", null);
        nothing.put("penalty", null);
        FindingRecorded clean = corrected(nothing);
        hub.await(LEAD, clean.key(), DispatchState.CONFIRMED);
        hub.await(RECORD, clean.key(), DispatchState.CONFIRMED);
        hub.await(PORTAL, clean.key(), DispatchState.CONFIRMED);
        told(lead(), 2, false);
        told(record(), 2, false);
        told(page(), 2, true);
        DispatchSummary byHand = hub.await(CRIME, clean.key(), DispatchState.PARKED);
        assertThat(byHand.causeCode()).isEqualTo("E-CRIME-RECALL");
        assertThat(byHand.cause()).contains("函件", first.findingNo() + "-Y1");
        assertThat(clocks(clean)).containsExactly("withdraw-crime");
        hub.acts().close(byHand.dispatch(), "王强", "已函告公安机关撤回", "许资规函〔2026〕3号");
        assertThat(hub.dispatch(CRIME, clean.key()).state()).isEqualTo(DispatchState.CONFIRMED);
        assertThat(clocks(clean)).isEmpty();
    }

    @Test
    void aTypoReachesOnlyWhoeverReadsItAndMakesNoSecondCaseAnywhere() {
        everybodyHasIt();
        FindingRecorded typo = corrected(Map.of("facts", "越界开彩约三百平方米，拒不提供资料"));
        assertThat(owed(typo)).containsExactly(LEAD, RECORD);
        hub.await(LEAD, typo.key(), DispatchState.CONFIRMED);
        DispatchSummary again = hub.await(RECORD, typo.key(), DispatchState.CONFIRMED);
        assertThat(again.receiptNo()).as("the same record, told a second time").endsWith("-2");
        told(lead(), 2, true);
        told(record(), 2, true);
        assertThat(clocks(typo)).as("a correction gives nobody more time").isEmpty();
        for (String agency : List.of("judiciary", "enforcement")) {
            long cases = 0;
            for (JsonNode matter : hub.agencies.received(agency).path("matters")) {
                cases += matter.path("matter").asText().startsWith(first.findingNo()) ? 1 : 0;
            }
            assertThat(cases).as("cases at " + agency).isEqualTo(1);
        }
    }

    @Test
    void aCorrectedCrimeIsMaterialForTheSameCase() {
        everybodyHasIt();
        FindingRecorded more = corrected(Map.of(
                "crime",
                Map.of(
                        "charge", "涉嫌非法采矿罪",
                        "surveyReport", "调查报告：越界开采三百二十平方米。",
                        "approvedBy", "赵局",
                        "approvedAt", "2026-06-10T08:00:00+08:00")));
        assertThat(owed(more)).containsExactly(CRIME);
        hub.await(CRIME, more.key(), DispatchState.CONFIRMED);
        told(hub.agencies.matter("judiciary", first.findingNo() + "-Y1"), 2, true);
    }

    @Test
    void aCrimeThatIsEnteredLateIsHandedOverAllTheSameAndItsClockIsOverdue() {
        first = hub.stories.finding(
                plan.planNo(),
                Map.of(
                        "crime",
                        Map.of(
                                "charge", "涉嫌非法采矿罪",
                                "surveyReport", "调查报告",
                                "approvedBy", "赵局",
                                "approvedAt", "2026-06-07T08:00:00+08:00")));
        hub.agencies.mood("judiciary", "down", 0);
        hub.happens(first);
        assertThat(hub.jdbc()
                        .sql("select due_at from duty.deadline where key = ? and kind = 'transfer-crime'")
                        .param(first.key())
                        .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                        .single())
                .isEqualTo(OffsetDateTime.parse("2026-06-08T08:00:00+08:00"));
        hub.agencies.calm();
        hub.await(CRIME, first.key(), DispatchState.CONFIRMED);
        told(hub.agencies.matter("judiciary", first.findingNo() + "-Y1"), 1, true);
    }

    @Test
    void whatHadNotGoneOutYetNeverGoesOut() {
        hub.agencies.mood("portal", "down", 0);
        happens();
        FindingRecorded secret = corrected(Map.of("withheldReason", "涉及国家秘密"));
        hub.agencies.calm();
        DispatchSummary kept = hub.await(PORTAL, first.key(), DispatchState.PARKED);
        assertThat(kept.causeCode()).isEqualTo("E-WITHDRAWN");
        hub.await(PORTAL, secret.key(), DispatchState.CONFIRMED);
        told(page(), 1, false);
    }

    @Test
    void aPartyThatNobodyCheckedIsNotSent() {
        Map<String, Object> unchecked = new HashMap<>();
        unchecked.put("party", null);
        first = hub.stories.finding(plan.planNo(), unchecked);
        hub.happens(first);
        assertThat(hub.await(LEAD, first.key(), DispatchState.PARKED).causeCode())
                .isEqualTo("E-PARTY-UNCHECKED");
    }

    private List<String> clocks(FindingRecorded fact) {
        return hub.jdbc()
                .sql("select kind from duty.deadline where key = ? and met_at is null order by kind")
                .param(fact.key())
                .query(String.class)
                .list();
    }
}
