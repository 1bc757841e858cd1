package cn.zrzy.hub.blackbox;

import static cn.zrzy.hub.blackbox.ApiDoorTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubSql;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen in the date of a night starts nothing. */
class NightDateTests {

    private final HubSql sql = new HubSql(BlackBoxHub.running().process());

    @ParameterizedTest
    @CsvSource({
        "2099-12-31, E-DUTY-FUTURE",
        "9999-12-31, E-DUTY-FUTURE",
        "+999999999-12-31, E-DUTY-FUTURE",
        "1999-01-01, E-DUTY-PAST",
        "0001-01-01, E-DUTY-PAST",
        "2026-13-45, E-DUTY-DATE",
        "tomorrow, E-DUTY-DATE",
    })
    void isRefused(String date, String code) {
        assertProblem(
                RawCall.post("/api/operator/acts/start-night/" + date)
                        .as("limin")
                        .body("{\"reason\":\"试验\"}")
                        .send(),
                422,
                code);
        assertThat(
                        sql.rows(
                                "select 1 from duty.run where business_date > current_date + 1 or business_date < date '2020-01-01'"))
                .isEmpty();
    }

    @Test
    void tomorrowIsRefusedToo() {
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        assertProblem(
                RawCall.post("/api/operator/acts/start-night/" + tomorrow)
                        .as("limin")
                        .body("{\"reason\":\"试验\"}")
                        .send(),
                422,
                "E-DUTY-FUTURE");
    }
}
