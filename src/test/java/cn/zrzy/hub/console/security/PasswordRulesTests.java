package cn.zrzy.hub.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTests {

    @ParameterizedTest
    @CsvSource({
        "admin, password.short",
        "Abcdef12!, password.short",
        "abcdefghij, password.classes",
        "abcdefgh12, password.classes",
        "Xadmin-2026-x, password.name",
    })
    void refusesWeakPasswords(String password, String rule) {
        assertThat(PasswordRules.broken("admin", password)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"Abcdefgh12", "许昌自然资源局夜班Ab1", "night-watch-2026"})
    void takesLongMixedPasswords(String password) {
        assertThat(PasswordRules.broken("admin", password)).isEmpty();
    }
}
