package cn.zrzy.sandbox.portal;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Effect;
import cn.zrzy.sandbox.kit.EffectBook;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** 公众页面: what a citizen sees of the published articles. */
final class PortalPages {

    private final EffectBook book;

    PortalPages(EffectBook book) {
        this.book = book;
    }

    /** The newest revision of each article. */
    private Map<String, Effect> articles() {
        Map<String, Effect> newest = new LinkedHashMap<>();
        book.all().stream()
                .sorted((a, b) -> a.note().path("revision").asInt()
                        - b.note().path("revision").asInt())
                .forEach(effect -> newest.put(effect.note().path("articleId").asText(), effect));
        return newest;
    }

    void article(Call call) throws IOException {
        Effect effect = articles().get(call.path().substring("/portal/articles/".length()));
        if (effect == null) {
            call.html(404, page("没有这篇文章", "<h1>没有这篇文章</h1>"));
            return;
        }
        if (PortalWording.withdraws(effect.note().path("article"))) {
            String day = text(effect, "withdrawDate");
            call.html(410, page("本文已撤下", "<h1>本文已撤下</h1><p>" + day + "　" + text(effect, "withdraw") + "</p>"));
            return;
        }
        String title = text(effect, "title");
        String corrected = effect.note().path("revision").asInt() > 1 ? "　已更正" : "";
        call.html(
                200,
                page(
                        title,
                        "<p><a href=\"/portal/\">双随机、一公开</a> › " + text(effect, "column") + "</p><h1>" + title
                                + "</h1><p class=\"meta\">公开日期 " + text(effect, "publishDate") + corrected
                                + "</p><article>"
                                + effect.note().path("article").path("bodyHtml").asText() + "</article>"));
    }

    void index(Call call) throws IOException {
        StringBuilder list = new StringBuilder("<h1>双随机、一公开</h1>");
        Map<String, StringBuilder> columns = new LinkedHashMap<>();
        Map<String, Effect> standing = articles();
        standing.values()
                .removeIf(effect -> PortalWording.withdraws(effect.note().path("article")));
        standing.forEach((id, effect) -> columns.computeIfAbsent(text(effect, "column"), c -> new StringBuilder())
                .append("<li><a href=\"/portal/articles/%s\">%s</a> <span class=\"meta\">%s</span></li>"
                        .formatted(id, text(effect, "title"), text(effect, "publishDate"))));
        columns.forEach((column, items) -> list.append("<h2>")
                .append(column)
                .append("</h2><ul>")
                .append(items)
                .append("</ul>"));
        call.html(200, page("双随机、一公开", columns.isEmpty() ? list + "<p>暂无内容</p>" : list.toString()));
    }

    private static String text(Effect effect, String field) {
        String plain = effect.note().path("article").path(field).asText();
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>%s - 许昌市自然资源和规划局</title>
                <style>body{font:16px/1.7 "Noto Sans CJK SC",sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2rem .6rem}.meta{color:#666}</style>
                </head><body><header>许昌市自然资源和规划局（沙箱）</header>%s</body></html>
                """.formatted(title, body);
    }
}
