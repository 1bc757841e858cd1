package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command has (通用选项): which hub, whose token, and how the answer is written. */
final class Session {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--hub", paramLabel = "URL", descriptionKey = "option.hub")
    private String hub;

    @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "option.token-file")
    private Path tokenFile;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private String lang;

    String url() {
        String given = System.getenv("HUBCTL_HUB");
        return hub != null ? hub : given == null || given.isBlank() ? "http://127.0.0.1:8080" : given;
    }

    Hub hub() {
        return new Hub(url(), Token.read(tokenFile));
    }

    /** @param table made only when a person reads it */
    void print(JsonNode answer, Supplier<Object> table) {
        try {
            out().println(json ? Hub.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) : table.get());
        } catch (IOException e) {
            throw new Stop(Exit.FOUND, e.toString());
        }
    }

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }
}
