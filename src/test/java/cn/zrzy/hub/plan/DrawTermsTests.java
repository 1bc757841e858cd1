package cn.zrzy.hub.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 抽取约定. */
class DrawTermsTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 1);

    @Test
    void theDayOfOpeningIsADayInXuchangWhateverOffsetTheSenderUses() {
        assertThatCode(() -> sealedUntil("2026-12-31T20:00:00Z").check(LAST_DAY))
                .as("four in the morning of the last day")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> sealedUntil("2027-01-01T00:30:00+14:00").check(LAST_DAY))
                .as("half past six in the evening before")
                .hasMessageContaining("公开时间不得早于实施结束日期");
    }

    private static DrawTerms sealedUntil(String openAt) {
        return new DrawTerms("L", true, OffsetDateTime.parse(openAt), false, "", List.of(), List.of(), List.of());
    }
}
