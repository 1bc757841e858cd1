package cn.zrzy.hub.console;

import static org.mockito.Mockito.mock;

import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Alerts;
import cn.zrzy.hub.alert.Channels;
import cn.zrzy.hub.alert.watch.Presence;
import cn.zrzy.hub.alert.watch.Watches;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;

/** No alert and no channel, beside {@link CannedBooks}. */
// No stereotype: the scan of a whole hub, started from the test class path, must not find these.
class CannedAlerts {

    @Bean
    Alerts alerts() {
        return mock(Alerts.class);
    }

    @Bean
    Watches watches() {
        return mock(Watches.class);
    }

    @Bean
    Presence presence() {
        return mock(Presence.class);
    }

    @Bean
    Channels channels() {
        return mock(Channels.class);
    }

    @Bean
    AlertTerms alertTerms() {
        Duration second = Duration.ofSeconds(1);
        AlertTerms.Heartbeat none = new AlertTerms.Heartbeat("", second);
        return new AlertTerms(
                second,
                second,
                second,
                second,
                second,
                "http://127.0.0.1",
                none,
                Map.<String, List<String>>of(),
                Map.of());
    }
}
