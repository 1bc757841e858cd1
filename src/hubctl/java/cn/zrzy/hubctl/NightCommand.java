package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 夜间任务. */
@Command(name = "night")
final class NightCommand {

    @Command(name = "show")
    int show(
            @Mixin Session session,
            @Parameters(arity = "0..1", paramLabel = "DATE", defaultValue = "today", descriptionKey = "param.date")
                    String date) {
        JsonNode runs = session.hub().get("/api/operator/nights/%s", date);
        session.print(runs, () -> {
            Table table = new Table(
                    Words.say("col.run"),
                    Words.say("col.job"),
                    Words.say("col.state"),
                    Words.say("col.code"),
                    Words.say("col.detail"));
            runs.forEach(run -> table.row(
                    run.path("runId").asText(),
                    run.path("label").asText(),
                    Words.of("run", run.path("state").asText()),
                    run.path("code").asText(""),
                    run.path("message").asText("")));
            return table;
        });
        return Exit.DONE;
    }

    @Command(name = "start")
    int start(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(arity = "0..1", paramLabel = "DATE", defaultValue = "today", descriptionKey = "param.date")
                    String date) {
        return pressing.press(session, "start-night", date, Map.of());
    }
}
