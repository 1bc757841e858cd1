package cn.zrzy.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import org.junit.jupiter.api.Test;

class SignatoryTests {

    @Test
    void nobodyApprovesHisOwnPaperUnderAnotherSpelling() {
        assertThat(Signatory.of("office/周　敏 ")).isEqualTo(Signatory.of("office/周敏"));
        for (String actor : new String[] {"office/周敏\u200b", "office/\u2060周敏", "office/", "office"}) {
            assertThatThrownBy(() -> Signatory.of(actor))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("E-PERSON"));
        }
    }
}
