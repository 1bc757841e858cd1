package cn.zrzy.hub.registry.recusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recusal says who does not inspect whom, why, and who says so; nothing is entered by halves. */
class RecusalBookTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -  | C1 | 亲属 | 王强 | 工号
            S1 | -  | 亲属 | 王强 | 检查对象代码
            S1 | C1 | -    | 王强 | 理由
            S1 | C1 | 亲属 | -    | 申报人
            """)
    void whatIsMissingIsNamed(String staffNo, String subject, String reason, String by, String missing) {
        RecusalRows rows = mock(RecusalRows.class);
        assertThatThrownBy(() -> new RecusalBook(rows, Clock.systemUTC()).declare(staffNo, subject, reason, by))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("E-RECUSAL");
                    assertThat(refusal.place().field()).isEqualTo(missing);
                });
        verifyNoInteractions(rows);
    }
}
