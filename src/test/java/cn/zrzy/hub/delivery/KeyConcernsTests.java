package cn.zrzy.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.delivery.window.Windows;
import cn.zrzy.hub.kernel.Concern;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A partner that does not tell its keys is told, but not while it is known to be away or has only just come back. */
class KeyConcernsTests {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-01T06:00:00+08:00");

    private final KeyChecks checks = mock(KeyChecks.class);
    private final Windows windows = mock(Windows.class);
    private final KeyConcerns concerns =
            new KeyConcerns(checks, windows, Clock.fixed(NOW.toInstant(), NOW.getOffset()));

    @Test
    void whoIsAwayOrJustBackIsNotSaidToKeepSilent() {
        OffsetDateTime asked = NOW.minusHours(6);
        when(checks.standing())
                .thenReturn(List.of(new KeyCheck("province", asked, asked, true, true, null, "", "", "连接不上", 0)));
        assertThat(concerns.open()).extracting(Concern::kind).containsExactly("keys-held");
        when(windows.away(any())).thenReturn(Set.of("province"));
        assertThat(concerns.open()).isEmpty();
    }
}
