package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.NotTold;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** 钉钉自定义机器人: 20 messages a minute, else silent for ten; a message of at most 20,000 bytes. */
record DingTalk(AlertTerms.Channel terms, BoundedCall call, Clock clock) implements AlertChannel {

    private static final int TOO_FAST = 130101;
    private static final int BAD_SIGN = 310000;

    @Override
    public int room() {
        return 18_000;
    }

    @Override
    public void tell(Bulletin bulletin) throws NotTold {
        JsonNode answer =
                call.ask(signed(), Map.of("msgtype", "text", "text", Map.of("content", bulletin.text())), Map.of());
        int code = answer.path("errcode").asInt(-1);
        if (code == TOO_FAST) {
            throw new NotTold("钉钉说发得太密（" + code + "）", Duration.ofMinutes(10));
        }
        if (code != 0) {
            throw new NotTold("钉钉没有收下（" + code + (code == BAD_SIGN ? "，关键词、加签或来源地址不符" : "") + "）");
        }
    }

    private String signed() {
        if (terms.secret().isEmpty()) {
            return terms.url();
        }
        long millis = clock.millis();
        String sign = URLEncoder.encode(Signs.dingTalk(millis, terms.secret()), StandardCharsets.UTF_8);
        return terms.url() + (terms.url().contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign=" + sign;
    }
}
