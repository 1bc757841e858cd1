package cn.zrzy.hub.plumbing;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the hub (枢纽时钟), Beijing time; tests put another in its place. */
@Configuration
class HubClock {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
