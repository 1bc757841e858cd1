package cn.zrzy.hubctl;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 夜间任务或收取路由. */
@Command(name = "route")
final class RouteCommand {

    @Command(name = "pause")
    int pause(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "ROUTE", descriptionKey = "param.route") String route,
            @Option(names = "--until", paramLabel = "TIME", descriptionKey = "option.until") String until) {
        return pressing.press(session, "pause-route", route, until == null ? Map.of() : Map.of("until", until));
    }

    @Command(name = "resume")
    int resume(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "ROUTE", descriptionKey = "param.route") String route) {
        return pressing.press(session, "resume-route", route, Map.of());
    }
}
