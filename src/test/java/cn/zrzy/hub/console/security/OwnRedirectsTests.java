package cn.zrzy.hub.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRedirectsTests {

    @ParameterizedTest
    @CsvSource({
        "/ops, /ops",
        "/messages?q=a//b, /messages?q=a//b",
        "/language?back=http://x/y, /language?back=http://x/y",
        "http://evil.example/ops?a=b, /ops?a=b",
        "https://evil.example, /",
        "//evil.example/ops, /ops",
        "///evil.example/ops, /ops",
        "ops, ops"
    })
    void everyRedirectStaysWithinThisSite(String location, String within) {
        assertThat(OwnRedirects.within(location)).isEqualTo(within);
    }
}
