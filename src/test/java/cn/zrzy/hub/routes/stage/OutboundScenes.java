package cn.zrzy.hub.routes.stage;

import java.util.List;
import java.util.stream.Stream;

/** What leaves: told over HTTP, asked about, stamped, and the three ways to the enforcement corps and the police. */
final class OutboundScenes {

    /** Route, partner, its path, who writes the document and by which method. */
    private static final String TOLD = """
            publish-plan-to-province       | province | plans      | /province/plans      | provincePlans.render
            publish-scheme-to-province     | province | schemes    | /province/schemes    | provinceSchemes.render
            publish-pool-to-province       | province | pools      | /province/pools      | provincePools.render
            publish-draw-to-province       | province | draws      | /province/draws      | provinceDraws.render
            publish-opened-to-province     | province | draws      | /province/draws      | provinceDraws.opened
            publish-correction-to-province | province | draws      | /province/draws      | provinceDraws.corrected
            publish-void-to-province       | province | draw-voids | /province/draw-voids | provinceVoids.render
            publish-results-to-province    | province | results    | /province/results    | provinceResults.render
            publish-plan-to-portal         | portal   | articles   | /portal/articles     | portalArticles.plan
            publish-scheme-to-portal       | portal   | articles   | /portal/articles     | portalArticles.scheme
            publish-pool-to-portal         | portal   | articles   | /portal/articles     | portalArticles.pool
            publish-draw-to-portal         | portal   | articles   | /portal/articles     | portalArticles.draw
            publish-opened-to-portal       | portal   | articles   | /portal/articles     | drawNotices.opened
            publish-correction-to-portal   | portal   | articles   | /portal/articles     | drawNotices.corrected
            publish-void-to-portal         | portal   | articles   | /portal/articles     | drawNotices.voided
            publish-results-to-portal      | portal   | articles   | /portal/articles     | resultArticles.render
            refer-record-to-credit         | credit   | records    | /credit/records      | creditRecords.render
            """;

    private static final String ANSWERED = "deliveryLedger.answered(D1, 7, 200, 60, application/json, wire)";
    private static final String CONFIRMED = "deliveryLedger.confirm(D1, 7, receipt)";
    private static final String BEGUN = "deliveryLedger.begin(D1, 7)";

    private OutboundScenes() {}

    static Stream<Scene> all() {
        return Stream.of(
                        TOLD.lines().map(line -> told(line.split("\\s*\\|\\s*"))),
                        Stream.of("province", "portal", "credit").map(OutboundScenes::asked),
                        Stream.of("manifest", "result").map(OutboundScenes::stamped),
                        Stream.of(toEnforcement(), toJudiciary(), byHand()))
                .flatMap(scenes -> scenes)
                .flatMap(Scene::andWhereverItFails);
    }

    /** A message holds the dispatch's number and the lease; whatever else stands on it stays in the house. */
    private static Scene message(String route, String name) {
        return new Scene(route, name, Policy.OUTBOUND, "direct:queue." + route, "D1")
                .header("leaseNo", 7L)
                .header("businessKey", "K@1")
                .header("JMSReplyTo", "elsewhere");
    }

    private static Scene told(String[] row) {
        String partner = row[1];
        return message(row[0], "is told over HTTP and signed for at once")
                .tells(
                        BEGUN,
                        row[4] + "(debt)",
                        "deliveryLedger.keep(D1, 7, " + row[4] + ")",
                        partner + "Signer.sign(" + row[3] + ", deliveryLedger.keep)",
                        "→ partner." + partner + "." + row[2] + " {Authorization=" + partner
                                + "Signer.sign, Content-Type=application/json;charset=UTF-8, Idempotency-Key=KEY}"
                                + " deliveryLedger.keep",
                        ANSWERED,
                        partner + "Receipts.read(debt, answer)",
                        CONFIRMED);
    }

    private static Scene asked(String partner) {
        String path = List.of("portal").contains(partner) ? "/portal/articles" : asking(partner);
        return message("ask-" + partner, "is asked whether it came")
                .tells(
                        "deliveryLedger.ask(D1, 7)",
                        partner + "Receipts.query(debt)",
                        partner + "Signer.signQuestion(" + path + ")",
                        "→ partner." + partner + ".question {Authorization=" + partner
                                + "Signer.signQuestion, CamelHttpQuery=" + partner + "Receipts.query} D1",
                        ANSWERED,
                        partner + "Receipts.find(debt, answer)",
                        "deliveryLedger.settle(D1, 7, receipt)");
    }

    private static String asking(String partner) {
        return partner.equals("credit") ? "/credit/records" : "/province/receipts";
    }

    private static Scene stamped(String paper) {
        return message("stamp-" + paper + "-to-tsa", "is stamped")
                .tells(
                        BEGUN,
                        "stampRequests.render(debt, " + paper + ".json)",
                        "deliveryLedger.keep(D1, 7, stampRequests.render)",
                        "→ partner.tsa.stamps {Content-Type=application/timestamp-query} deliveryLedger.keep",
                        ANSWERED,
                        "stampReplies.read(debt, answer, " + paper + ".json)",
                        CONFIRMED);
    }

    private static Scene toEnforcement() {
        return message("refer-case-to-enforcement", "is with the broker, and the receipt comes later")
                .tells(
                        BEGUN,
                        "enforcementLeads.render(debt)",
                        "deliveryLedger.keep(D1, 7, enforcementLeads.render)",
                        "→ partner.enforcement.inbox {_AMQ_DUPL_ID=KEY/1, idempotencyKey=KEY} deliveryLedger.keep",
                        "deliveryLedger.sent(D1, 7, 已交消息中枢，待执法支队回复)");
    }

    private static Scene toJudiciary() {
        return message("refer-case-to-judiciary", "lies in the folder, and the slip comes later")
                .tells(
                        BEGUN,
                        "judiciaryCases.render(debt)",
                        "deliveryLedger.keep(D1, 7, judiciaryCases.render)",
                        "judiciaryCases.fileName(debt)",
                        "→ partner.judiciary.inbox {CamelFileName=judiciaryCases.fileName} deliveryLedger.keep",
                        "deliveryLedger.sent(D1, 7, 已递交收件目录，待公安机关回执)");
    }

    private static Scene byHand() {
        return message("refer-lead-by-hand", "goes nowhere by itself").tells(BEGUN, "enforcementLeads.byHand(debt)");
    }
}
