package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 对键: what partners hold, after the ledger was put back from a backup. */
@Command(name = "keys")
final class KeysCommand {

    @Command(name = "show")
    int show(@Mixin Session session) {
        return print(session, session.hub().get("/api/operator/keys"));
    }

    @Command(name = "restore")
    int restore(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Option(names = "--since", paramLabel = "TIME", required = true, descriptionKey = "option.since")
                    String since) {
        Hub hub = session.hub();
        session.err().println(Words.say("keys.restore", since));
        pressing.agree(Words.say("keys.restore.title"));
        return print(
                session, hub.post(Map.of("reason", pressing.reason(), "since", since), "/api/operator/keys/restore"));
    }

    @Command(name = "waive")
    int waive(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "PARTNER", descriptionKey = "param.partner") String partner) {
        return decide(session, pressing, partner, "waive");
    }

    @Command(name = "acknowledge")
    int acknowledge(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "PARTNER", descriptionKey = "param.partner") String partner) {
        return decide(session, pressing, partner, "acknowledge");
    }

    private static int decide(Session session, Pressing pressing, String partner, String verb) {
        Hub hub = session.hub();
        session.err().println(Words.say("keys." + verb, partner));
        pressing.agree(Words.say("keys." + verb + ".title"));
        return print(session, hub.post(Map.of("reason", pressing.reason()), "/api/operator/keys/%s/" + verb, partner));
    }

    private static int print(Session session, JsonNode sheet) {
        session.print(sheet, () -> {
            Table table = new Table(Words.say("col.partner"), Words.say("col.state"), Words.say("col.detail"));
            sheet.path("partners")
                    .forEach(check -> table.row(
                            check.path("partner").asText(),
                            Words.say(check.path("holding").asBoolean() ? "keys.holding" : "keys.going"),
                            check.path("cause").asText("").replace("null", "")));
            return table
                    + System.lineSeparator()
                    + Words.say("keys.unknown", sheet.path("unknown").size());
        });
        return Exit.DONE;
    }
}
