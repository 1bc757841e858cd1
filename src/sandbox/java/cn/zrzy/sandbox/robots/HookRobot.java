package cn.zrzy.sandbox.robots;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Webhook: signed after Standard Webhooks, five minutes of skew. */
record HookRobot(Secrets secrets) implements Robot {

    private static final long WINDOW = 300;

    @Override
    public int aMinute() {
        return 100;
    }

    @Override
    public String take(Call call, byte[] body) throws NotTaken {
        String id = call.header("webhook-id");
        String stamp = call.header("webhook-timestamp");
        String secret = secrets.find("robot-hook").orElse("");
        String signed = id + "." + stamp + "." + new String(body, StandardCharsets.UTF_8);
        boolean good = stamp.matches("[0-9]{10}")
                && Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(stamp)) < WINDOW
                && !secret.isEmpty()
                && ("v1," + Hmac.of(secret, signed)).equals(call.header("webhook-signature"));
        if (!good) {
            throw new NotTaken(401, Json.object().put("message", "bad signature"));
        }
        return Json.object(body).map(message -> message.path("text").asText()).orElse("");
    }

    @Override
    public ObjectNode taken() {
        return Json.object();
    }

    @Override
    public ObjectNode tooMany() {
        return Json.object().put("message", "slow down");
    }
}
