package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** 企业微信: the key in the query and nothing else; 20 a minute, 2,048 bytes of text. */
record WeComRobot() implements Robot {

    private static final int LONGEST = 2048;

    @Override
    public int aMinute() {
        return 20;
    }

    @Override
    public String take(Call call, byte[] body) throws NotTaken {
        if (!"demo".equals(call.query("key", ""))) {
            throw new NotTaken(200, DingTalkRobot.answer(93000, "invalid webhook url"));
        }
        String text = Json.object(body)
                .map(message -> message.path("text").path("content").asText())
                .orElse("");
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new NotTaken(200, DingTalkRobot.answer(40058, "content exceed max length or empty"));
        }
        return text;
    }

    @Override
    public ObjectNode taken() {
        return DingTalkRobot.answer(0, "ok");
    }

    @Override
    public ObjectNode tooMany() {
        return DingTalkRobot.answer(45009, "api freq out of limit");
    }
}
