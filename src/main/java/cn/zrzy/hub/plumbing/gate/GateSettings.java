package cn.zrzy.hub.plumbing.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
                .map(GateSettings::asTheServerWritesIt)
                .toList();
    }

    /** One address has several spellings (RFC 4291 §2.2) and is compared as text: {@code ::1} would never match. */
    private static String asTheServerWritesIt(String proxy) {
        if (!proxy.matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("gate.proxies 要写代理的地址，不能写网段或域名：" + proxy);
        }
        try {
            return InetAddress.getByName(proxy).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("gate.proxies 里的地址不对：" + proxy, e);
        }
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
