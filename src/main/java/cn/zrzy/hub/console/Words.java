package cn.zrzy.hub.console;

import cn.zrzy.hub.kernel.Masking;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** 用词: names of things that come from the books, where the bundles have a word for them. */
@Component("words")
class Words {

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

    public String feed(String feed) {
        return say("feed." + feed, feed);
    }

    public String attempt(String outcome) {
        String code = outcome == null || outcome.isEmpty() ? "RUNNING" : outcome;
        return say("attempt." + code, code);
    }

    public String masked(String text) {
        return Masking.text(text);
    }

    private String say(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
