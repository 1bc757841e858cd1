package cn.zrzy.hub.plumbing.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gate lets through (门卫设置), config/application.yaml.
 *
 * @param proxies addresses of the reverse proxies that are believed about X-Forwarded-For and -Proto; none unless named
 * @param headersWithin how long the head of a request may take
 * @param doors each of them needs its line
 */
@ConfigurationProperties("gate")
record GateSettings(
        @DefaultValue List<String> proxies,
        @DefaultValue("10s") Duration headersWithin,
        Map<Door, Limits> doors) {

    GateSettings {
        proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
    }

    /**
     * @param atOnce requests that may be inside at the same time; all doors together must stay below the server's threads
     * @param perAddress of those, from one address; 0 for no limit
     * @param body largest body
     * @param within how long the body may take
     */
    record Limits(
            int atOnce,
            @DefaultValue("0") int perAddress,
            @DefaultValue("64KB") DataSize body,
            @DefaultValue("10s") Duration within) {}
}
