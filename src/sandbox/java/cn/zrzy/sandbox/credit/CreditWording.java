package cn.zrzy.sandbox.credit;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Desk;
import cn.zrzy.sandbox.kit.Effect;
import cn.zrzy.sandbox.kit.Fault;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Refusal;
import cn.zrzy.sandbox.kit.Schema;
import cn.zrzy.sandbox.kit.Secrets;
import cn.zrzy.sandbox.kit.Signature;
import cn.zrzy.sandbox.kit.Stamp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** 信用平台的用语: its signature, the 双公示 rules, its record numbers. */
final class CreditWording implements Desk.Wording {

    private static final String[] CODES = {"E-3001", "E-3002", "E-3003", "E-3004", "E-3005", "E-3008", "E-3001"};

    private final Schema schema = Schema.load("credit/records");
    private final Signature signature;

    CreditWording(Secrets secrets) {
        signature = new Signature(secrets, "credit-key");
    }

    @Override
    public void admit(Call call, byte[] body) {
        signature.verify(call, body);
    }

    @Override
    public void check(String kind, ObjectNode message) {
        List<Fault> faults = schema.check(message);
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new Refusal(422, CODES[first.kind().ordinal()], first.toString());
        }
        PenaltyRules.check(message);
    }

    @Override
    public ObjectNode enter(int number, String kind, ObjectNode message) {
        return Json.object().put("recordId", "CF%s%06d".formatted(Stamp.day(), number));
    }

    @Override
    public ObjectNode accepted(Effect effect, boolean duplicate) {
        ObjectNode answer =
                Json.object().put("success", true).put("resultCode", "0000").put("message", "归集成功");
        answer.putObject("data")
                .put("recordId", effect.note().path("recordId").asText())
                .put("idempotencyKey", effect.key())
                .put("digest", effect.digest())
                .put("receivedAt", effect.at());
        return answer;
    }

    @Override
    public ObjectNode refused(String code, String message) {
        return Json.object().put("success", false).put("resultCode", code).put("message", message);
    }

    @Override
    public ObjectNode listed(ObjectNode page) {
        ObjectNode answer =
                Json.object().put("success", true).put("resultCode", "0000").put("message", "成功");
        answer.set("data", page);
        return answer;
    }

    @Override
    public Refusal moody() {
        return new Refusal(422, "E-3042", "归集未通过：与源头单位登记信息不一致");
    }
}
