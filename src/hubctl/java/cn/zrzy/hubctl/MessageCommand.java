package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 一件报送. */
@Command(name = "message")
final class MessageCommand {

    @Command(name = "find")
    int find(@Mixin Session session, @Parameters(paramLabel = "WORDS", descriptionKey = "param.words") String words) {
        JsonNode found = session.hub().get("/api/operator/messages/found/%s", words);
        session.print(found, () -> found.isEmpty() ? Words.say("nothing") : table(found));
        return Exit.DONE;
    }

    @Command(name = "show")
    int show(
            @Mixin Session session,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message) {
        JsonNode whole = session.hub().get("/api/operator/messages/%s", message);
        session.print(whole, () -> story(whole));
        return Exit.DONE;
    }

    private static Table table(JsonNode messages) {
        Table table = new Table(
                Words.say("col.message"),
                Words.say("col.partner"),
                Words.say("col.state"),
                Words.say("col.receipt"),
                Words.say("col.detail"));
        messages.forEach(message -> table.row(
                message.path("dispatch").asText(),
                message.path("partner").asText(),
                Words.of("dispatch", message.path("state").asText()),
                message.path("receiptNo").asText(),
                message.path("sentence").asText() + " " + message.path("cause").asText()));
        return table;
    }

    /** The message, and under it what was done, in order. */
    private static String story(JsonNode whole) {
        Table steps =
                new Table(Words.say("col.at"), Words.say("col.act"), Words.say("col.state"), Words.say("col.detail"));
        whole.path("steps")
                .forEach(step -> steps.row(
                        step.path("at").asText(),
                        Words.of("step", step.path("kind").asText()),
                        Words.of("outcome", step.path("outcome").asText()),
                        step.path("code").asText() + " " + step.path("detail").asText()));
        whole.path("receipts")
                .forEach(paper -> steps.row(
                        paper.path("at").asText(),
                        Words.say("col.receipt"),
                        paper.path("verdict").asText(),
                        paper.path("receiptNo").asText()));
        return table(Hub.JSON.createArrayNode().add(whole.path("message"))) + System.lineSeparator() + steps;
    }

    @Command(name = "resend")
    int resend(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message) {
        return pressing.press(session, "resend", message, Map.of());
    }

    @Command(name = "ask")
    int ask(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message) {
        return pressing.press(session, "ask-partner", message, Map.of());
    }

    @Command(name = "close")
    int close(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message,
            @Option(names = "--number", paramLabel = "NO", required = true, descriptionKey = "option.number")
                    String number) {
        return pressing.press(session, "close-by-hand", message, Map.of("number", number));
    }
}
