package cn.zrzy.hub.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTests {

    @Test
    void inEarnestNoPasswordIsKeptWeakly() {
        assertThatThrownBy(() -> Passwords.encoder(11, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("console.password-strength");
        assertThat(Passwords.encoder(12, false).encode("x")).startsWith("{bcrypt12}$2a$12$");
    }

    /** What a drill left opens nothing in earnest. */
    @Test
    void aWeakOneCountsInADrillOnly() {
        String weak = Passwords.encoder(4, true).encode("Lantern-Orchid-47");
        assertThat(Passwords.encoder(4, true).matches("Lantern-Orchid-47", weak))
                .isTrue();
        assertThat(Passwords.encoder(12, false).matches("Lantern-Orchid-47", weak))
                .isFalse();
    }
}
