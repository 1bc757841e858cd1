package cn.zrzy.hub.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 告警设置, block {@code alert} of config/alerts.yaml.
 *
 * @param gather how often the desk is looked at
 * @param between least time from one message to the next by one channel; what comes up meanwhile goes into one
 * @param calmAfter how long a cause must be away before it counts as gone, so that one that flickers is told once
 * @param claimWithin how long an urgent alert may be without owner before it is escalated
 * @param within how long one call of a channel may take in all
 * @param console address of the console as people reach it; links begin with it
 * @param routes channels by order of preference, for each of {@code urgent}, {@code waitable}, {@code escalated}
 */
@ConfigurationProperties("alert")
public record AlertTerms(
        @DefaultValue("15s") Duration gather,
        @DefaultValue("30s") Duration between,
        @DefaultValue("2m") Duration calmAfter,
        @DefaultValue("15m") Duration claimWithin,
        @DefaultValue("10s") Duration within,
        @DefaultValue("http://127.0.0.1:8080") String console,
        @DefaultValue Heartbeat heartbeat,
        @DefaultValue Map<String, List<String>> routes,
        @DefaultValue Map<String, Channel> channels) {

    /** One lease outlives any call, so that no other hub sends the same meanwhile. */
    static final int LEASE_CALLS = 3;

    /** @param url of the outside watcher; empty for none */
    public record Heartbeat(
            @DefaultValue("") String url,
            @DefaultValue("60s") Duration every) {}

    /** What a channel speaks (渠道种类). */
    public enum Kind {
        DINGTALK,
        WECOM,
        FEISHU,
        SMS,
        WEBHOOK,
        MAIL
    }

    /**
     * One channel. Whatever lets somebody write into the group is a secret: an address that holds a token is written
     * {@code ${secret.<name>:}}.
     *
     * @param url of the robot or gateway; of mail {@code smtp://host:port}, {@code smtps://} or {@code smtp+tls://}
     * @param secret with which it signs, or the password
     * @param user of the mail server; empty for none
     * @param from address that mail comes from
     * @param to mobile numbers or mail addresses
     */
    public record Channel(
            Kind kind,
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("") String user,
            @DefaultValue("") String from,
            @DefaultValue List<String> to) {}

    public AlertTerms {
        routes.forEach((route, names) -> names.forEach(name -> {
            if (!channels.containsKey(name)) {
                throw new IllegalStateException("alert.routes." + route + " 里的渠道 " + name + " 没有在 alert.channels 里写明");
            }
        }));
    }

    List<String> route(String name) {
        return routes.getOrDefault(name, List.of());
    }
}
