package cn.zrzy.verify;

import java.util.Comparator;
import java.util.List;

/**
 * The rare ways to draw (docs/draw/bundle-format.md §4), in rules.json only when used.
 *
 * @param research items whose n is rounded by chance
 * @param weights classes with more than one ticket
 */
record Sampling(List<String> research, List<Weight> weights) {

    private static final Comparator<Weight> ORDER =
            Comparator.comparing(Weight::item, Text.BY_BYTES).thenComparing(Weight::creditClass, Text.BY_BYTES);

    /** @param tickets of each subject of this class, 2 or more */
    record Weight(String item, String creditClass, long tickets) {}

    /** @param keys that rules.json has */
    static Sampling of(Fields f, List<String> keys) {
        boolean rounded = keys.contains("research");
        boolean weighted = keys.contains("weights");
        Sampling s = new Sampling(
                rounded ? f.set(Text::isWord) : List.of(),
                weighted ? f.rows(3, r -> new Weight(r.word(), r.word(), r.number(2, 255))) : List.of());
        f.need(s.research.isEmpty() != rounded && s.weights.isEmpty() != weighted);
        return s;
    }

    void check(Fields f, List<Rules.Item> items, List<Rules.Stratum> strata) {
        strata.forEach(s -> f.need(research(s.item()) == (s.remainder() >= 0)));
        List<String> byRatio =
                items.stream().filter(i -> i.total() == 0).map(Rules.Item::code).toList();
        f.need(byRatio.containsAll(research));
        for (int i = 0; i < weights.size(); i++) {
            String item = weights.get(i).item;
            f.need(items.stream().anyMatch(x -> x.code().equals(item)));
            f.need(i == 0 || ORDER.compare(weights.get(i - 1), weights.get(i)) < 0);
        }
    }

    boolean usual() {
        return research.isEmpty() && weights.isEmpty();
    }

    boolean research(String item) {
        return research.contains(item);
    }

    /** Tickets of a subject of this class in this item. */
    int tickets(String item, String creditClass) {
        for (Weight w : weights) {
            if (w.item.equals(item) && w.creditClass.equals(creditClass)) {
                return (int) w.tickets;
            }
        }
        return 1;
    }
}
