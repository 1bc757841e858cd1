package cn.zrzy.hub.plan;

import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;

/** The person behind a call (经办人): the calling office system vouches for the name in {@code X-Operator}. */
public final class Signatory {

    private Signatory() {}

    /**
     * @param actor {@code account/person}
     * @return the person's name in one spelling
     * @throws Rejected E-PERSON when the call names nobody, or in characters that no reader sees
     */
    public static String of(String actor) {
        int slash = actor.indexOf('/');
        String person = slash < 0 ? "" : PersonName.of(actor.substring(slash + 1), "X-Operator");
        if (person.isEmpty()) {
            throw new Rejected("E-PERSON", "须在请求头 X-Operator 写明经办人姓名（UTF-8 百分号编码）", Place.field("X-Operator"));
        }
        return person;
    }
}
