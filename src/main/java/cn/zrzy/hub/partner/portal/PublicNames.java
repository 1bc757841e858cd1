package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.partner.Bureau;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How people and firms are named to the public (公示用名): firms in full, persons by family name. */
class PublicNames {

    /** Two to four Han characters, or with a middle dot: a person's name, unless it ends as firms and bodies do. */
    private static final Pattern SHORT = Pattern.compile("[\\p{IsHan}]{2,4}|[\\p{IsHan}]{1,10}·[\\p{IsHan}]{1,10}");

    private static final Pattern BODY = Pattern.compile(".*(公司|集团|局|院|厂|社|中心|所|站|队|镇|乡|村|县|区|市|矿|会|校|店|行|部)");

    private final Bureau bureau;

    PublicNames(Bureau bureau) {
        this.bureau = bureau;
    }

    static String subject(String name) {
        boolean person = SHORT.matcher(name).matches() && !BODY.matcher(name).matches();
        return person ? Masking.name(name) : Masking.text(name);
    }

    /** 张伟（16110020001）where the bureau allows it, 张* elsewhere. */
    String inspectors(List<Person> people) {
        return people.stream()
                .map(person -> bureau.showInspectors()
                        ? person.name() + "（" + person.certNo() + "）"
                        : Masking.name(person.name()))
                .collect(Collectors.joining("、"));
    }

    record Person(String name, String certNo) {}
}
