package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form's token is good for that form. */
class FormTokenTests {

    private final HubSql sql = new HubSql(BlackBoxHub.running().process());

    @BeforeEach
    void stop() {
        BlackBoxHub.running().city().mood("portal", "down");
    }

    @AfterEach
    void goOn() {
        BlackBoxHub.running().city().mood("portal", "calm");
    }

    @Test
    void aTokenOfOneDispatchDoesNotMoveAnother() {
        String first = owed();
        String second = owed();
        WebClient operator = ConsolePeople.ofTheBlackBox().letIn("tokens", "OPERATOR");
        Matcher button = Pattern.compile("data-testid=\"act-(resend|ask-partner)\"")
                .matcher(operator.get("/messages/" + first).body());
        assertThat(button.find()).isTrue();
        String act = "/acts/" + button.group(1) + "/";
        String page = operator.get("/acts/" + button.group(1) + "?of=" + first).body();
        Map<String, String> fields = new LinkedHashMap<>(WebClient.hidden(page, act + first));
        fields.put("reason", "试验");
        assertThat(fields).containsKeys("_csrf", "actionToken");
        assertThat(operator.post(act + second, fields).statusCode()).isEqualTo(409);
        assertThat(operator.post("/messages/" + first + "/body", fields).statusCode())
                .as("nor for another button of the same one")
                .isEqualTo(409);
        assertThat(sql.rows(
                        "select 1 from delivery.act a join delivery.dispatch d on d.no = a.dispatch where d.id = ?",
                        second))
                .isEmpty();
        assertThat(operator.post(act + first, fields).statusCode())
                .as("its own button still works, or the state has changed since")
                .isIn(302, 422);
    }

    private String owed() {
        String planNo = RawCall.json(RawCall.post("/api/plans")
                        .as("office")
                        .body(
                                "{\"year\": 2026, \"name\": \"年度计划\", \"items\": [{\"itemCode\": \"NRP-01\", \"ratioBp\": 500}]}")
                        .send())
                .path("planNo")
                .asText();
        RawCall.post("/api/plans/" + planNo + "/approve")
                .as("hejianguo")
                .body("{\"document\": \"批1\"}")
                .send();
        return String.valueOf(
                sql.rows("select id from delivery.dispatch where fact_key = ? and partner = 'portal'", planNo + "@1")
                        .get(0)
                        .get("id"));
    }
}
