package cn.zrzy.hubctl;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** 命令行 of the duty desk: the same acts as the console's buttons, by the same REST operations. */
@Command(
        name = "hubctl",
        resourceBundle = Words.BUNDLE,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "hubctl 1",
        subcommands = {
            DoctorCommand.class,
            NightCommand.class,
            RunCommand.class,
            ProblemCommand.class,
            PartnerCommand.class,
            RouteCommand.class,
            MessageCommand.class,
            JobCommand.class,
            DrawCommand.class,
            AccountCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            UndrawableCommand.class,
            ActCommand.class
        })
public final class Hubctl {

    @Spec
    private CommandSpec command;

    private Hubctl() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Words.speak(language(List.of(args)));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine whole = new CommandLine(new Hubctl());
        title(whole);
        return whole.setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Hubctl::explain)
                .setParameterExceptionHandler(Hubctl::correct)
                .execute(args);
    }

    private static void title(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading(Words.say("usage"))
                .commandListHeading(Words.say("commands") + "%n");
        command.getSubcommands().values().forEach(Hubctl::title);
    }

    /** The parser words its complaints in English only; the usage below it says in the person's language what is right. */
    private static int correct(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(Words.say("wrong", wrong.getMessage()));
        command.usage(command.getErr());
        return Exit.USAGE;
    }

    @Command(name = "completion")
    int completion() {
        CommandLine whole = command.commandLine();
        whole.getOut().println(AutoComplete.bash("hubctl", whole));
        return Exit.DONE;
    }

    private static int explain(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(thrown instanceof Stop ? thrown.getMessage() : Words.say("broken", thrown));
        return thrown instanceof Stop stop ? stop.exit() : Exit.FOUND;
    }

    /** Before anything is parsed, since usage and mistakes are worded too. */
    private static String language(List<String> args) {
        int at = args.indexOf("--lang");
        if (at >= 0 && at + 1 < args.size()) {
            return args.get(at + 1);
        }
        return args.contains("--lang=en") ? "en" : "zh";
    }
}
