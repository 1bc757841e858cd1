package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 对接单位. */
@Command(name = "partner", aliases = "partners")
final class PartnerCommand {

    private static final String THROUGH = "通，";

    @Command(name = "list")
    int list(@Mixin Session session) {
        JsonNode partners = session.hub().get("/api/operator/partners");
        session.print(partners, () -> {
            Table table = new Table(
                    Words.say("col.partner"),
                    Words.say("col.halt"),
                    Words.say("col.owed"),
                    Words.say("col.doubted"),
                    Words.say("col.parked"),
                    Words.say("col.confirmed"));
            partners.forEach(partner -> table.row(
                    partner.path("partner").asText(),
                    Words.of("halt", partner.path("halt").asText()),
                    partner.path("owed").asLong()
                            + partner.path("sending").asLong()
                            + partner.path("sent").asLong(),
                    partner.path("doubted").asLong(),
                    partner.path("parked").asLong(),
                    partner.path("confirmed").asLong()));
            return table;
        });
        return Exit.DONE;
    }

    /** Also of a source: hr, landuse. A script learns by the exit code whether it is through; the answer begins with the word. */
    @Command(name = "test")
    int test(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "PARTNER", descriptionKey = "param.partner") String partner) {
        JsonNode tested = pressing.pressed(session, "test-connection", partner, Map.of());
        return tested.path("after").asText().startsWith(THROUGH) ? Exit.DONE : Exit.FOUND;
    }

    @Command(name = "pause")
    int pause(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "PARTNER", descriptionKey = "param.partner") String partner,
            @Option(names = "--until", paramLabel = "TIME", descriptionKey = "option.until") String until) {
        return pressing.press(session, "pause-partner", partner, until == null ? Map.of() : Map.of("until", until));
    }

    /** Each week with {@code --days}, else once. */
    @Command(name = "window")
    int window(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "PARTNER", descriptionKey = "param.partner") String partner,
            @Option(names = "--days", paramLabel = "DAYS", defaultValue = "", descriptionKey = "option.days")
                    String days,
            @Option(names = "--from", paramLabel = "TIME", required = true, descriptionKey = "option.from") String from,
            @Option(names = "--to", paramLabel = "TIME", required = true, descriptionKey = "option.to") String to) {
        return pressing.press(session, "enter-window", partner, Map.of("days", days, "begins", from, "ends", to));
    }

    @Command(name = "end-window")
    int endWindow(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "WINDOW", descriptionKey = "param.window") String window) {
        return pressing.press(session, "end-window", window, Map.of());
    }

    @Command(name = "resume")
    int resume(
            @Mixin Session session,
            @Mixin Pressing pressing,
            @Parameters(paramLabel = "PARTNER", descriptionKey = "param.partner") String partner) {
        return pressing.press(session, "resume-partner", partner, Map.of());
    }
}
