package cn.zrzy.hub.routes.stage;

import cn.zrzy.hub.delivery.KeyQuestion;
import java.time.OffsetDateTime;
import java.util.stream.Stream;

/** "Which keys of mine do you hold?", by HTTP, by message and by file. */
final class KeyScenes {

    private KeyScenes() {}

    static Stream<Scene> all() {
        return Stream.of(
                        overHttp("province", "/province/keys"),
                        overHttp("portal", "/portal/keys"),
                        overHttp("credit", "/credit/keys"),
                        question("enforcement", "is asked by message")
                                .tells(
                                        "enforcementKeys.document(keyQuestion)",
                                        "→ partner.enforcement.inbox {} enforcementKeys.document",
                                        "keyChecks.asked(keyQuestion)"),
                        question("judiciary", "is asked by file")
                                .tells(
                                        "judiciaryKeys.document(keyQuestion)",
                                        "judiciaryKeys.fileName(keyQuestion)",
                                        "→ partner.judiciary.inbox {CamelFileName=judiciaryKeys.fileName}"
                                                + " judiciaryKeys.document",
                                        "keyChecks.asked(keyQuestion)"))
                .flatMap(Scene::andWhereverItFails);
    }

    private static Scene question(String partner, String name) {
        String route = "ask-keys-of-" + partner;
        KeyQuestion question = new KeyQuestion(partner, "Q1", OffsetDateTime.parse("2026-11-28T01:00:00+08:00"), 1);
        return new Scene(route, name, Policy.KEYS, "direct:" + route, question);
    }

    private static Scene overHttp(String partner, String path) {
        return question(partner, "is asked over HTTP and compared at once")
                .tells(
                        partner + "Keys.query(keyQuestion)",
                        partner + "Signer.signQuestion(" + path + ")",
                        "→ partner." + partner + ".keys {Authorization=" + partner
                                + "Signer.signQuestion, CamelHttpQuery=" + partner + "Keys.query} keyQuestion",
                        partner + "Keys.read(keyQuestion, 200, wire)",
                        "keyChecks.compare(" + partner + ", keyAnswer)");
    }
}
