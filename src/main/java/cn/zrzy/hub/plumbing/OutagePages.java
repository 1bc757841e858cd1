package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.Beijing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What stands in for a page or an answer while the database is away (停用页): from memory, with whom to call. */
@Component
class OutagePages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(Beijing.ZONE);

    private final String console;
    private final String site;

    OutagePages(
            @Value("${hub.contacts:}") List<String> contacts,
            @Value("${site.name:}") String name,
            @Value("${site.phone:}") String phone) {
        this.console = read("console").replace("{{contacts}}", items(contacts));
        this.site = read("site")
                .replace("{{contacts}}", items(List.of(phone)))
                .replace("{{name}}", HtmlUtils.htmlEscape(name));
    }

    /** In the dress of the duty room. */
    byte[] console(Instant since) {
        return utf8(console.replace("{{since}}", TIME.format(since)));
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
