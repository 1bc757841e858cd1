package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the hub (枢纽时钟), Beijing time; tests put another in its place. */
@Configuration
class HubClock {

    @Bean
    Clock clock() {
        return Clock.system(Beijing.ZONE);
    }
}
