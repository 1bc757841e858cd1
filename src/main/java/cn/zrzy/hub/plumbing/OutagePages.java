package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.LastBoard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands in for a page or an answer while the database is away (停用页): from memory, with what was open when the desk was
 * last seen, and whom to call.
 */
@Component
class OutagePages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(Beijing.ZONE);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(Beijing.ZONE);

    /** One screen of it: who reads this has the telephone in the other hand. */
    private static final int SHOWN = 15;

    private final String console;
    private final String site;
    private final ObjectProvider<LastBoard> board;

    OutagePages(
            @Value("${hub.contacts:}") List<String> contacts,
            @Value("${site.name:}") String name,
            @Value("${site.phone:}") String phone,
            ObjectProvider<LastBoard> board) {
        this.board = board; // asked when it is needed: this stands before everything that reads a book
        this.console = read("console").replace("{{contacts}}", items(contacts));
        this.site = read("site")
                .replace("{{contacts}}", items(List.of(phone)))
                .replace("{{name}}", HtmlUtils.htmlEscape(name));
    }

    /**
     * In the dress of the duty room.
     *
     * @param known who reads it is logged in; strangers learn whom to call and no more
     */
    byte[] console(Instant since, boolean known) {
        String seen = !known ? "" : seen();
        return utf8(console.replace("{{since}}", TIME.format(since)).replace("{{board}}", seen));
    }

    private String seen() {
        return board.stream()
                .flatMap(desk -> desk.seen().stream())
                .findFirst()
                .map(OutagePages::words)
                .orElse("");
    }

    private static String words(LastBoard.Seen seen) {
        String head = "<h2>" + DAY.format(seen.at()) + " 最后一次看到的值班台</h2>";
        if (seen.open().isEmpty()) {
            return head + "<p data-testid=\"last-board\">当时没有待处理的事。</p>";
        }
        int more = seen.open().size() - SHOWN;
        return head
                + seen.open().stream()
                        .limit(SHOWN)
                        .map(OutagePages::row)
                        .collect(
                                Collectors.joining("", "<ul class=\"last-board\" data-testid=\"last-board\">", "</ul>"))
                + (more > 0 ? "<p>另有 " + more + " 件。</p>" : "");
    }

    private static String row(LastBoard.Line line) {
        String since = line.since() == null ? "" : "（" + DAY.format(line.since()) + " 起）";
        return "<li><b>" + (line.canWait() ? "可稍后" : "须处理") + "</b> " + HtmlUtils.htmlEscape(line.sentence()) + since
                + "</li>";
    }

    /** In the dress of the public site; a citizen need not know what a database is. */
    byte[] site() {
        return utf8(site);
    }

    /** RFC 9457. */
    byte[] problem(Instant since) {
        return utf8("""
                {"type":"about:blank","status":503,"title":"数据库没有应答（%s 起），没有办理，请稍后再试","code":"E-API-OUTAGE","field":""}""".formatted(TIME.format(since)));
    }

    private static String items(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> "<li>" + HtmlUtils.htmlEscape(line) + "</li>")
                .collect(Collectors.joining());
    }

    private static String read(String name) {
        try (InputStream page = OutagePages.class.getResourceAsStream("/outage/" + name + ".html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
