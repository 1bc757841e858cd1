package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** 飞书: timestamp and signature in the body, the key being both; good for an hour; 100 a minute. */
record FeishuRobot(Secrets secrets) implements Robot {

    private static final long HOUR = 3600;

    @Override
    public int aMinute() {
        return 100;
    }

    @Override
    public String take(Call call, byte[] body) throws NotTaken {
        ObjectNode message = Json.object(body).orElseThrow(() -> new NotTaken(400, answer(9499, "Bad Request")));
        String stamp = message.path("timestamp").asText();
        String secret = secrets.find("robot-feishu").orElse("");
        boolean fresh = stamp.matches("[0-9]{10}")
                && Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(stamp)) < HOUR;
        if (!fresh
                || secret.isEmpty()
                || !Hmac.of(stamp + "\n" + secret, "")
                        .equals(message.path("sign").asText())) {
            throw new NotTaken(
                    200, answer(19021, "sign match fail or timestamp is not within one hour from current time"));
        }
        String text = message.path("content").path("text").asText();
        if (!"text".equals(message.path("msg_type").asText()) || text.isEmpty() || body.length > 20 * 1024) {
            throw new NotTaken(200, answer(9499, "Bad Request"));
        }
        return text;
    }

    @Override
    public ObjectNode taken() {
        return answer(0, "success");
    }

    @Override
    public ObjectNode tooMany() {
        return answer(11232, "frequency limited psm");
    }

    private static ObjectNode answer(int code, String message) {
        ObjectNode answer = Json.object().put("code", code).put("msg", message);
        answer.putObject("data");
        return answer;
    }
}
