package cn.zrzy.hub.partner.portal;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.partner.Bureau;
import java.util.List;
import java.util.stream.Collectors;

/** How inspectors are named to the public (公示用名). */
class PublicNames {

    private final Bureau bureau;

    PublicNames(Bureau bureau) {
        this.bureau = bureau;
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
