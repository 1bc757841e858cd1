package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.record.DrawnResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What this year's draws have asked of each side already (年内情况).
 *
 * @param checks visits per subject, for the yearly cap of a firm (国办发〔2024〕54号)
 * @param places per 执法证号, for balanced loads
 * @param done subject and item, joined by a blank
 */
record YearSoFar(Map<String, Integer> checks, Map<String, Integer> places, Set<String> done) {

    static YearSoFar of(List<DrawnResult> draws) {
        YearSoFar year = new YearSoFar(new HashMap<>(), new HashMap<>(), new HashSet<>());
        draws.stream().flatMap(draw -> draw.picks().stream()).forEach(pick -> {
            year.checks.merge(pick.objectId(), 1, Integer::sum);
            Arrays.stream(pick.itemCodes().split(";")).forEach(item -> year.done.add(pick.objectId() + " " + item));
            pick.inspectors().forEach(member -> year.places.merge(member.certNo(), 1, Integer::sum));
        });
        return year;
    }

    int checks(String subject) {
        return checks.getOrDefault(subject, 0);
    }

    int places(String cardNo) {
        return places.getOrDefault(cardNo, 0);
    }

    boolean done(String subject, String item) {
        return done.contains(subject + " " + item);
    }
}
