package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.InspectorDemands;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who of the live list can be matched (可搭配人员). The sync holds each row against what the draw demands, yet the list may be
 * older than a demand, or a quarantined row may have kept a card that somebody else has by now. Such a person is left out
 * by name; the draw of all others goes on.
 */
final class Officers {

    private static final Logger LOG = LoggerFactory.getLogger(Officers.class);
    private static final ZoneId XUCHANG = ZoneId.of("Asia/Shanghai");

    private final Inspectors inspectors;

    Officers(Inspectors inspectors) {
        this.inspectors = inspectors;
    }

    List<Inspector> fit(LocalDate date) {
        List<Inspector> certified = inspectors.certified(date);
        Map<String, Long> cards =
                certified.stream().collect(Collectors.groupingBy(Inspector::cardNo, Collectors.counting()));
        return certified.stream()
                .filter(person -> {
                    String obstacle = obstacle(person, cards.get(person.cardNo()));
                    if (!obstacle.isEmpty()) {
                        LOG.warn("{}（{}）不参加搭配：{}", Masking.name(person.name()), person.staffNo(), obstacle);
                    }
                    return obstacle.isEmpty();
                })
                .toList();
    }

    private static String obstacle(Inspector person, long holders) {
        if (holders > 1) {
            return "执法证号与另一人相同，分不清是谁的";
        }
        return InspectorDemands.first(person.cardNo(), department(person), person.regions(), tags(person))
                .map(fault -> fault.field() + "：" + fault.message())
                .orElse("");
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
        LocalDate day = LocalDate.ofInstant(frozenAt, XUCHANG);
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
