package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.NotTold;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Webhook, signed after Standard Webhooks 1.0.0 (standardwebhooks.com): any 2xx means taken. */
record Webhook(AlertTerms.Channel terms, BoundedCall call, Clock clock) implements AlertChannel {

    @Override
    public int room() {
        return 50_000;
    }

    @Override
    public void tell(Bulletin bulletin) throws NotTold {
        List<Map<String, Object>> alerts = bulletin.letters().stream()
                .<Map<String, Object>>map(letter -> Map.of(
                        "letter", letter.no(),
                        "alert", letter.alert(),
                        "what", letter.what().name(),
                        "sentence", letter.sentence(),
                        "since", letter.since().toString(),
                        "path", letter.href()))
                .toList();
        byte[] body = BoundedCall.bytes(Map.of("type", "hub.alerts", "text", bulletin.text(), "alerts", alerts));
        long seconds = clock.instant().getEpochSecond();
        call.post(
                terms.url(),
                body,
                terms.secret().isEmpty()
                        ? Map.of("webhook-id", bulletin.id())
                        : Map.of(
                                "webhook-id",
                                bulletin.id(),
                                "webhook-timestamp",
                                Long.toString(seconds),
                                "webhook-signature",
                                Signs.webhook(bulletin.id(), seconds, body, terms.secret())));
    }
}
