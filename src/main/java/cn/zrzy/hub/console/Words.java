package cn.zrzy.hub.console;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Masking;
import java.math.BigDecimal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 用词: names of things that come from the books, where the bundles have a word for them. */
@Component("words")
class Words {

    private static final int EXCERPT = 400;

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** 省平台 for {@code province}; an agency that the bundle does not know keeps its code. */
    public String partner(String code) {
        return say("partner." + code, code);
    }

    /** Routes of one folder of routes/. */
    public String folder(String folder) {
        return say("folder." + folder, folder);
    }

    /** 报送台账 for {@code delivery}: a book that checks itself. */
    public String book(String book) {
        return say("book." + book, book);
    }

    public String feed(String feed) {
        return say("feed." + feed, feed);
    }

    /** What a rule of the quarantine demands, whatever its rows say one by one. */
    public String rule(String code) {
        return messages.getMessage(
                "rule." + code,
                null,
                messages.getMessage("rule.other", new Object[] {code}, LocaleContextHolder.getLocale()),
                LocaleContextHolder.getLocale());
    }

    public String attempt(String outcome) {
        String code = outcome == null || outcome.isEmpty() ? "RUNNING" : outcome;
        return say("attempt." + code, code);
    }

    public String act(String name) {
        return say("act." + name, name);
    }

    /** How one message of a bulk job stands. */
    public String item(String state) {
        return say("item." + state, state);
    }

    /** Who did something, by the name that people know. */
    public String person(String who) {
        return Acting.person(who);
    }

    public String masked(String text) {
        return Masking.text(text);
    }

    /** What an agency sent, enough of it to know it by. */
    public String excerpt(String raw) {
        String text = masked(raw);
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    /** Which agency's channel a thing came in by. */
    public String channel(String route) {
        return say("channel." + route, route);
    }

    /** A digest in fours, so that two people can read it to each other. */
    public String grouped(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** 5% of 500 basis points. */
    public String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    private String say(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
