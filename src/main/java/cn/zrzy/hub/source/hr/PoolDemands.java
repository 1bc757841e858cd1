package cn.zrzy.hub.source.hr;

import cn.zrzy.hub.draw.model.InspectorDemands;
import cn.zrzy.hub.draw.model.InspectorDemands.Fault;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.source.SourceRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each row of one file against what the draw will demand of the person (入池条件), so that whoever the draw could not
 * bear is named the night before, with line and column. Of who cannot be drawn anyway nothing is demanded.
 */
final class PoolDemands {

    /** A city has hundreds of officers, so those seen are kept. */
    private final Map<String, StagedInspector> cards = new HashMap<>();

    private final Map<String, StagedInspector> people = new HashMap<>();

    /** @throws cn.zrzy.hub.kernel.Rejected E-PERSON-TWICE, E-CARD-TWICE or E-ROW-UNDRAWABLE */
    void require(SourceRow row, StagedInspector person) {
        once(people, person.idDigest(), row, person, "E-PERSON-TWICE", "身份证号");
        if (drawable(person)) {
            check(row, person, "执法证号", InspectorDemands.card(person.cardNo()));
            check(
                    row,
                    person,
                    person.department().isEmpty() ? "单位" : "科室",
                    InspectorDemands.department(InspectorDemands.department(person.department(), person.unit())));
            check(row, person, "执法区域", InspectorDemands.regions(person.regions()));
            check(row, person, "执法领域", tags(person.fields()));
            check(row, person, "专长", tags(person.specialties()));
            once(cards, person.cardNo(), row, person, "E-CARD-TWICE", "执法证号");
        }
        people.put(person.idDigest(), person);
        if (drawable(person)) {
            cards.put(person.cardNo(), person);
        }
    }

    private static boolean drawable(StagedInspector person) {
        return Inspector.standing(person.postKind(), person.duty(), person.cardNo())
                .isEmpty();
    }

    private static Optional<Fault> tags(List<String> words) {
        return InspectorDemands.expertise(words.stream().distinct().toList());
    }

    private static void once(
            Map<String, StagedInspector> seen,
            String value,
            SourceRow row,
            StagedInspector person,
            String rule,
            String field) {
        StagedInspector other = seen.get(value);
        if (other != null && !other.staffNo().equals(person.staffNo())) { // one key twice is a fault of its own
            throw row.fault(rule, field, named(person) + "的" + field + "与" + named(other) + "的相同，这一行不用，名录里的两人照旧，请核对两人");
        }
    }

    private static void check(SourceRow row, StagedInspector person, String field, Optional<Fault> fault) {
        fault.ifPresent(found -> {
            throw row.fault("E-ROW-UNDRAWABLE", field, named(person) + "的" + field + "不合抽取的要求：" + found.message());
        });
    }

    private static String named(StagedInspector person) {
        return Masking.name(person.name()) + "（" + person.staffNo() + "）";
    }
}
