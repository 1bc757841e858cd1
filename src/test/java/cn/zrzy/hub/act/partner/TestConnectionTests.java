package cn.zrzy.hub.act.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.act.Press;
import cn.zrzy.hub.delivery.Pauses;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.probe.Probe;
import cn.zrzy.hub.kernel.probe.Probes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking is done before anything is kept, one at a time for each system. */
class TestConnectionTests {

    private static final Probe THROUGH = new Probe(true, "应答正常", 12);

    private final Probes probes = mock(Probes.class);
    private final Pauses partners = mock(Pauses.class);
    private final LastProbes last = mock(LastProbes.class);
    private final TestConnection act = new TestConnection(probes, partners, last);

    @BeforeEach
    void threeCanBeAsked() {
        when(probes.systems()).thenReturn(List.of("credit", "hr", "province"));
        when(probes.ask(any())).thenReturn(THROUGH);
    }

    @Test
    void itIsAskedFirstAndKeptInTheTransaction() {
        var deed = act.ready("province");
        verify(probes).ask("province");
        verify(last, never()).keep(any(), any(), any());
        deed.accept(new Press("limin", "换了密钥", null, "", null));
        verify(last).keep("province", THROUGH, "limin");
    }

    @Test
    void whoPressesWhileOneIsUnderWayIsRefusedAtOnce() {
        when(probes.ask("province")).thenAnswer(asked -> {
            refused("E-PROBE-BUSY", "province");
            act.ready("credit");
            return THROUGH;
        });
        act.ready("province");
        verify(probes).ask("credit");
        act.ready("province");
    }

    @Test
    void oneThatFailsLeavesTheWayFree() {
        when(probes.ask("hr")).thenThrow(new IllegalStateException()).thenReturn(THROUGH);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> act.ready("hr"));
        act.ready("hr");
        refused("E-PARTNER-UNKNOWN", "nobody");
    }

    @Test
    void aPartnerWithoutAProbeHasNoButtonButAPage() {
        when(partners.partners()).thenReturn(List.of("tax"));
        assertThat(act.preview("tax").bar()).extracting(Rejected::code).isEqualTo("E-PROBE-NONE");
        assertThat(act.preview("province").bar()).isNull();
        refused("E-PROBE-NONE", "tax");
    }

    private void refused(String code, String system) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> act.ready(system))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
