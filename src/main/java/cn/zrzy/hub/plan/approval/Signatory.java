package cn.zrzy.hub.plan.approval;

import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.PersonName;
import cn.zrzy.hub.kernel.Rejected;

/** The person behind an act, as she stands on paper (经办人). */
public final class Signatory {

    private Signatory() {}

    /**
     * Who entered a draft: a person, or whom the calling system names.
     *
     * @return the person's name in one spelling
     * @throws Rejected E-PERSON when nobody is named, or in characters that no reader sees
     */
    public static String of(Acting by) {
        String person = PersonName.of(by.name(), "X-Operator");
        Rejected.unless(!person.isEmpty(), "E-PERSON", "须在请求头 X-Operator 写明经办人姓名（UTF-8 百分号编码）", "X-Operator");
        return person;
    }

    /**
     * Who decides, or asks for what another one decides: never a machine, for its word about a name is no signature.
     *
     * @throws Rejected E-AUTH-PERSON when no account of a person's own stands behind it
     */
    public static String deciding(Acting by) {
        Rejected.unless(by.proven(), "E-AUTH-PERSON", "这件事须由本人登录控制台，或用本人的个人令牌来办；机器账号只能报送草案和结果", "Authorization");
        return of(by);
    }
}
