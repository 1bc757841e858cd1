package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 账号. */
@Command(name = "account")
final class AccountCommand {

    @Command(name = "list")
    int list(@Mixin Session session) {
        JsonNode accounts = session.hub().get("/api/accounts");
        session.print(accounts, () -> {
            Table table = new Table(
                    Words.say("col.account"),
                    Words.say("col.name"),
                    Words.say("col.role"),
                    Words.say("col.state"),
                    Words.say("col.last"));
            accounts.forEach(account -> table.row(
                    account.path("username").asText(),
                    account.path("displayName").asText(),
                    Words.of("role", account.path("role").asText()),
                    Words.say(account.path("enabled").asBoolean() ? "account.enabled" : "account.disabled"),
                    account.path("lastLoginAt").isNull()
                            ? ""
                            : account.path("lastLoginAt").asText()));
            return table;
        });
        return Exit.DONE;
    }
}
