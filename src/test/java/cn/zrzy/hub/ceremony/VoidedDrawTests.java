package cn.zrzy.hub.ceremony;

import static cn.zrzy.hub.ceremony.DrawStage.ok;
import static cn.zrzy.hub.ceremony.DrawStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.BundleCheck;
import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.ceremony.hold.DrawSession;
import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.fixtures.HubTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** 作废: one draw before its seed and one after its result, from the request to the receipts and the public's verifier. */
@HubTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class VoidedDrawTests {

    private static final String PAPER = "许资规批〔2026〕9号";
    private static final String REQUEST = """
            {"reason": "名录漏报一批资质单位", "document": "%s", "evidence": "%s"}""".formatted(PAPER, "ab".repeat(32));

    private final DrawStage stage;
    private final DrawLedger ledger;
    private final DispatchDesk desk;
    private final AuditTrail audit;

    VoidedDrawTests(
            @LocalServerPort int port, DrawSession session, DrawLedger ledger, DispatchDesk desk, AuditTrail audit) {
        this.stage = new DrawStage(port, session);
        this.ledger = ledger;
        this.desk = desk;
        this.audit = audit;
    }

    @Test
    void aVoidHidesNoResultAndSpendsItsNumber() throws IOException {
        stage.night(LocalDate.now().minusDays(3));
        String planNo = stage.plan();
        String early = stage.scheme("结果之前作废");
        String late = stage.scheme("结果之后作废");
        List<String> draws = stage.freeze(early, late);
        String before = draws.get(0);
        String after = draws.get(1);
        OffsetDateTime firstEvent = stage.event(early);
        OffsetDateTime secondEvent = stage.event(late);
        stage.reveal(after, DrawStage.PARTIES);

        voidIt(before);
        assertThat(stage.standing(early).path("state").asText()).isEqualTo("APPROVED");
        stage.reveal(before, DrawStage.PARTIES.subList(0, 2));
        stage.observe(before, firstEvent);
        stage.observe(after, secondEvent);
        stage.draw();

        assertThat(ledger.outcome(before).orElseThrow().shadow()).isTrue();
        assertThat(ledger.outcome(before).orElseThrow().missing()).containsExactly("企业代表");
        stage.settled(desk);
        assertThat(BundleCheck.verdict(bundle(before))).isZero();
        assertThat(stage.tasks(early)).isEmpty();

        List<JsonNode> tasks = stage.tasks(late);
        ok(stage.finding(tasks.get(0)));
        voidIt(after);
        assertThat(BundleCheck.verdict(bundle(after))).isZero();
        assertThat(states(late)).startsWith("REPORTED").hasSameSizeAs(tasks);
        assertThat(states(late).subList(1, tasks.size())).containsOnly("CANCELLED");
        assertThat(stage.tasks(late).get(1).path("note").asText()).contains(PAPER);
        refused(stage.finding(tasks.get(1)), "E-FINDING-CANCELLED");
        refused(stage.office.post(path(after), REQUEST), "E-DRAW-VOID");

        String again = stage.freeze(early, late).get(0);
        assertThat(again).isGreaterThan(after);
        stage.observe(again, stage.event(early));
        String lateAgain = stage.standing(late).path("drawNo").asText();
        stage.observe(lateAgain, stage.event(late));
        stage.draw();
        assertThat(ledger.outcome(again).orElseThrow().seed())
                .isNotEqualTo(ledger.outcome(before).orElseThrow().seed());
        assertThat(stage.tasks(early))
                .isNotEmpty()
                .allMatch(task -> task.path("drawNo").asText().equals(again));
        stage.settled(desk);
        assertThat(BundleCheck.verdict(bundle(again))).isZero();

        for (String agency : List.of("province", "portal")) {
            String draw = "publish-draw-to-" + agency + ":";
            String gone = "publish-void-to-" + agency + ":";
            stage.allDelivered(
                    agency,
                    gone + before,
                    gone + before + "@2",
                    draw + after,
                    gone + after,
                    draw + again,
                    draw + lateAgain);
            assertThat(stage.city.effectsByFact(agency)).doesNotContainKeys(draw + before, gone + after + "@2");
        }
        assertThat(desk.search(planNo)).extracting(DispatchSummary::receiptNo).doesNotContain("");
        assertThat(desk.breaches()).isEmpty();
        assertThat(audit.verify().intact()).isTrue();
    }

    /** Asked by one, approved by another who has read the same paper. */
    private void voidIt(String drawNo) {
        refused(stage.head.post(path(drawNo) + "/approve", paper(PAPER)), "E-DRAW-VOID-UNKNOWN");
        refused(stage.office.post(path(drawNo), REQUEST.replace("漏报", "联系 13812345678，漏报")), "E-DRAW-VOID-REASON");
        ok(stage.office.post(path(drawNo), REQUEST));
        refused(stage.office.post(path(drawNo) + "/approve", paper(PAPER)), "E-DRAW-VOID-SELF");
        refused(stage.head.post(path(drawNo) + "/approve", paper("许资规批〔2026〕8号")), "E-DRAW-VOID-DOCUMENT");
        assertThat(ledger.voided(drawNo)).isEmpty();
        ok(stage.head.post(path(drawNo) + "/approve", paper(PAPER)));
        assertThat(ledger.voided(drawNo).orElseThrow().approver()).isEqualTo("何建国");
        assertThat(ok(stage.head.post(path(drawNo) + "/approve", paper(PAPER)))
                        .path("already")
                        .asBoolean())
                .isTrue();
    }

    private List<String> states(String schemeNo) {
        return stage.tasks(schemeNo).stream()
                .map(task -> task.path("state").asText())
                .toList();
    }

    private byte[] bundle(String drawNo) {
        return stage.office.bytes("/api/draws/" + drawNo + "/bundle");
    }

    private static String path(String drawNo) {
        return "/api/draws/" + drawNo + "/abandonments";
    }

    private static String paper(String document) {
        return "{\"document\": \"" + document + "\"}";
    }
}
