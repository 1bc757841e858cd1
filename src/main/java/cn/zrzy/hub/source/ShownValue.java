package cn.zrzy.hub.source;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.NaturalPersons;
import cn.zrzy.hub.kernel.PlainText;
import java.util.Set;
import java.util.regex.Pattern;

/** A refused value as a person may see it (原值): short, and masked where it is personal (个人信息保护法 §51). */
final class ShownValue {

    private static final int MOST = 40;
    private static final Set<String> NAMES = Set.of("姓名");
    private static final Set<String> NUMBERS = Set.of("身份证号", "手机", "性别");
    private static final Set<String> PARTIES = Set.of("qlrmc", "jsdw", "dwmc", "矿业权人");

    /** A name that was refused may no longer have a name's form, so only what is surely no person is shown. */
    private static final Pattern BODY =
            Pattern.compile(".*(公司|集团|厂|局|委|院|校|所|站|社|村|镇|乡|处|中心|合作|银行|政府|街道|办|矿).*", Pattern.DOTALL);

    private static final Pattern CHINESE = Pattern.compile(".*\\p{IsHan}.*", Pattern.DOTALL);

    private ShownValue() {}

    static String of(String field, String value) {
        String text = Words.text(value);
        return PlainText.cleaned(text.isEmpty() ? "" : masked(field, text), MOST);
    }

    private static String masked(String field, String text) {
        if (NAMES.contains(field)) {
            return Masking.name(text);
        }
        if (NUMBERS.contains(field)) {
            return Masking.id(Words.code(text));
        }
        return PARTIES.contains(field) ? party(text) : Masking.text(text);
    }

    private static String party(String text) {
        if (NaturalPersons.are(text)) {
            return Masking.party(text);
        }
        return BODY.matcher(text).matches() || !CHINESE.matcher(text).matches()
                ? Masking.text(text)
                : Masking.name(text);
    }
}
