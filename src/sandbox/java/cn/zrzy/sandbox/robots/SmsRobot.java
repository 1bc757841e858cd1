package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** 短信网关: a bearer token, mobiles and a content. */
record SmsRobot(Secrets secrets) implements Robot {

    @Override
    public int aMinute() {
        return 60;
    }

    @Override
    public String take(Call call, byte[] body) throws NotTaken {
        String token = secrets.find("robot-sms").orElse("");
        if (token.isEmpty() || !call.header("Authorization").equals("Bearer " + token)) {
            throw new NotTaken(401, Json.object().put("code", "401"));
        }
        ObjectNode message = Json.object(body)
                .orElseThrow(() -> new NotTaken(400, Json.object().put("code", "400")));
        if (message.path("mobiles").isEmpty()
                || message.path("content").asText().isEmpty()) {
            throw new NotTaken(200, Json.object().put("code", "400"));
        }
        return message.path("content").asText();
    }

    @Override
    public ObjectNode taken() {
        return Json.object().put("code", "0");
    }

    @Override
    public ObjectNode tooMany() {
        return Json.object().put("code", "429");
    }
}
