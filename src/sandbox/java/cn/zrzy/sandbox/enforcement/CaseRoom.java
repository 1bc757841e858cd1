package cn.zrzy.sandbox.enforcement;

import cn.zrzy.sandbox.data.Register;
import cn.zrzy.sandbox.kit.Effect;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Fault;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Matter;
import cn.zrzy.sandbox.kit.Schema;
import cn.zrzy.sandbox.kit.Sm3;
import cn.zrzy.sandbox.kit.Stamp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 案管室: registers a lead as a case, or says why not. */
final class CaseRoom {

    private static final String RECEIVER = "许昌市自然资源综合行政执法支队 王建国 0374-2960101";

    private final Schema schema = Schema.load("enforcement/lead");
    private final Schema withdrawals = Schema.load("enforcement/withdrawal");
    private final EffectBook book;
    private final Holdings holdings;

    CaseRoom(EffectBook book, Holdings holdings) {
        this.book = book;
        this.holdings = holdings;
    }

    /** The answer to "which keys of mine do you hold?", page by page; empty when the message is no such question. */
    List<ObjectNode> keys(byte[] body) {
        ObjectNode question = Json.object(body).orElseGet(Json::object);
        if (!question.path("question").asText().equals("keys")) {
            return List.of();
        }
        return holdings.pages(question.path("since").asText()).stream()
                .map(page -> Json.object()
                        .put("answer", "keys")
                        .put("questionNo", question.path("questionNo").asText())
                        .<ObjectNode>setAll(page))
                .toList();
    }

    /** The reply to one lead; empty for something that is no lead at all. Only 受理 is an effect. */
    Optional<ObjectNode> register(byte[] body, boolean rejecting) {
        ObjectNode lead = Json.object(body).orElseGet(Json::object);
        String key = lead.path("idempotencyKey").asText();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String digest = Sm3.of(body);
        if (rejecting) {
            return Optional.of(reply(lead, digest, 0, "不受理", "线索所涉事项已由其他机关立案查处"));
        }
        boolean withdraws = lead.has("withdrawReason");
        List<Fault> faults = (withdraws ? withdrawals : schema).check(lead);
        if (!faults.isEmpty()) {
            String reason = faults.stream().map(Fault::toString).collect(Collectors.joining("；"));
            return Optional.of(reply(lead, digest, 0, "退回补正", reason));
        }
        if (!oneBody(lead.path("object"))) {
            return Optional.of(reply(lead, digest, 0, "退回补正", "当事人名称与统一社会信用代码不是同一主体"));
        }
        String organ = lead.path("receivingOrgan").asText();
        if (!organ.contains("许昌")) {
            return Optional.of(reply(lead, digest, 0, "转送", "不属本支队管辖，已转送 " + organ));
        }
        Optional<Effect> known = book.find(key, digest);
        if (known.isPresent()) {
            book.repeat(key);
            return Optional.of(known.get().note().deepCopy());
        }
        Matter matter = new Matter(lead.path("leadNo").asText(), !withdraws);
        String caseNo = book.of(matter.id()).stream()
                .findFirst()
                .map(first -> first.note().path("caseNo").asText())
                .orElse("");
        return Optional.of(book.record(
                        key,
                        "lead",
                        digest,
                        Stamp.now(),
                        matter,
                        n -> caseNo.isEmpty()
                                ? reply(lead, digest, n, "受理", "")
                                : reply(lead, digest, n, "受理", withdraws ? "已按撤回销案" : "并入原案")
                                        .put("caseNo", caseNo))
                .note()
                .deepCopy());
    }

    private static boolean oneBody(JsonNode object) {
        return !object.path("idType").asText().equals("统一社会信用代码")
                || Register.pairs(
                        object.path("name").asText(), object.path("idNo").asText());
    }

    private static ObjectNode reply(ObjectNode lead, String digest, int number, String verdict, String reason) {
        String serial = number > 0 ? String.valueOf(number) : digest.substring(0, 6);
        return Json.object()
                .put("idempotencyKey", lead.path("idempotencyKey").asText())
                .put("leadNo", lead.path("leadNo").asText())
                .put("receiptNo", "许执" + (number > 0 ? "收" : "退") + "〔" + Stamp.year() + "〕" + serial + "号")
                .put("digest", digest)
                .put("receivedAt", Stamp.now())
                .put("receiver", RECEIVER)
                .put("verdict", verdict)
                .put("reason", reason)
                .put("caseNo", number > 0 ? "许执立〔" + Stamp.year() + "〕" + number + "号" : "");
    }
}
