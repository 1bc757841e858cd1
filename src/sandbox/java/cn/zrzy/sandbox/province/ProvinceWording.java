package cn.zrzy.sandbox.province;

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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 省平台的用语: its signature, its field rules, its receipt numbers. */
final class ProvinceWording implements Desk.Wording {

    private final Map<String, Schema> schemas = Stream.of("plans", "schemes", "pools", "draws", "draw-voids", "results")
            .collect(Collectors.toMap(kind -> kind, kind -> Schema.load("province/" + kind)));
    private final Signature signature;
    private final EffectBook book;
    private final LotteryRoom lottery;

    ProvinceWording(Secrets secrets, EffectBook book, LotteryRoom lottery) {
        this.lottery = lottery;
        signature = new Signature(secrets, "province-key");
        this.book = book;
    }

    @Override
    public void admit(Call call, byte[] body) {
        signature.verify(call, body);
    }

    @Override
    public void check(String kind, ObjectNode message) {
        List<Fault> faults = schemas.get(kind).check(message);
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new Refusal(422, "E-100" + (first.kind().ordinal() + 1), first.toString());
        }
        ProvinceRules.check(kind, message);
        if (kind.equals("draws") && message.has("correction") && !knows("draws", "drawNo", message)) {
            throw new Refusal(422, "E-ORDER", "抽取 " + message.path("drawNo").asText() + " 尚未报送，不能报送更正");
        }
        if (kind.equals("results") && !knows("plans", "planCode", message)) {
            throw new Refusal(422, "E-ORDER", "计划 " + message.path("planCode").asText() + " 尚未报送，不能报送检查结果");
        }
    }

    private boolean knows(String kind, String field, ObjectNode message) {
        return book.all().stream()
                .anyMatch(effect ->
                        effect.kind().equals(kind) && effect.note().path(field).equals(message.path(field)));
    }

    @Override
    public Matter matter(String kind, ObjectNode message) {
        return kind.equals("results")
                ? new Matter(
                        message.path("findingNo").asText(),
                        !message.path("withheld").asBoolean())
                : Matter.NONE;
    }

    @Override
    public ObjectNode enter(int number, String kind, ObjectNode message) {
        if (kind.equals("pools")) {
            lottery.hand(message);
        }
        return Json.object()
                .put("receiptNo", "HN%s%06d".formatted(Stamp.day(), number))
                .put("planCode", message.path("planCode").asText())
                .put("drawNo", message.path("drawNo").asText());
    }

    @Override
    public ObjectNode accepted(Effect effect, boolean duplicate) {
        ObjectNode answer = Json.object().put("code", "0").put("message", "成功");
        answer.putObject("data")
                .put("receiptNo", effect.note().path("receiptNo").asText())
                .put("idempotencyKey", effect.key())
                .put("digest", effect.digest())
                .put("receivedAt", effect.at())
                .put("duplicate", duplicate);
        return answer;
    }

    @Override
    public ObjectNode refused(String code, String message) {
        return Json.object().put("code", code).put("message", message);
    }

    @Override
    public ObjectNode listed(ObjectNode page) {
        ObjectNode answer = Json.object().put("code", "0").put("message", "成功");
        answer.set("data", page);
        return answer;
    }

    @Override
    public Refusal moody() {
        return new Refusal(422, "E-1042", "省平台未受理：与备案信息不符，请核实后重报");
    }
}
