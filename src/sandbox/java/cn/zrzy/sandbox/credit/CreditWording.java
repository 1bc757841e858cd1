package cn.zrzy.sandbox.credit;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Desk;
import cn.zrzy.sandbox.kit.Effect;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Fault;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Matter;
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
    private final Schema withdrawals = Schema.load("credit/withdrawals");
    private final Signature signature;
    private final EffectBook book;

    CreditWording(Secrets secrets, EffectBook book) {
        this.book = book;
        signature = new Signature(secrets, "credit-key");
    }

    @Override
    public void admit(Call call, byte[] body) {
        signature.verify(call, body);
    }

    @Override
    public void check(String kind, ObjectNode message) {
        boolean withdraws = withdraws(message);
        List<Fault> faults = (withdraws ? withdrawals : schema).check(message);
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new Refusal(422, CODES[first.kind().ordinal()], first.toString());
        }
        PenaltyRules.oneBody(message);
        if (!withdraws) {
            PenaltyRules.check(message);
        }
    }

    private static boolean withdraws(ObjectNode message) {
        return message.has("CX_YY");
    }

    /** One decision on one party, however its number is written. */
    @Override
    public Matter matter(String kind, ObjectNode message) {
        String party =
                message.path("CF_XDR_SHXYM").asText(message.path("CF_XDR_ZJHM").asText());
        String number = message.path("CF_WSH")
                .asText()
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[\\[【(（]", "〔")
                .replaceAll("[\\]】)）]", "〕");
        return new Matter(party + "/" + number, !withdraws(message));
    }

    @Override
    public ObjectNode enter(int number, String kind, ObjectNode message) {
        List<Effect> before = book.of(matter(kind, message).id());
        return before.isEmpty()
                ? Json.object()
                        .put("recordId", "CF%s%06d".formatted(Stamp.day(), number))
                        .put("revision", 1)
                : Json.object()
                        .put("recordId", before.get(0).note().path("recordId").asText())
                        .put("revision", before.size() + 1);
    }

    @Override
    public ObjectNode accepted(Effect effect, boolean duplicate) {
        ObjectNode answer =
                Json.object().put("success", true).put("resultCode", "0000").put("message", "归集成功");
        answer.putObject("data")
                .put("recordId", effect.note().path("recordId").asText())
                .put("revision", effect.note().path("revision").asInt())
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
