package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 一项夜间任务. */
@Command(name = "run")
final class RunCommand {

    @Command(name = "held")
    int held(@Mixin Session session) {
        JsonNode held = session.hub().get("/api/operator/runs/held");
        session.print(held, () -> {
            Table table = new Table(
                    Words.say("col.run"), Words.say("col.feed"), Words.say("col.who"), Words.say("col.reason"));
            held.forEach(row -> table.row(
                    row.path("runId").asText(),
                    row.path("feed").asText(),
                    row.path("requestedBy").asText(),
                    row.path("reason").asText()));
            return held.isEmpty() ? Words.say("nothing") : table;
        });
        return Exit.DONE;
    }

    @Command(name = "ask")
    int ask(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "RUN", descriptionKey = "param.run") String run) {
        return pressing.press(session, "ask-held", run, Map.of());
    }

    @Command(name = "approve")
    int approve(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "RUN", descriptionKey = "param.run") String run) {
        return pressing.press(session, "approve-held", run, Map.of());
    }

    @Command(name = "refuse")
    int refuse(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "RUN", descriptionKey = "param.run") String run) {
        return pressing.press(session, "refuse-held", run, Map.of());
    }

    @Command(name = "catch-up")
    int catchUp(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "RUN", descriptionKey = "param.run") String run) {
        return pressing.press(session, "catch-up", run, Map.of());
    }

    @Command(name = "skip")
    int skip(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "RUN", descriptionKey = "param.run") String run) {
        return pressing.press(session, "skip-job", run, Map.of());
    }
}
