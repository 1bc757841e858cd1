package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.kernel.Masking;
import java.util.List;

/** Body of a public page (公示正文): tables and paragraphs, everything escaped and freed of personal data. */
class Html {

    private final StringBuilder html = new StringBuilder();

    Html line(String label, Object value) {
        html.append("<p>").append(safe(label)).append("：").append(safe(value)).append("</p>");
        return this;
    }

    /**
     * A digest or seed in full. It is no personal data but may hold eleven digits in a row, which masking, ours or the
     * portal's, would take for a telephone number; the break marks vanish when it is copied.
     */
    Html code(String label, String hex) {
        String clean = hex == null ? "" : hex.replaceAll("[^0-9a-fA-F]", "");
        html.append("<p>").append(safe(label)).append("：<code>");
        html.append(clean.replaceAll("(.{8})(?=.)", "$1<wbr>")).append("</code></p>");
        return this;
    }

    Html head(String... columns) {
        html.append("<table><tr>");
        for (String column : columns) {
            html.append("<th>").append(safe(column)).append("</th>");
        }
        html.append("</tr>");
        return this;
    }

    Html row(List<?> cells) {
        html.append("<tr>");
        cells.forEach(cell -> html.append("<td>").append(safe(cell)).append("</td>"));
        html.append("</tr>");
        return this;
    }

    Html end() {
        html.append("</table>");
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }

    /** The portal refuses {@code javascript:} and {@code on…=} even as text, so neither survives. */
    static String safe(Object value) {
        String text = Masking.text(value == null ? "" : value.toString());
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("=", "&#61;")
                .replaceAll("(?i)javascript:", "javascript：");
    }
}
