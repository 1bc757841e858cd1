package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** 钉钉: token and signature in the query, good for an hour; 20 a minute. */
record DingTalkRobot(Secrets secrets) implements Robot {

    private static final long HOUR = 3_600_000;

    @Override
    public int aMinute() {
        return 20;
    }

    @Override
    public String take(Call call, byte[] body) throws NotTaken {
        if (!"demo".equals(call.query("access_token", ""))) {
            throw new NotTaken(200, answer(300001, "token is not exist"));
        }
        String stamp = call.query("timestamp", "0");
        String secret = secrets.find("robot-dingtalk").orElse("");
        boolean fresh =
                stamp.matches("[0-9]{13}") && Math.abs(System.currentTimeMillis() - Long.parseLong(stamp)) < HOUR;
        if (!fresh) {
            throw new NotTaken(200, answer(310000, "invalid timestamp"));
        }
        if (secret.isEmpty() || !Hmac.of(secret, stamp + "\n" + secret).equals(call.query("sign", ""))) {
            throw new NotTaken(200, answer(310000, "sign not match"));
        }
        ObjectNode message = Json.object(body).orElseThrow(() -> new NotTaken(200, answer(40035, "不合法的参数")));
        String text = message.path("text").path("content").asText();
        if (!"text".equals(message.path("msgtype").asText()) || text.isEmpty() || body.length > 20_000) {
            throw new NotTaken(200, answer(460101, "message too long or empty"));
        }
        return text;
    }

    @Override
    public ObjectNode taken() {
        return answer(0, "ok");
    }

    @Override
    public ObjectNode tooMany() {
        return answer(130101, "send too fast, exceed 20 times per minute");
    }

    static ObjectNode answer(int code, String message) {
        return Json.object().put("errcode", code).put("errmsg", message);
    }
}
