package cn.zrzy.hub.plan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Rejected;
import org.junit.jupiter.api.Test;

class SignatoryTests {

    @Test
    void aNameHasOneSpelling() {
        assertThat(Signatory.of(named("周　敏 "))).isEqualTo(Signatory.of(named("周敏")));
        for (String name : new String[] {"周敏\u200b", "\u2060周敏", ""}) {
            assertRefused("E-PERSON", () -> Signatory.of(named(name)));
        }
    }

    @Test
    void aMachinesWordForANameDecidesNothing() {
        assertRefused("E-AUTH-PERSON", () -> Signatory.deciding(named("周敏")));
        assertThat(Signatory.deciding(Acting.person("zhoumin", "周敏", "OFFICE", "10.0.0.1")))
                .isEqualTo("周敏");
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Acting named(String name) {
        return Acting.machine("office", "OFFICE", "10.0.0.1", name);
    }
}
