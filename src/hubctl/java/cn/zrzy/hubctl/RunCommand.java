package cn.zrzy.hubctl;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 一项夜间任务. */
@Command(name = "run")
final class RunCommand {

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
