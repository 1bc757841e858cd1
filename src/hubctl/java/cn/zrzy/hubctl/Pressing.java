package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * 办理: preview first, then the press with what was seen, so that nobody acts on what has changed since. Without {@code --yes}
 * a person at a terminal is asked, and a script is told that nothing was done.
 */
final class Pressing {

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "option.reason")
    private String reason;

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean yes;

    int press(Session session, String act, String of, Map<String, String> more) {
        pressed(session, act, of, more);
        return Exit.DONE;
    }

    /** The hub's own answer: how it stood before and after. */
    JsonNode pressed(Session session, String act, String of, Map<String, String> more) {
        Hub hub = session.hub();
        JsonNode sheet = hub.get("/api/operator/acts/%s/%s", act, of);
        show(session, sheet);
        if (!sheet.path("bar").path("code").asText().isEmpty()) {
            throw new Stop(
                    Exit.REFUSED,
                    Words.say(
                            "hub.refused",
                            sheet.path("bar").path("code").asText(),
                            sheet.path("bar").path("sentence").asText()));
        }
        agree(sheet.path("title").asText());
        Map<String, String> order = new LinkedHashMap<>(more);
        order.put("reason", reason);
        order.put("seen", sheet.path("seen").asText());
        if (sheet.path("wants").asText().equals("UNTIL") && !order.containsKey("until")) {
            order.put("until", sheet.path("until").asText());
        }
        JsonNode done = hub.post(order, "/api/operator/acts/%s/%s", act, of);
        session.print(
                done,
                () -> Words.say(
                        "act.done",
                        sheet.path("title").asText(),
                        done.path("before").asText(),
                        done.path("after").asText()));
        return done;
    }

    String reason() {
        return reason;
    }

    /** What will happen, on the error stream: standard output is the answer's. */
    private static void show(Session session, JsonNode sheet) {
        session.err()
                .println(Words.say(
                        "act.preview",
                        sheet.path("title").asText(),
                        sheet.path("thing").asText(),
                        sheet.path("seen").asText(),
                        Hub.oneLine(sheet.path("follows").asText())));
        sheet.path("items")
                .forEach(item -> session.err()
                        .println("  " + item.path("id").asText() + "  "
                                + item.path("what").asText() + "  "
                                + item.path("has").asText()));
        session.err().flush();
    }

    void agree(String title) {
        if (yes) {
            return;
        }
        if (System.console() == null) {
            throw new Stop(Exit.USAGE, Words.say("act.unasked"));
        }
        String answer = System.console().readLine("%s", Words.say("act.ask", title));
        if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
            throw new Stop(Exit.USAGE, Words.say("act.left"));
        }
    }
}
