package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.NotTold;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** 企业微信群机器人: the key in its address is all its security, it signs nothing; 20 a minute, a text of at most 2,048 bytes. */
record WeCom(AlertTerms.Channel terms, BoundedCall call) implements AlertChannel {

    private static final int TOO_FAST = 45009;

    @Override
    public int room() {
        return 2_000;
    }

    @Override
    public void tell(Bulletin bulletin) throws NotTold {
        JsonNode answer =
                call.ask(terms.url(), Map.of("msgtype", "text", "text", Map.of("content", bulletin.text())), Map.of());
        int code = answer.path("errcode").asInt(-1);
        if (code == TOO_FAST) {
            throw new NotTold("企业微信说发得太密（" + code + "）", Duration.ofMinutes(1));
        }
        if (code != 0) {
            throw new NotTold("企业微信没有收下（" + code + "）");
        }
    }
}
