package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 待处理事项: as the duty desk lists them; found any, the shell is told so. */
@Command(name = "problems")
final class ProblemCommand implements Callable<Integer> {

    @Mixin
    private Session session;

    @Override
    public Integer call() {
        JsonNode rows = session.hub().get("/api/operator/problems");
        session.print(rows, () -> {
            Table table = new Table(Words.say("col.due"), Words.say("col.detail"));
            rows.forEach(row -> table.row(
                    row.path("dueAt").asText("").replace("null", ""),
                    row.path("sentence").asText()));
            return rows.isEmpty() ? Words.say("nothing") : table;
        });
        return rows.isEmpty() ? Exit.DONE : Exit.FOUND;
    }
}
