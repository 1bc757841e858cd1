package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Year;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 抽取. */
@Command(name = "draw")
final class DrawCommand {

    @Command(name = "list")
    int list(
            @Mixin Session session,
            @Parameters(arity = "0..1", paramLabel = "YEAR", descriptionKey = "param.year") Integer year) {
        JsonNode draws = session.hub()
                .get("/api/operator/draws/%s", year == null ? Year.now().getValue() : year);
        session.print(draws, () -> draws.isEmpty() ? Words.say("nothing") : table(draws));
        return Exit.DONE;
    }

    /** The number bears its year. */
    @Command(name = "show")
    int show(@Mixin Session session, @Parameters(paramLabel = "DRAW", descriptionKey = "param.draw") String drawNo) {
        String year = drawNo.replaceFirst("^[A-Z]+-(\\d{4})-.*$", "$1");
        ArrayNode found = Hub.JSON.createArrayNode();
        session.hub().get("/api/operator/draws/%s", year).forEach(draw -> {
            if (draw.path("drawNo").asText().equals(drawNo)) {
                found.add(draw);
            }
        });
        if (found.isEmpty()) {
            throw new Stop(Exit.REFUSED, Words.say("draw.unknown", drawNo));
        }
        session.print(found.get(0), () -> table(found));
        return Exit.DONE;
    }

    private static Table table(JsonNode draws) {
        Table table = new Table(
                Words.say("col.draw"),
                Words.say("col.state"),
                Words.say("col.picked"),
                Words.say("col.next"),
                Words.say("col.due"),
                Words.say("col.detail"));
        draws.forEach(draw -> table.row(
                draw.path("drawNo").asText(),
                Words.of("draw", draw.path("state").asText()),
                draw.path("picked").asInt(),
                Words.of("next", text(draw, "next")),
                text(draw, "until"),
                draw.path("title").asText()));
        return table;
    }

    private static String text(JsonNode draw, String field) {
        return draw.path(field).isNull() ? "" : draw.path(field).asText();
    }
}
