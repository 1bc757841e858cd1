package cn.zrzy.hubctl;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 一件报送. */
@Command(name = "message")
final class MessageCommand {

    @Command(name = "resend")
    int resend(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message) {
        return pressing.press(session, "resend", message, Map.of());
    }

    @Command(name = "ask")
    int ask(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message) {
        return pressing.press(session, "ask-partner", message, Map.of());
    }

    @Command(name = "close")
    int close(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "MESSAGE", descriptionKey = "param.message") String message,
            @Option(names = "--number", paramLabel = "NO", required = true, descriptionKey = "option.number")
                    String number) {
        return pressing.press(session, "close-by-hand", message, Map.of("number", number));
    }
}
