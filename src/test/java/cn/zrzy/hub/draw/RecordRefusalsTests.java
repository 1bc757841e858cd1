package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.outcome.Abandonment;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.draw.outcome.DrawOutcome;
import cn.zrzy.hub.draw.paper.LogLine;
import cn.zrzy.hub.kernel.Rejected;
import java.time.OffsetDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What comes after a draw is written down for good: each line is numbered, approved, and about somebody who was drawn. */
class RecordRefusalsTests {

    private static final OffsetDateTime THEN = OffsetDateTime.parse("2027-01-10T10:00:00+08:00");

    @Test
    void noControlCharacterGetsIntoThePapers() {
        refused("E-DRAW-CONTROL", () -> Jcs.write(List.of("许昌\u0007")));
    }

    @Test
    void aVoidIsApprovedAndItsEvidenceCanBeCompared() {
        assertThat(redraw("局长办公会", "ab".repeat(32))).contains("局长办公会");
        refused("E-DRAW-VOID-APPROVAL", () -> redraw("", ""));
        refused("E-DRAW-VOID-APPROVAL", () -> redraw("局长办公会", "见附件"));
    }

    private static String redraw(String approver, String evidence) {
        return LogLine.redraw("XC-2026-0001", THEN, new Abandonment("名录漏报", approver), evidence, "XC-2026-F01");
    }

    @Test
    void aCorrectionIsNumberedApprovedAndOfSomebodyWhoWasDrawn() {
        FrozenDraw frozen = SampleDraw.frozen();
        DrawOutcome outcome = Draws.hold(frozen, SampleDraw.revealed(), SampleDraw.SIGNERS);
        String drawn = outcome.picks().get(0).subjectId();
        refused("E-DRAW-CORRECTION-NO", () -> replay(frozen, outcome, 2, drawn, "局长"));
        refused("E-DRAW-CORRECTION-APPROVAL", () -> replay(frozen, outcome, 1, drawn, ""));
        refused("E-DRAW-CORRECTION-SUBJECT", () -> replay(frozen, outcome, 1, "91411002MA0000000X", "局长"));
    }

    private static void replay(FrozenDraw frozen, DrawOutcome outcome, int no, String subject, String approver) {
        Correction one = new Correction(
                no, outcome.at().plusDays(1), Correction.Kind.EXCLUDE, subject, "", "DISSOLVED", "注销", approver, "");
        Draws.replay(frozen, outcome, "", List.of(one));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
