package cn.zrzy.hub.plumbing.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateSettingsTests {

    @Test
    void aProxyIsKnownHoweverItsAddressIsSpelled() {
        assertThat(settings(" 10.1.2.3 ", "", "::1", "FD00:0::000A").proxies())
                .containsExactly("10.1.2.3", "0:0:0:0:0:0:0:1", "fd00:0:0:0:0:0:0:a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.0/24", "proxy.xuchang.gov.cn", "10.1.2", "10.1.2.300", "fd00::1::2", "face"})
    void whatCouldNeverMatchIsSaidAtTheStart(String proxy) {
        assertThatThrownBy(() -> settings(proxy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gate.proxies")
                .hasMessageContaining(proxy);
    }

    private static GateSettings settings(String... proxies) {
        return new GateSettings(List.of(proxies), Duration.ofSeconds(10), Map.of());
    }
}
