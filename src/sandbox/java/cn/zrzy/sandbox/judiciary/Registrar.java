package cn.zrzy.sandbox.judiciary;

import cn.zrzy.sandbox.kit.Effect;
import cn.zrzy.sandbox.kit.EffectBook;
import cn.zrzy.sandbox.kit.Holdings;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Matter;
import cn.zrzy.sandbox.kit.Sm3;
import cn.zrzy.sandbox.kit.Stamp;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** 案管: registers a transferred case and writes its slip. */
final class Registrar {

    private static final String SIGNER = "许昌市公安局食药环侦支队 赵志强";

    private final EffectBook book;
    private final Holdings holdings;

    Registrar(EffectBook book, Holdings holdings) {
        this.book = book;
        this.holdings = holdings;
    }

    /** The answer to "which keys of mine do you hold?", page by page. */
    List<ObjectNode> keys(byte[] question) {
        ObjectNode asked = Json.object(question).orElseGet(Json::object);
        return holdings.pages(asked.path("since").asText()).stream()
                .map(page -> Json.object()
                        .put("answer", "keys")
                        .put("questionNo", asked.path("questionNo").asText())
                        .<ObjectNode>setAll(page))
                .toList();
    }

    /** The slip for one parcel; only an accepted one is an effect. */
    ObjectNode register(String name, byte[] zip, boolean rejecting) {
        String digest = Sm3.of(zip);
        CaseFile file = CaseFile.open(zip);
        String key = file.key();
        if (rejecting) {
            return slip(key, digest, "", "不受理", "经审查，现有材料不能证明有犯罪事实");
        }
        String caseNo = file.letter().path("caseNo").asText();
        List<Effect> before = book.of(caseNo);
        List<String> faults = file.faults(name, !before.isEmpty());
        if (!faults.isEmpty()) {
            return slip(key, digest, "", "不受理", "材料不全或不符：" + String.join("；", faults));
        }
        if (!file.letter().path("receivingOrgan").asText().contains("许昌")) {
            return slip(
                    key,
                    digest,
                    "",
                    "转送",
                    "不属本机关管辖，已转送 " + file.letter().path("receivingOrgan").asText());
        }
        Optional<Effect> known = book.find(key, digest);
        if (known.isPresent()) {
            book.repeat(key);
            return known.get().note().deepCopy();
        }
        return book.record(
                        key,
                        "transfer",
                        digest,
                        Stamp.now(),
                        new Matter(caseNo, true),
                        n -> slip(
                                key,
                                digest,
                                "许公回〔" + Stamp.year() + "〕" + n + "号",
                                "受理",
                                before.isEmpty() ? "" : "补充材料，归入原案"))
                .note()
                .deepCopy();
    }

    private static ObjectNode slip(String key, String digest, String number, String verdict, String reason) {
        return Json.object()
                .put("idempotencyKey", key)
                .put("slipNo", number.isEmpty() ? "许公退〔" + Stamp.year() + "〕" + digest.substring(0, 6) + "号" : number)
                .put("digest", digest)
                .put("signedAt", Stamp.now())
                .put("signer", SIGNER)
                .put("verdict", verdict)
                .put("reason", reason);
    }
}
