package cn.zrzy.hub.routes.stage;

import cn.zrzy.hub.ceremony.DrawCorrected;
import cn.zrzy.hub.ceremony.DrawFinished;
import cn.zrzy.hub.ceremony.DrawFrozen;
import cn.zrzy.hub.ceremony.DrawOpened;
import cn.zrzy.hub.ceremony.DrawVoided;
import cn.zrzy.hub.ceremony.NoneDrawn;
import cn.zrzy.hub.ceremony.ShadowDrawn;
import cn.zrzy.hub.delivery.DispatchConfirmed;
import cn.zrzy.hub.inspection.FindingRecorded;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.plan.PlanApproved;
import cn.zrzy.hub.plan.SchemeApproved;
import java.util.List;
import java.util.stream.Stream;

/** Who is owed what by a fact. A failure undoes the fact itself, so it is passed on and nothing follows. */
final class FactScenes {

    private static final Fact FROZEN = new DrawFrozen("DN", "SN", "PN");
    private static final Fact FINISHED = new DrawFinished("DN", "SN", "PN");
    private static final Fact CORRECTED = new DrawCorrected("DN", 2, "SN", "PN");
    private static final Fact OPENED = new DrawOpened("DN", "SN", "PN");
    private static final Fact VOIDED = new DrawVoided("DN", "SN", "PN");
    private static final Fact SHADOW = new ShadowDrawn("DN", "SN", "PN");
    private static final Fact FINDING = new FindingRecorded("FN", "SN", "PN", 1);
    private static final Fact CONFIRMED =
            new DispatchConfirmed("D1", "publish-plan-to-portal", "PN@1", "PN", "R1", "t");

    private FactScenes() {}

    static Stream<Scene> all() {
        return Stream.of(plans(), draws(), amendments(), tasks(), findings(), confirmed())
                .flatMap(scenes -> scenes)
                .flatMap(Scene::andWhereverItFails);
    }

    private static Scene fact(String route, String name, Fact fact) {
        return new Scene(route, name, Policy.FACTS, "direct:" + fact.event(), fact);
    }

    /** Called by another route, with its fact. */
    private static Scene called(String route, String name, Fact fact) {
        return new Scene(route, name, Policy.FACTS, "direct:" + route, fact);
    }

    private static String owed(String fact, String route) {
        return "deliveryLedger.owe(" + fact + ", " + route + ")";
    }

    private static Stream<Scene> plans() {
        return Stream.of(
                fact("publish-plan", "everybody", new PlanApproved("PN", 1))
                        .tells(
                                owed("planApproved", "publish-plan-to-province"),
                                owed("planApproved", "publish-plan-to-portal")),
                fact("publish-scheme", "everybody", new SchemeApproved("SN", "PN", 1))
                        .tells(
                                owed("schemeApproved", "publish-scheme-to-province"),
                                owed("schemeApproved", "publish-scheme-to-portal")),
                fact("publish-undrawn", "the notice gets a second word", new NoneDrawn("DN", "SN", "PN"))
                        .tells(owed("noneDrawn", "publish-void-to-portal")));
    }

    private static Stream<Scene> draws() {
        List<String> frozen = List.of(
                owed("drawFrozen", "publish-pool-to-portal"),
                "stampRequests.wanted(DN)",
                owed("drawFrozen", "stamp-manifest-to-tsa"),
                "provincePools.wants(drawFrozen)",
                owed("drawFrozen", "publish-pool-to-province"));
        List<String> finished = List.of(
                "provincePools.wantsResult(drawFinished)",
                owed("drawFinished", "publish-draw-to-province"),
                owed("drawFinished", "publish-draw-to-portal"),
                "stampRequests.wanted(DN)",
                owed("drawFinished", "stamp-result-to-tsa"),
                "inspectionOrders.order(DN)",
                "taskBook.open(inspectionOrders.order)");
        return Stream.of(
                fact("publish-pool", "platform and stamp too", FROZEN).tells(frozen),
                fact("publish-pool", "the portal alone", FROZEN)
                        .answer("stampRequests.wanted", false)
                        .answer("provincePools.wants", false)
                        .tells(frozen.get(0), frozen.get(1), frozen.get(3)),
                fact("publish-draw", "platform and stamp too, then the visits", FINISHED)
                        .tells(finished),
                fact("publish-draw", "the portal alone, then the visits", FINISHED)
                        .answer("provincePools.wantsResult", false)
                        .answer("stampRequests.wanted", false)
                        .tells(finished.get(0), finished.get(2), finished.get(3), finished.get(5), finished.get(6)),
                called("stamp-manifest", "is wanted", FROZEN).tells(frozen.subList(1, 3)),
                called("stamp-manifest", "is not wanted", FROZEN)
                        .answer("stampRequests.wanted", false)
                        .tells(frozen.get(1)),
                called("stamp-result", "is wanted", FINISHED).tells(finished.subList(3, 5)),
                called("stamp-result", "is not wanted", FINISHED)
                        .answer("stampRequests.wanted", false)
                        .tells(finished.get(3)));
    }

    private static Stream<Scene> amendments() {
        List<String> corrected = List.of(
                "provinceDraws.wantsCorrection(drawCorrected)",
                owed("drawCorrected", "publish-correction-to-province"),
                owed("drawCorrected", "publish-correction-to-portal"),
                "inspectionOrders.amendment(DN, 2)",
                "taskChanges.amend(inspectionOrders.amendment)");
        List<String> opened = List.of(
                "provinceDraws.wantsOpened(drawOpened)",
                owed("drawOpened", "publish-opened-to-province"),
                owed("drawOpened", "publish-opened-to-portal"));
        return Stream.of(
                fact("publish-correction", "the platform too, then the visits", CORRECTED)
                        .tells(corrected),
                fact("publish-correction", "the portal alone, then the visits", CORRECTED)
                        .answer("provinceDraws.wantsCorrection", false)
                        .tells(corrected.get(0))
                        .tells(corrected.subList(2, 5)),
                fact("publish-opened", "the platform too", OPENED).tells(opened),
                fact("publish-opened", "the portal alone", OPENED)
                        .answer("provinceDraws.wantsOpened", false)
                        .tells(opened.get(0), opened.get(2)),
                fact("publish-void", "everybody, then no visit any more", VOIDED)
                        .tells(
                                owed("drawVoided", "publish-void-to-province"),
                                owed("drawVoided", "publish-void-to-portal"),
                                "inspectionOrders.cancellation(DN)",
                                "taskChanges.cancel(inspectionOrders.cancellation)"),
                fact("publish-shadow", "everybody, and a stamp", SHADOW)
                        .tells(
                                owed("shadowDrawn", "publish-void-to-province"),
                                owed("shadowDrawn", "publish-void-to-portal"),
                                "stampRequests.wanted(DN)",
                                owed("shadowDrawn", "stamp-result-to-tsa")));
    }

    private static Stream<Scene> tasks() {
        return Stream.of(
                called("draw-open-tasks", "as drawn", FINISHED)
                        .tells("inspectionOrders.order(DN)", "taskBook.open(inspectionOrders.order)"),
                called("draw-amend-tasks", "as corrected", CORRECTED)
                        .tells("inspectionOrders.amendment(DN, 2)", "taskChanges.amend(inspectionOrders.amendment)"),
                called("draw-cancel-tasks", "as voided", VOIDED)
                        .tells(
                                "inspectionOrders.cancellation(DN)",
                                "taskChanges.cancel(inspectionOrders.cancellation)"));
    }

    private static Stream<Scene> findings() {
        Scene everybody = fact("refer-findings", "concerns everybody", FINDING);
        Scene nobody = fact("refer-findings", "concerns nobody any more than before", FINDING);
        String[][] addressees = {
            {"toProvince", "publish-results-to-province"},
            {"toPublic", "publish-results-to-portal"},
            {"toEnforcement", "refer-case-to-enforcement"},
            {"toJudiciary", "refer-case-to-judiciary"},
            {"toCredit", "refer-record-to-credit"},
            {"toHand", "refer-lead-by-hand"}
        };
        for (String[] addressee : addressees) {
            String asked = "referralRules." + addressee[0] + "(findingRecorded)";
            everybody.tells(asked, owed("findingRecorded", addressee[1]));
            nobody.answer("referralRules." + addressee[0], false).tells(asked);
        }
        return Stream.of(everybody, nobody).map(scene -> scene.tells("findingClocks.start(findingRecorded)"));
    }

    private static Stream<Scene> confirmed() {
        return Stream.of(
                fact("publish-confirmed", "a plan is public now", CONFIRMED)
                        .tells(
                                "deadlines.delivered(PN@1, publish-plan-to-portal)",
                                "portalArticles.showsPlan(dispatchConfirmed)",
                                "planBook.published(PN@1)"),
                fact("publish-confirmed", "something else was signed for", CONFIRMED)
                        .answer("portalArticles.showsPlan", false)
                        .tells(
                                "deadlines.delivered(PN@1, publish-plan-to-portal)",
                                "portalArticles.showsPlan(dispatchConfirmed)"));
    }
}
