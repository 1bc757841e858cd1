package cn.zrzy.hub.ceremony.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** A reason that may be asked with may be approved too: the ask applies the ledger's own limit, in bytes. */
class PublishableTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");

    @Test
    void theLongestReasonThatIsTakenCanBeLogged() {
        String longest = "漏".repeat(133) + "a";
        Abandonment why = new Abandonment(Publishable.reason("　" + longest + "\n", "E-X"), "局长");
        assertThat(LogLine.redraw("XC-2026-01", AT, why, "", "")).contains(longest);
    }

    @Test
    void oneCharacterMoreIsRefusedWhenAsked() {
        for (int length : new int[] {134, 400}) {
            assertThatThrownBy(() -> Publishable.reason("漏".repeat(length), "E-X"))
                    .isInstanceOfSatisfying(Rejected.class, e -> {
                        assertThat(e.code()).isEqualTo("E-X");
                        assertThat(e.getMessage()).contains("400字节", "133字");
                    });
        }
    }

    @Test
    void charactersThatNoBundleMayHoldAreRefusedWhenAsked() {
        assertThatThrownBy(() -> Publishable.reason("名录漏报\u1dfa", "E-X")).hasMessageContaining("U+1DFA");
        assertThat(Publishable.reason("𠀀𰀀漏报", "E-X")).isEqualTo("𠀀𰀀漏报");
    }

    @Test
    void theLedgerSaysWhatIsWrong() {
        assertThatThrownBy(() -> LogLine.redraw("XC-2026-01", AT, new Abandonment("漏".repeat(134), "局长"), "", ""))
                .hasMessageContaining("400字节");
        assertThatThrownBy(() -> LogLine.redraw("XC-2026-01", AT, new Abandonment(" ", "局长"), "", ""))
                .hasMessageContaining("须写明原因和批准人");
    }
}
