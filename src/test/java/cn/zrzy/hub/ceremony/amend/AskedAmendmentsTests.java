package cn.zrzy.hub.ceremony.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.freeze.PoolBuilder;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.seed.SecretDesk;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Schemes;
import cn.zrzy.hub.plan.approval.FourEyes;
import cn.zrzy.hub.registry.Recusals;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would be refused when it is approved is refused when it is asked for, and nothing is entered. */
class AskedAmendmentsTests {

    private static final String EVIDENCE = "ab".repeat(32);
    private static final Acting ASKER = Acting.person("jia", "甲", "OFFICE", "10.0.0.1");

    private final DrawResults results = mock(DrawResults.class);
    private final Corrections corrections = mock(Corrections.class);
    private final Abandonments abandonments = mock(Abandonments.class);
    private final DrawLedger ledger = mock(DrawLedger.class);

    @BeforeEach
    void aDrawStands() {
        when(results.find("D1")).thenReturn(Optional.of(mock(DrawnResult.class)));
        when(results.current("D1")).thenReturn(Optional.empty());
    }

    @Test
    void aCorrectionSaysOfWhichKindItIsAndWhy() {
        CorrectionBook book = new CorrectionBook(
                corrections,
                results,
                mock(PoolBuilder.class),
                mock(Recusals.class),
                ledger,
                mock(SecretDesk.class),
                fact -> {},
                mock(FourEyes.class));
        refused("E-DRAW-CORRECTION-KIND", () -> book.ask("D1", correction(null, "亲属"), ASKER));
        refused("E-DRAW-CORRECTION-REASON", () -> book.ask("D1", correction(Correction.Kind.RECUSE, " "), ASKER));
        verifyNoInteractions(corrections);
    }

    private static CorrectionRequest correction(Correction.Kind kind, String reason) {
        return new CorrectionRequest(kind, "O1", "I1", "RECUSED", reason, EVIDENCE);
    }

    @Test
    void aVoidRestsOnAPaperThatCanBeCompared() {
        AbandonmentBook book = new AbandonmentBook(
                abandonments, results, mock(Schemes.class), ledger, fact -> {}, mock(FourEyes.class));
        refused("E-DRAW-VOID-EVIDENCE", () -> book.ask("D1", new VoidRequest("漏报一批采矿权", "批1", "见附件"), ASKER));
        verifyNoInteractions(abandonments);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
