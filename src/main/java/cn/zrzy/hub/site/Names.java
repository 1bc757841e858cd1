package cn.zrzy.hub.site;

import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.plan.DrawnResult;
import java.util.HashMap;
import java.util.Map;

/** 公示用名 behind the codes of one draw: firms in full, persons by family name; "" for whom the result does not name. */
record Names(Map<String, String> subjects, Map<String, String> inspectors) {

    static final Names NONE = new Names(Map.of(), Map.of());

    /** @param result null when there is none */
    static Names of(DrawnResult result) {
        if (result == null) {
            return NONE;
        }
        Names names = new Names(new HashMap<>(), new HashMap<>());
        for (DrawnResult.Pick pick : result.picks()) {
            // A natural person stands in the pool under a pseudonym; whatever the name looks like, it is one.
            boolean person = pick.objectId().startsWith("ZR:");
            names.subjects.put(
                    pick.objectId(), person ? Masking.name(pick.objectName()) : Masking.party(pick.objectName()));
            pick.inspectors().forEach(member -> names.inspectors.put(member.certNo(), Masking.name(member.name())));
        }
        return names;
    }

    String subject(String id) {
        return subjects.getOrDefault(id, "");
    }

    String inspector(String card) {
        return inspectors.getOrDefault(card, "");
    }
}
