package cn.zrzy.hub.partner.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.inspection.Addressee;
import cn.zrzy.hub.inspection.Change;
import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Telling;
import cn.zrzy.hub.inspection.Tellings;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Bureau;
import cn.zrzy.hub.registry.RegisteredParty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** What goes to the credit platform about a penalty is whole and exact, or it does not go. */
class CreditRecordsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final RegisteredParty HOLDER =
            new RegisteredParty("KQ:1", "甲矿业有限公司", "91411081MA9KRX818F", "禹州市神垕镇", DAY);
    private static final Debt DEBT = new Debt("D1", "refer-record-to-credit", "F1@1", "P1", "key", 1, "trace");

    private final Tellings tellings = Mockito.mock(Tellings.class);
    private final CreditRecords records = new CreditRecords(
            tellings, new Bureau("许昌市自然资源和规划局", "11411000MB1F41107T", "", "", "", "", "", "", 10, false));

    @Test
    void aPenaltyIsToldWithItsHolderAndItsMoneyInTenThousands() throws IOException {
        told(penalty("法人及非法人组织", new BigDecimal("12.345678")), Change.FIRST);
        JsonNode record = new ObjectMapper().readTree(records.render(DEBT));
        assertThat(record.path("CF_XDR_MC").asText()).isEqualTo("甲矿业有限公司");
        assertThat(record.path("CF_XDR_SHXYM").asText()).isEqualTo("91411081MA9KRX818F");
        assertThat(record.path("CF_NR_FK").asText()).isEqualTo("12.345678");
        assertThat(record.has("CF_NR_WFFF")).as("nothing was confiscated").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.0000001", "-1"})
    void anAmountThatCannotBeIsNotRounded(BigDecimal fine) {
        told(penalty("法人及非法人组织", fine), Change.FIRST);
        refused("E-CREDIT-AMOUNT");
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        told(penalty("", BigDecimal.ONE), Change.FIRST);
        assertThat(refused("E-CREDIT-FIELD")).contains("CF_XDR_LB");
    }

    @Test
    void withoutADecisionThereIsNothingToTell() {
        told(null, Change.FIRST);
        refused("E-CREDIT-NONE");
    }

    @Test
    void aNaturalPersonIsToldAndTakenBackByHand() {
        told(penalty("自然人", BigDecimal.ONE), Change.FIRST);
        assertThat(refused("E-CREDIT-ID")).contains("人工归集");
        told(penalty("自然人", BigDecimal.ONE), Change.WITHDRAWAL);
        assertThat(refused("E-CREDIT-ID")).contains("人工撤回");
    }

    private String refused(String code) {
        Rejected refusal = (Rejected) catchThrowable(() -> records.render(DEBT));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal.getMessage();
    }

    private void told(Finding.Penalty penalty, Change change) {
        Finding finding = new Finding(
                "F1",
                1,
                "T1",
                "D1",
                "P1",
                "S1",
                "KQ:1",
                "神垕陶瓷土矿",
                HOLDER,
                "NRP-10",
                List.of("R08"),
                "越界开采",
                "",
                "",
                DAY,
                List.of(),
                "实地检查",
                List.of(),
                "周敏",
                "何建国",
                OffsetDateTime.parse("2026-06-10T10:00:00+08:00"),
                "",
                null,
                penalty);
        Mockito.when(tellings.of(Addressee.CREDIT, "F1", 1)).thenReturn(new Telling(finding, finding, change));
    }

    private static Finding.Penalty penalty(String party, BigDecimal fine) {
        return new Finding.Penalty(
                "许自然资罚〔2026〕1号",
                party,
                HOLDER,
                "",
                "越界开采",
                "矿产资源法第四十条",
                "罚款",
                "罚款",
                fine,
                BigDecimal.ZERO,
                DAY.plusDays(20),
                DAY.plusYears(1),
                DAY.plusYears(1));
    }
}
