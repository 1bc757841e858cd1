package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The live inspectors held against every rule by which somebody may be left out of a draw (可搭配与否), so that each is either
 * in the pool or has his reason: law and duty, the draw's own demands, a card that two people have, regions without a subject.
 */
public final class Fitness {

    private final DrawDemands demands;
    private final Collection<String> inhabited;

    /** @param inhabited regions in which there is a live subject; empty while there is none at all */
    public Fitness(DrawDemands demands, Collection<String> inhabited) {
        this.demands = demands;
        this.inhabited = inhabited;
    }

    /** @param obstacle why this person cannot be drawn; empty when they can */
    public record Verdict(Inspector person, String obstacle, OffsetDateTime since) {

        public boolean fit() {
            return obstacle.isEmpty();
        }
    }

    public List<Verdict> judge(List<Inspector> live, LocalDate date) {
        Map<String, Inspector> first = new HashMap<>();
        Map<String, Inspector> second = new HashMap<>();
        live.stream().filter(person -> alone(person, date).isEmpty()).forEach(person -> {
            if (first.putIfAbsent(person.cardNo(), person) != null) {
                second.putIfAbsent(person.cardNo(), person);
            }
        });
        return live.stream()
                .map(person -> {
                    String obstacle = alone(person, date);
                    Inspector other = first.get(person.cardNo()) == person
                            ? second.get(person.cardNo())
                            : first.get(person.cardNo());
                    if (obstacle.isEmpty() && other != null) {
                        obstacle = "执法证号与" + Masking.name(other.name()) + "（" + other.staffNo() + "）的相同，分不清是谁的";
                    }
                    return new Verdict(person, obstacle, since(person, date));
                })
                .toList();
    }

    private String alone(Inspector person, LocalDate date) {
        String obstacle = person.obstacle(date);
        if (obstacle.isEmpty()) {
            obstacle = demands.obstacle(person);
        }
        return obstacle.isEmpty() && !inhabited.isEmpty() && !meets(person)
                ? "执法区域（" + String.join("、", person.regions()) + "）内没有一户检查对象"
                : obstacle;
    }

    /** A region covers whatever begins with it: 4110 is the whole city, 411000 nothing at all. */
    private boolean meets(Inspector person) {
        return person.regions().stream()
                .anyMatch(region -> inhabited.stream().anyMatch(spot -> spot.startsWith(region)));
    }

    /** A card ran out on its day; every other reason came with the row. */
    private static OffsetDateTime since(Inspector person, LocalDate date) {
        boolean ranOut = person.standing().isEmpty()
                && person.cardValidTo() != null
                && person.cardValidTo().isBefore(date);
        return ranOut ? Beijing.startOf(person.cardValidTo().plusDays(1)) : Beijing.of(person.since());
    }
}
