package cn.zrzy.hub.ceremony.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.hold.DrawHold;
import cn.zrzy.hub.ceremony.platform.PlatformDesk;
import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.Signings;
import cn.zrzy.hub.ceremony.seed.DrawDesk;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The button in the hall says what it waits for, and the form is signed by four, once, after the draw. */
class DrawOfficeTests {

    private static final DrawOffice.Signatures FOUR = new DrawOffice.Signatures("赵局", "王强", "何建国", "周敏");

    private final Schemes schemes = mock(Schemes.class);
    private final DrawCalls calls = mock(DrawCalls.class);
    private final DrawHold hold = mock(DrawHold.class);
    private final DrawLedger ledger = mock(DrawLedger.class);
    private final Signings signings = mock(Signings.class);
    private final DrawOffice office = new DrawOffice(
            schemes,
            calls,
            hold,
            ledger,
            signings,
            mock(DrawDesk.class),
            mock(SecretDesk.class),
            mock(PlatformDesk.class),
            Clock.systemUTC());

    @Test
    void aDrawThatStillWaitsIsNotHeld() {
        Scheme scheme = mock(Scheme.class, RETURNS_DEEP_STUBS);
        when(scheme.state()).thenReturn(Scheme.State.FROZEN);
        when(scheme.drawNo()).thenReturn("D1");
        when(scheme.terms().drawMode().provable()).thenReturn(true);
        when(calls.find("D1")).thenReturn(Optional.of(new DrawCalls.Call("D1", "S1", true)));
        when(schemes.find("S1")).thenReturn(Optional.of(scheme));
        assertThatCode(() -> office.start("D1")).doesNotThrowAnyException();
        doThrow(new TryLater("等待公开随机数")).when(hold).draw(any());
        refused("E-DRAW-NOT-READY", () -> office.start("D1"));
    }

    @Test
    void theFormIsSignedByFourOnceAfterTheDraw() {
        refused("E-DRAW-NOT-HELD", () -> office.sign("D1", FOUR, "wq"));
        when(ledger.outcome("D1")).thenReturn(Optional.of(mock(DrawOutcome.class)));
        refused("E-DRAW-SIGNING", () -> office.sign("D1", new DrawOffice.Signatures("赵局", "", "何建国", "周敏"), "wq"));
        when(signings.add(any())).thenReturn(true, false);
        assertThatCode(() -> office.sign("D1", FOUR, "wq")).doesNotThrowAnyException();
        refused("E-DRAW-SIGNING", () -> office.sign("D1", FOUR, "wq"));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
