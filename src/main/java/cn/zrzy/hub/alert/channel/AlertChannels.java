package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels that the settings name (渠道表). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertTerms.class)
class AlertChannels {

    @Bean
    AlertChannel.All alertDoors(AlertTerms terms, BoundedCall call, Clock clock) {
        Map<String, AlertChannel> channels = new LinkedHashMap<>();
        terms.channels().forEach((name, one) -> channels.put(name, of(one, terms, call, clock)));
        return new AlertChannel.All(channels);
    }

    private static AlertChannel of(AlertTerms.Channel one, AlertTerms terms, BoundedCall call, Clock clock) {
        return switch (one.kind()) {
            case DINGTALK -> new DingTalk(one, call, clock);
            case WECOM -> new WeCom(one, call);
            case FEISHU -> new Feishu(one, call, clock);
            case SMS -> new SmsGateway(one, call);
            case WEBHOOK -> new Webhook(one, call, clock);
            case MAIL -> new Mail(one, terms.within());
        };
    }
}
