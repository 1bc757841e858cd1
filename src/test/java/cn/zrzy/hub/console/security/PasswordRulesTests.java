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
        "x陈伟-Meadow-88, password.name",
        "Password123, password.common",
        "Xuchang2026, password.common",
        "aaaaaaaaaA1, password.common",
        "P@ssw0rd20261127, password.common",
        "P4$$w0rd!!!1, password.common",
        "1qaz@WSX3edc, password.common",
        "!QAZ2wsx#EDC, password.common",
        "Qwer!234Asdf, password.common",
        "poiuyt0987POIU, password.common",
        "Abcdefgh12, password.common",
        "Zyxwvut987, password.common",
        "Xuchang@Zrzy#2026!, password.common",
        "Guotuju-2025, password.common",
        "双随机Hub2026a, password.common",
        "Zhengzhou#8888, password.common",
        "Woaini1314!, password.common",
        "AbAbAbAbAb12, password.common",
        "Welcome-2026-11-27, password.common",
    })
    void refusesWeakPasswords(String password, String rule) {
        assertThat(PasswordRules.broken("admin", "陈伟", password)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "许昌自然资源局夜班Ab1",
        "night-watch-2026",
        "Night-Watch-2026",
        "Lantern-Orchid-47",
        "k#9$L!2^x&",
        "Gb7-tuna-Vexel",
        "河水漫过第三座桥Qa7",
        "hE2pV8nRq4"
    })
    void takesLongMixedPasswords(String password) {
        assertThat(PasswordRules.broken("admin", "陈伟", password)).isEmpty();
    }
}
