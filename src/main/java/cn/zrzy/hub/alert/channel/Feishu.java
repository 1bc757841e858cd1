package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.NotTold;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** 飞书自定义机器人: 100 a minute and 5 a second, a request of at most 20 KB; the sign is good for an hour. */
record Feishu(AlertTerms.Channel terms, BoundedCall call, Clock clock) implements AlertChannel {

    private static final int BAD_SIGN = 19021;

    @Override
    public int room() {
        return 15_000;
    }

    @Override
    public void tell(Bulletin bulletin) throws NotTold {
        Map<String, Object> message = new LinkedHashMap<>();
        if (!terms.secret().isEmpty()) {
            long seconds = clock.instant().getEpochSecond();
            message.put("timestamp", Long.toString(seconds));
            message.put("sign", Signs.feishu(seconds, terms.secret()));
        }
        message.put("msg_type", "text");
        message.put("content", Map.of("text", bulletin.text()));
        JsonNode answer = call.ask(terms.url(), message, Map.of());
        int code = answer.path("code").asInt(answer.path("StatusCode").asInt(-1));
        if (code != 0) {
            throw new NotTold("飞书没有收下（" + code + (code == BAD_SIGN ? "，签名或本机时钟不符" : "") + "）");
        }
    }
}
