package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 今天不能抽取的. */
@Command(name = "undrawable")
final class UndrawableCommand implements Callable<Integer> {

    @Mixin
    private Session session;

    @Override
    public Integer call() {
        JsonNode reasons = session.hub().get("/api/operator/undrawable");
        session.print(reasons, () -> {
            Table table = new Table(Words.say("col.feed"), Words.say("col.reason"), Words.say("col.total"));
            reasons.forEach(reason -> table.row(
                    reason.path("feed").asText(),
                    reason.path("reason").asText(),
                    reason.path("rows").asLong()));
            return table;
        });
        return Exit.DONE;
    }
}
