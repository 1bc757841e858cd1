package cn.zrzy.hub.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * 读者: in which language and letter size somebody reads. There is no cookie, so every link carries both on.
 *
 * @param here path and query of this page, without language and size
 */
record Reader(Locale locale, boolean large, String here) {

    static Reader of(String lang, String size, String here) {
        return new Reader("en".equals(lang) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE, "large".equals(size), here);
    }

    public String lang() {
        return english() ? "en" : "zh-CN";
    }

    public boolean english() {
        return Locale.ENGLISH.equals(locale);
    }

    /** A link to a page of this site for the same reader. */
    public String link(String path) {
        return link(path, english(), large);
    }

    public String otherLanguage() {
        return link(here, !english(), large);
    }

    public String otherSize() {
        return link(here, english(), !large);
    }

    private static String link(String path, boolean english, boolean large) {
        String link = path;
        if (english) {
            link += (link.contains("?") ? "&" : "?") + "lang=en";
        }
        if (large) {
            link += (link.contains("?") ? "&" : "?") + "size=large";
        }
        return link;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
