package cn.zrzy.hub.site;

import cn.zrzy.hub.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * 成页: renders a public page and answers with it. The page is a function of what is public, so its digest is its ETag
 * and any cache on the way may keep it for a minute. Rendered without the servlet, so that no page can begin a session.
 */
@Component
@EnableConfigurationProperties(SiteSettings.class)
class Pages {

    static final CacheControl SHORT = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final ITemplateEngine templates;
    private final SiteSettings settings;

    Pages(ITemplateEngine templates, SiteSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    ResponseEntity<byte[]> show(String template, Reader reader, Map<String, ?> model) {
        return show(HttpStatus.OK, SHORT, template, reader, model);
    }

    /** For answers about one enterprise: nothing on the way needs to remember who asked. */
    ResponseEntity<byte[]> answer(String template, Reader reader, Map<String, ?> model) {
        return show(HttpStatus.OK, CacheControl.noStore(), template, reader, model);
    }

    ResponseEntity<byte[]> missing(Reader reader) {
        return show(HttpStatus.NOT_FOUND, CacheControl.noStore(), "site/missing", reader, Map.of());
    }

    ResponseEntity<byte[]> busy(Reader reader) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(text("site/busy", reader, Map.of()).getBytes(StandardCharsets.UTF_8));
    }

    ResponseEntity<byte[]> distrusted(Reader reader) {
        return show(HttpStatus.SERVICE_UNAVAILABLE, CacheControl.noStore(), "site/distrust", reader, Map.of());
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, CacheControl cache, String template, Reader reader, Map<String, ?> model) {
        byte[] page = text(template, reader, model).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(cache)
                .eTag(Digest.sm3(page).substring(0, 32))
                .body(page);
    }

    String text(String template, Reader reader, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("reader", reader);
        all.put("site", settings);
        return templates.process(template, new Context(reader.locale(), all));
    }
}
