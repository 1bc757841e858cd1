package cn.zrzy.hub.routes.stage;

import cn.zrzy.hub.delivery.PutAside;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** What comes in by itself: replies in a queue, slips in a folder. */
final class ArrivalScenes {

    private ArrivalScenes() {}

    static Stream<Scene> all() {
        return Stream.of(replies(), unread(), slips()).flatMap(scenes -> scenes);
    }

    /** As the real ones do: the text is the body from here on. */
    private static Object take(Object[] arguments) {
        ((Exchange) arguments[0]).getMessage().setBody("reply");
        return null;
    }

    private static Scene reply(String name) {
        return new Scene(
                        "receive-replies-from-enforcement",
                        name,
                        Policy.RECEIPTS,
                        "direct:partner.enforcement.outbox",
                        "raw")
                .answer("reception.take", (Journal.Deed) ArrivalScenes::take);
    }

    private static Stream<Scene> replies() {
        String taken = "reception.take(exchange)";
        String asked = "enforcementKeys.isAnswer(reply)";
        return Stream.of(
                        reply("a reply to a lead")
                                .answer("enforcementKeys.isAnswer", false)
                                .tells(
                                        taken,
                                        asked,
                                        "enforcementReplies.read(reply)",
                                        "deliveryLedger.receipt(receipt, enforcement)",
                                        "reception.done(exchange)"),
                        reply("an answer about keys")
                                .tells(
                                        taken,
                                        asked,
                                        "enforcementKeys.read(reply)",
                                        "keyChecks.compare(enforcement, keyAnswer)",
                                        "reception.done(exchange)"))
                .flatMap(scene -> Stream.concat(Stream.of(scene), scene.failingFrom(1)));
    }

    /** Nothing was taken yet: there is no text to keep. */
    private static Stream<Scene> unread() {
        Exception outage = new ConnectException("数据库不在");
        String taken = "reception.take(exchange)";
        return Stream.of(
                reply("what is not to be read")
                        .tells(taken, "reception.putAside(exchange)")
                        .before((stage, journal) -> journal.failAt(0, new PutAside("太大", null))),
                reply("while the database is away")
                        .tells(taken, "reception.failed(exchange)")
                        .before((stage, journal) -> journal.failAt(0, outage))
                        .passesOn(outage));
    }

    private static Scene slip(String name) {
        return new Scene("receive-slips-from-judiciary", name, Policy.SLIPS, "direct:partner.judiciary.slips", "raw")
                .answer("slipBox.take", (Journal.Deed) ArrivalScenes::take);
    }

    private static Stream<Scene> slips() {
        String taken = "slipBox.take(exchange)";
        String asked = "judiciaryKeys.isAnswer(reply)";
        return Stream.of(
                        slip("a slip for a case")
                                .answer("judiciaryKeys.isAnswer", false)
                                .tells(
                                        taken,
                                        asked,
                                        "judiciarySlips.read(reply)",
                                        "deliveryLedger.receipt(receipt, judiciary)",
                                        "slipBox.done(exchange)"),
                        slip("an answer about keys")
                                .tells(
                                        taken,
                                        asked,
                                        "judiciaryKeys.read(reply)",
                                        "keyChecks.compare(judiciary, keyAnswer)",
                                        "slipBox.done(exchange)"))
                .flatMap(Scene::andWhereverItFails);
    }
}
