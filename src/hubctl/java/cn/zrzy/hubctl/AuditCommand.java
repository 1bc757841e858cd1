package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 审计日志. */
@Command(name = "audit")
final class AuditCommand {

    private static final String PAGE = "/api/audit/%s/%s/%s";
    private static final String NEWEST = "newest";

    /** In the order of the console's own sheet. */
    private static final List<String> FIELDS = List.of(
            "seq",
            "at",
            "actor",
            "role",
            "address",
            "deed",
            "action",
            "object",
            "reason",
            "before",
            "after",
            "result",
            "prevHash",
            "hash");

    @Command(name = "list")
    int list(
            @Mixin Session session,
            @Option(names = "--from", paramLabel = "DATE", descriptionKey = "option.first-day") LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", descriptionKey = "option.last-day") LocalDate to) {
        JsonNode rows = session.hub().get(PAGE, first(from), last(to), NEWEST);
        session.print(rows, () -> {
            Table table = new Table(
                    "#",
                    Words.say("col.at"),
                    Words.say("col.who"),
                    Words.say("col.act"),
                    Words.say("col.object"),
                    Words.say("col.reason"),
                    Words.say("col.result"));
            rows.forEach(row -> table.row(
                    row.path("seq").asLong(),
                    row.path("at").asText(),
                    row.path("actor").asText(),
                    row.path("deed").asText(),
                    row.path("object").asText(),
                    row.path("reason").asText(),
                    row.path("result").asText()));
            return table;
        });
        return Exit.DONE;
    }

    /** All of the period, page by page, into a new file that only its owner can read. */
    @Command(name = "export")
    int export(
            @Mixin Session session,
            @Parameters(paramLabel = "FILE", descriptionKey = "param.file") Path file,
            @Option(names = "--from", paramLabel = "DATE", descriptionKey = "option.first-day") LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", descriptionKey = "option.last-day") LocalDate to) {
        Hub hub = session.hub();
        JsonNode page = hub.get(PAGE, first(from), last(to), NEWEST);
        long written = 0;
        try (BufferedWriter csv = created(file)) {
            csv.write(String.join(",", FIELDS) + "\r\n");
            while (!page.isEmpty()) {
                for (JsonNode row : page) {
                    csv.write(line(row));
                    written++;
                }
                long lowest = page.get(page.size() - 1).path("seq").asLong();
                page = hub.get(PAGE, first(from), last(to), lowest);
            }
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, Words.say("audit.file", file));
        }
        long rows = written;
        session.print(
                Hub.JSON.createObjectNode().put("rows", rows).put("file", file.toString()),
                () -> Words.say("audit.written", rows, file));
        return Exit.DONE;
    }

    private static BufferedWriter created(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    }

    /** RFC 4180; what a spreadsheet would take for a formula is text. */
    private static String line(JsonNode row) {
        return FIELDS.stream()
                        .map(field -> row.path(field).asText())
                        .map(text -> text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text)
                        .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static LocalDate first(LocalDate from) {
        return from == null ? LocalDate.now().minusDays(30) : from;
    }

    private static LocalDate last(LocalDate to) {
        return to == null ? LocalDate.now() : to;
    }
}
