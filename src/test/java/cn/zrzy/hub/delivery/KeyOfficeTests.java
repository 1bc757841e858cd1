package cn.zrzy.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import cn.zrzy.hub.kernel.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore is declared with a moment that can be true; by a wrong one every partner would have nothing to tell. */
class KeyOfficeTests {

    private final KeyChecks checks = mock(KeyChecks.class);
    private final KeyOffice office =
            new KeyOffice(checks, Clock.fixed(Instant.parse("2026-11-23T14:00:00Z"), ZoneOffset.UTC), event -> {});

    @ParameterizedTest
    @ValueSource(strings = {"2027-11-23T21:00:00+08:00", "2026-11-23T22:00:01+08:00", "2026-11-23T21:00:00", "昨夜", ""})
    void aMomentThatCannotBeIsRefused(String since) {
        assertThatThrownBy(() -> office.declare("李敏", "磁盘损坏", since))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-KEYS-SINCE"));
        verify(checks, never()).reopen(any());
    }

    @Test
    void aMomentOfThePastAsksEverybody() {
        office.declare("李敏", "磁盘损坏", "2026-11-23T22:00:00+08:00");
        verify(checks).reopen(OffsetDateTime.parse("2026-11-23T22:00:00+08:00"));
    }
}
