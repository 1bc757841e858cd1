package cn.zrzy.hub.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Natural persons as lists of holders write them (自然人权利人写法): 张三 · 买买提·艾力 with any of the middle dots · 张三、李四 ·
 * 王五等3人 · 孙六（已故）. The form only: 试验厂 has the form of a name as well, so whoever asks must know firms by their words.
 */
public final class NaturalPersons {

    /** U+00B7 is the right one; the others stand on the same key of other keyboards. */
    private static final String DOT = "[·•‧・･∙⋅]";

    private static final String NAME = "(?:\\p{IsHan}{1,10}(?:" + DOT + "\\p{IsHan}{1,10}){1,4}|\\p{IsHan}{2,4})";
    private static final String OTHERS = "等[0-9０-９一二三四五六七八九十]{1,4}[人户名]";
    private static final Pattern ONE = Pattern.compile("(" + NAME + ")(" + OTHERS + ")?");
    private static final Pattern NOTE = Pattern.compile("[（(](?:已故|已去世|已死亡|已亡|故|亡|户主|共有)[）)]");
    private static final Pattern AND = Pattern.compile("[、，,;；/／]");

    private NaturalPersons() {}

    public static boolean are(String holder) {
        List<Matcher> names = read(holder);
        return !names.isEmpty();
    }

    /** 张*、李*; 王*等3人: each by the family name, without what else is noted of them. */
    public static String masked(String holder) {
        return read(holder).stream()
                .map(one -> Masking.name(one.group(1)) + (one.group(2) == null ? "" : one.group(2)))
                .collect(Collectors.joining("、"));
    }

    /** @return one match a name; empty when something else stands there */
    private static List<Matcher> read(String holder) {
        List<Matcher> names = new ArrayList<>();
        for (String part : AND.split(NOTE.matcher(holder).replaceAll(""), -1)) {
            Matcher one = ONE.matcher(part.strip());
            if (!one.matches()) {
                return List.of();
            }
            names.add(one);
        }
        return names;
    }
}
