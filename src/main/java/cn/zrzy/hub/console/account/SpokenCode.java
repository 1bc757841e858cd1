package cn.zrzy.hub.console.account;

import cn.zrzy.hub.kernel.RandomCode;
import java.util.Locale;

/** 确认码: ten signs that can be read out by telephone. */
final class SpokenCode {

    private static final int GROUP = 5;

    private SpokenCode() {}

    /** In two groups: {@code 7KQ2M-XWPAB}. */
    static String draw() {
        return RandomCode.draw(GROUP) + "-" + RandomCode.draw(GROUP);
    }

    /** However it was typed. */
    static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }
}
