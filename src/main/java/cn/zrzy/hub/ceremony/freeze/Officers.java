package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.draw.model.InspectorDemands;
import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The people of the registry as a draw sees them (可搭配人员). Who cannot be drawn was left out, with his reason, by the registry. */
final class Officers {

    private final Inspectors inspectors;

    Officers(Inspectors inspectors) {
        this.inspectors = inspectors;
    }

    List<Inspector> fit(LocalDate date) {
        return inspectors.certified(date);
    }

    static String department(Inspector person) {
        return InspectorDemands.department(person.department(), person.unit());
    }

    static List<String> tags(Inspector person) {
        return Stream.concat(person.fields().stream(), person.specialties().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The person behind a card as the list stood at the freeze: who has left since was matched all the same. Where a helper
     * has the number of an officer's card, the officer was matched.
     */
    Map<String, Inspector> byCard(Instant frozenAt) {
        LocalDate day = LocalDate.ofInstant(frozenAt, Beijing.ZONE);
        Map<String, Inspector> people = new HashMap<>();
        inspectors
                .asOf(frozenAt)
                .forEach(person -> people.merge(
                        person.cardNo(),
                        person,
                        (one, other) -> one.obstacle(day).isEmpty() ? one : other));
        return people;
    }
}
