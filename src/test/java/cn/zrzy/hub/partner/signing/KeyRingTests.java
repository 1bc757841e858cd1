package cn.zrzy.hub.partner.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** A key that is missing, or empty, signs nothing. */
class KeyRingTests {

    @Test
    void anEmptyKeyIsNone() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("secret.province-key", "k1\n")
                .withProperty("secret.credit-key", "\n");
        KeyRing keys = new KeyRing(settings);
        assertThat(keys.secret("province-key")).isEqualTo("k1");
        for (String name : new String[] {"credit-key", "portal-token"}) {
            assertThatThrownBy(() -> keys.secret(name))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("E-SECRET"));
        }
    }
}
