package cn.zrzy.hub.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.duty.Deadlines;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The law counts from approval, decision and check, never from the day on which somebody typed. */
class FindingClocksTests {

    private final Shelf shelf = new Shelf();
    private final Map<String, OffsetDateTime> started = new TreeMap<>();

    @Test
    void eachClockStartsFromItsOwnFact() {
        enter(Shelf.finding("F1", 1, List.of("R08"), "越界", "", Shelf.crime("报告"), Shelf.penaltyOf("罚〔2026〕1号")));
        OffsetDateTime entered = Shelf.THEN.plusDays(30);
        assertThat(started)
                .containsEntry("transfer-crime", Shelf.THEN)
                .containsEntry("credit-record", OffsetDateTime.parse("2026-06-30T00:00:00+08:00"))
                .containsEntry("publish-result", OffsetDateTime.parse("2026-06-10T00:00:00+08:00"))
                .containsEntry("enforcement-reply", entered)
                .containsEntry("police-slip", entered)
                .hasSize(5);
    }

    @Test
    void aCorrectionGivesNobodyMoreTime() {
        shelf.add(Shelf.finding("F1", 1, List.of("R08"), "越界", "", Shelf.crime("报告"), null), null);
        enter(Shelf.finding("F1", 2, List.of("R08"), "越界开采", "", Shelf.crime("报告书"), null));
        assertThat(started).isEmpty();
    }

    @Test
    void aWithdrawalHasAClockOfItsOwnFromTheCorrection() {
        Finding.Penalty penalty = Shelf.penaltyOf("罚〔2026〕1号");
        shelf.add(Shelf.finding("F1", 1, List.of("R08"), "越界", "", Shelf.crime("报告"), penalty), null);
        enter(Shelf.finding("F1", 2, List.of("R01"), "", ""));
        OffsetDateTime entered = Shelf.THEN.plusDays(30);
        assertThat(started)
                .isEqualTo(Map.of("withdraw-lead", entered, "withdraw-crime", entered, "withdraw-record", entered));
    }

    private void enter(Finding finding) {
        shelf.add(finding, null);
        Deadlines deadlines = Mockito.mock(Deadlines.class);
        Mockito.doAnswer(call -> started.put(call.getArgument(1), call.getArgument(2)))
                .when(deadlines)
                .start(Mockito.eq(finding.key()), Mockito.anyString(), Mockito.any());
        new FindingClocks(shelf, new Tellings(shelf), deadlines)
                .start(new FindingRecorded(
                        finding.findingNo(), finding.schemeNo(), finding.planNo(), finding.version()));
    }
}
