package cn.zrzy.hub.partner.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.PlatformDraws;
import cn.zrzy.hub.ceremony.record.PlatformSheet;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.CodeTables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that the platform would not take is not sent, and what it answers is entered whole or not at all. */
class ProvincePapersTests {

    private static final String WHOLE = """
            {"code":"0","data":{"drawNo":"D1","manifestDigest":"ab","drawnAt":"2026-06-10T10:00:00+08:00",
             "picks":[{"itemCode":"NRP-10","objectId":"O1"}],"teams":[{"objectId":"O1","certNos":["C1"]}]}}""";

    private final ProvinceReturns returns =
            new ProvinceReturns(new CodeTables(Path.of("config/codes")), mock(ProvinceSigner.class), Clock.systemUTC());

    @Test
    void aListBeyondThePlatformsLimitIsToBeSplit() {
        PlatformDraws draws = mock(PlatformDraws.class);
        ProvincePools pools = new ProvincePools(draws);
        Debt debt = new Debt("D1", "publish-pool-to-province", "DN", "PN", "K1", 1, "t");
        when(draws.sheet("DN")).thenReturn(sheet("O1"));
        assertThat(pools.render(debt)).isNotEmpty();
        when(draws.sheet("DN")).thenReturn(sheet("O".repeat(10_000_000)));
        refused("E-PROV-POOL-SIZE", () -> pools.render(debt));
    }

    private static PlatformSheet sheet(String object) {
        LocalDate day = LocalDate.of(2026, 6, 10);
        List<PlatformSheet.Member> members = List.of(new PlatformSheet.Member(object, "411081"));
        return new PlatformSheet(
                "DN",
                "SN",
                "PN",
                "P",
                "ab",
                OffsetDateTime.parse("2026-06-10T10:00:00+08:00"),
                null,
                null,
                day,
                day,
                List.of(new PlatformSheet.Share("NRP-10", "NRP-10", 1, List.of(), members)),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aWholeResultIsRead() {
        assertThat(result(WHOLE).read().picks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-10T10:00:00+08:00",
                "[{\"itemCode\":\"NRP-10\",\"objectId\":\"O1\"}]",
                "[{\"objectId\":\"O1\",\"certNos\":[\"C1\"]}]",
                "NRP-10"
            })
    void aResultThatLacksSomethingIsNone(String gone) {
        String part = WHOLE.replace(gone, gone.startsWith("[") ? "[]" : "");
        refused("E-PROV-RESULT", () -> result(part).read());
    }

    @Test
    void aSeedOfAnotherDrawIsNone() {
        byte[] body = bytes("{\"code\":\"0\",\"data\":{\"drawNo\":\"D2\",\"seed\":\"1234\"}}");
        assertThat(returns.seed("D2", 200, body).read()).isEqualTo("1234");
        refused("E-PROV-RESULT", () -> returns.seed("D1", 200, body).read());
    }

    private cn.zrzy.hub.ceremony.platform.PlatformAnswer<cn.zrzy.hub.ceremony.platform.PlatformReturn> result(
            String body) {
        return returns.result("D1", 200, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
