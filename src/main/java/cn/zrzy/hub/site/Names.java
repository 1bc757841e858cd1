package cn.zrzy.hub.site;

import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.kernel.Masking;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** 公示用名 behind the codes of one draw: firms in full, persons by family name; "" for whom the result does not name. */
record Names(Map<String, String> subjects, Map<String, String> inspectors) {

    static final Names NONE = new Names(Map.of(), Map.of());

    /** Both who was drawn and who moved up since. */
    static Names of(Stream<DrawnResult> results) {
        Names names = new Names(new HashMap<>(), new HashMap<>());
        results.flatMap(result -> result.picks().stream()).forEach(names::add);
        return names;
    }

    private void add(DrawnResult.Pick pick) {
        subjects.put(pick.objectId(), Masking.party(pick.objectId(), pick.objectName()));
        pick.inspectors().forEach(member -> inspectors.put(member.certNo(), Masking.name(member.name())));
    }

    String subject(String id) {
        return subjects.getOrDefault(id, "");
    }

    String inspector(String card) {
        return inspectors.getOrDefault(card, "");
    }
}
