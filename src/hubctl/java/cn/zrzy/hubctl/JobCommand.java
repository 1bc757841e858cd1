package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 批量作业. */
@Command(name = "job")
final class JobCommand {

    private static final String ANY = "-";

    @Command(name = "list")
    int list(@Mixin Session session) {
        JsonNode jobs = session.hub().get("/api/operator/jobs");
        session.print(jobs, () -> table(jobs));
        return Exit.DONE;
    }

    @Command(name = "show")
    int show(@Mixin Session session, @Parameters(paramLabel = "JOB", descriptionKey = "param.job") long no) {
        JsonNode job = session.hub().get("/api/operator/jobs/%s", no);
        session.print(job, () -> table(Hub.JSON.createArrayNode().add(job)));
        return Exit.DONE;
    }

    @Command(name = "items")
    int items(
            @Mixin Session session,
            @Parameters(paramLabel = "JOB", descriptionKey = "param.job") long no,
            @Option(names = "--after", paramLabel = "SEQ", defaultValue = "0", descriptionKey = "option.after")
                    long after) {
        JsonNode items = session.hub().get("/api/operator/jobs/%s/items/%s", no, after);
        session.print(items, () -> {
            Table table = new Table("#", Words.say("col.message"), Words.say("col.state"), Words.say("col.detail"));
            items.forEach(item -> table.row(
                    item.path("seq").asLong(),
                    item.path("dispatch").asText(),
                    Words.of("item", item.path("state").asText()),
                    item.path("code").asText("").replace("null", "") + " "
                            + item.path("result").asText("").replace("null", "")));
            return table;
        });
        return Exit.DONE;
    }

    /** All that have partner and cause in common. */
    @Command(name = "start")
    int start(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "ACT", descriptionKey = "param.bulk-act") String act,
            @Option(names = "--partner", paramLabel = "PARTNER", defaultValue = ANY, descriptionKey = "param.partner")
                    String partner,
            @Option(names = "--cause", paramLabel = "CODE", defaultValue = ANY, descriptionKey = "option.cause")
                    String cause,
            @Option(names = "--number", paramLabel = "NO", defaultValue = "", descriptionKey = "option.number")
                    String number) {
        Hub hub = session.hub();
        JsonNode sheet = hub.get("/api/operator/jobs/preview/%s/%s/%s", act, partner, cause);
        session.err()
                .println(Words.say(
                        "job.preview",
                        sheet.path("title").asText(),
                        sheet.path("total").asLong(),
                        sheet.path("arrived").asLong(),
                        sheet.path("others").asLong()));
        JsonNode bar = sheet.path("bar");
        if (!bar.path("code").asText().isEmpty()) {
            throw new Stop(
                    Exit.REFUSED,
                    Words.say(
                            "hub.refused",
                            bar.path("code").asText(),
                            bar.path("sentence").asText()));
        }
        pressing.agree(sheet.path("title").asText());
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("act", act);
        order.put("partner", any(partner));
        order.put("cause", any(cause));
        order.put("reason", pressing.reason());
        order.put("number", number);
        JsonNode job = hub.post(order, "/api/operator/jobs");
        session.print(job, () -> table(Hub.JSON.createArrayNode().add(job)));
        return Exit.DONE;
    }

    private static String any(String text) {
        return ANY.equals(text) ? "" : text;
    }

    private static Table table(JsonNode jobs) {
        Table table = new Table(
                Words.say("col.job"),
                Words.say("col.act"),
                Words.say("col.state"),
                Words.say("col.total"),
                Words.say("col.done"),
                Words.say("col.failed"),
                Words.say("col.who"),
                Words.say("col.detail"));
        jobs.forEach(job -> table.row(
                job.path("no").asLong(),
                job.path("act").asText(),
                Words.of("job", job.path("state").asText()),
                job.path("tally").path("total").asLong(),
                job.path("tally").path("done").asLong(),
                job.path("tally").path("failed").asLong(),
                job.path("who").asText(),
                job.path("message").asText("")));
        return table;
    }
}
