package cn.zrzy.hub.act;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** 处置用词: the sentences of the acts, out of the message bundle. */
@Component
public class ActWords {

    private final MessageSource messages;

    ActWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A word of the bundle that is chosen only when somebody reads it. */
    public static MessageSourceResolvable word(String key, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {key}, args, key);
    }

    public static MessageSourceResolvable partner(String code) {
        return new DefaultMessageSourceResolvable(new String[] {"partner." + code}, code);
    }

    public String title(Act act, Locale locale) {
        return messages.getMessage("act." + act.name(), null, locale);
    }

    String follows(Act act, List<Object> words, Locale locale) {
        return messages.getMessage("act." + act.name() + ".follows", words.toArray(), locale);
    }

    public String said(Object thing, Locale locale) {
        return thing instanceof MessageSourceResolvable resolvable
                ? messages.getMessage(resolvable, locale)
                : String.valueOf(thing);
    }

    /** As the trail writes it. */
    public String chinese(String key) {
        return messages.getMessage(key, null, key, Locale.SIMPLIFIED_CHINESE);
    }
}
