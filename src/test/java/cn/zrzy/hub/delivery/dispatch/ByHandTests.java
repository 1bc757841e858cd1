package cn.zrzy.hub.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a person does to a dispatch is kept with a name, a reason and, where it ends it, the partner's own number. */
class ByHandTests {

    @Test
    void nobodyActsWithoutANameAndAReason() {
        refused(() -> ByHand.requireNamed(DispatchEvent.CLOSE, "", "已当面交"));
        refused(() -> ByHand.requireNamed(DispatchEvent.CLOSE, "王强", " "));
        refused(() -> ByHand.requireNumber(" "));
    }

    @Test
    void whatAPersonStoppedSaysSoAndIsHis() {
        Dispatch one = Stood.at(Standing.OWED, false, true);
        one.byHand("王强", "对方系统切换").stop();
        assertThat(one.course().situation().causeCode()).isEqualTo("E-BY-HAND");
        assertThat(one.course().situation().owner()).isEqualTo("王强");
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("E-ACT"));
    }
}
