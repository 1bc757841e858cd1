package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 处置: any act by its name, also one that this program has no word for yet. */
@Command(name = "act")
final class ActCommand {

    @Command(name = "offers")
    int offers(
            @Mixin Session session,
            @Parameters(index = "0", paramLabel = "TARGET", descriptionKey = "param.target") String target,
            @Parameters(index = "1", paramLabel = "OF", descriptionKey = "param.of") String of) {
        JsonNode offers = session.hub().get("/api/operator/offers/%s/%s", target, of);
        session.print(offers, () -> {
            Table table = new Table(Words.say("col.act"), Words.say("col.detail"));
            offers.forEach(offer ->
                    table.row(offer.path("name").asText(), offer.path("title").asText()));
            return offers.isEmpty() ? Words.say("nothing") : table;
        });
        return Exit.DONE;
    }

    @Command(name = "press")
    int press(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(index = "0", paramLabel = "ACT", descriptionKey = "param.act") String act,
            @Parameters(index = "1", paramLabel = "OF", descriptionKey = "param.of") String of,
            @Option(names = "--until", paramLabel = "TIME", descriptionKey = "option.until") String until,
            @Option(names = "--number", paramLabel = "NO", descriptionKey = "option.number") String number) {
        Map<String, String> more = new LinkedHashMap<>();
        if (until != null) {
            more.put("until", until);
        }
        if (number != null) {
            more.put("number", number);
        }
        return pressing.press(session, act, of, more);
    }
}
