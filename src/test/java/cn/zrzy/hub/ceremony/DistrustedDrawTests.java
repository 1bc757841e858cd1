package cn.zrzy.hub.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.freeze.CommitmentCall;
import cn.zrzy.hub.ceremony.freeze.PoolFreeze;
import cn.zrzy.hub.ceremony.hold.CeremonyBook;
import cn.zrzy.hub.ceremony.hold.DrawHold;
import cn.zrzy.hub.ceremony.hold.DrawSession;
import cn.zrzy.hub.ceremony.hold.OutcomeBook;
import cn.zrzy.hub.ceremony.hold.ShadowDraw;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.seed.DrawStamps;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.paper.SigningRing;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.plan.DrawTerms;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** A draw whose evidence is not believed is left alone; the night's other draws go on. */
class DistrustedDrawTests {

    private final Schemes schemes = mock(Schemes.class);
    private final OutcomeBook outcomes = mock(OutcomeBook.class);
    private final DrawLedger ledger = mock(DrawLedger.class);
    private final ApplicationEventPublisher facts = mock(ApplicationEventPublisher.class);
    private final DrawHold hold = new DrawHold(
            schemes,
            outcomes,
            ledger,
            mock(DrawStamps.class),
            mock(SecretDesk.class),
            mock(DrawSettings.class, RETURNS_DEEP_STUBS),
            mock(SigningRing.class),
            facts,
            Clock.systemUTC());
    private final DrawSession session = new DrawSession(
            schemes,
            mock(CommitmentCall.class),
            mock(PoolFreeze.class),
            hold,
            mock(CeremonyBook.class),
            mock(Abandonments.class),
            mock(ShadowDraw.class),
            mock(DrawSettings.class));

    @Test
    void nothingIsHeldOrPublishedAndTheNextDrawIsTried() {
        Scheme forged = scheme("F01", "D1");
        Scheme next = scheme("F02", "D2");
        when(schemes.inState(Scheme.State.FROZEN)).thenReturn(List.of(forged, next));
        when(ledger.frozen("D1")).thenThrow(new Rejected("E-DRAW-FORGED", "签名与文件不符"));
        when(ledger.frozen("D2")).thenThrow(new Rejected("E-DRAW-KEY-MISSING", "公钥不在密钥环中"));
        Outcome outcome = session.drawReady(new Shift("20261123-draw-run", 1));
        assertThat(outcome.message()).contains("F01 未成（E-DRAW-FORGED）", "F02 未成（E-DRAW-KEY-MISSING）");
        verify(schemes, never()).drawn(any());
        verifyNoInteractions(outcomes, facts);
    }

    private static Scheme scheme(String schemeNo, String drawNo) {
        return new Scheme(
                schemeNo,
                1,
                "P01",
                schemeNo,
                List.of(),
                null,
                null,
                null,
                "实地",
                2,
                DrawTerms.ordinary(),
                Scheme.State.FROZEN,
                "甲",
                "乙",
                null,
                drawNo);
    }
}
