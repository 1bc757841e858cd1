package cn.zrzy.hubctl;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the program says (文案), in Chinese unless asked for English. */
final class Words {

    static final String BUNDLE = "cn.zrzy.hubctl.words";

    private static Locale language = Locale.SIMPLIFIED_CHINESE;

    private Words() {}

    static void speak(String lang) {
        language = "en".equals(lang) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        Locale.setDefault(language);
    }

    static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, language);
    }

    static String say(String key, Object... words) {
        return new MessageFormat(bundle().getString(key), language).format(words);
    }

    /** A word for what the hub names by a code, or the code itself. */
    static String of(String kind, String code) {
        String key = kind + "." + code;
        return bundle().containsKey(key) ? bundle().getString(key) : code;
    }
}
