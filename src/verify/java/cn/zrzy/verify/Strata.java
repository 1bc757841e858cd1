package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which subjects count in which stratum (docs/draw/bundle-format.md §4). */
final class Strata {

    private Strata() {}

    /** @param lines of objects.jsonl, from 0 */
    record Members(String item, List<Integer> lines) {}

    /** Stratum code → item and members, for every subject that counts. */
    static Map<String, Members> members(Bundle b) {
        return b.once("#members", () -> {
            List<Papers.Subject> pool = b.subjects();
            Rules rules = b.rules();
            Set<String> known = known(rules);
            List<Map<String, String>> all = Cores.range(pool.size())
                    .mapToObj(i -> of(rules, known, pool.get(i)))
                    .toList();
            Map<String, Members> out = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++) {
                for (Map.Entry<String, String> e : all.get(i).entrySet()) {
                    out.computeIfAbsent(e.getKey(), c -> new Members(e.getValue(), new ArrayList<>()))
                            .lines()
                            .add(i);
                }
            }
            return out;
        });
    }

    /** Stratum code → item, in the order of the subject's items. */
    static Map<String, String> of(Bundle b, Papers.Subject s) {
        return of(b.rules(), known(b.rules()), s);
    }

    private static Set<String> known(Rules rules) {
        return new HashSet<>(rules.items().stream().map(Rules.Item::code).toList());
    }

    private static Map<String, String> of(Rules rules, Set<String> known, Papers.Subject s) {
        if (!s.exclusion().isEmpty()) {
            return Map.of();
        }
        StringBuilder tail = new StringBuilder();
        for (String word : rules.stratifyBy()) {
            tail.append('|').append(part(s, word));
        }
        Map<String, String> out = new LinkedHashMap<>();
        for (String item : s.items()) {
            if (known.contains(item)) {
                out.put(item + tail, item);
            }
        }
        return out;
    }

    private static String part(Papers.Subject s, String word) {
        return switch (word) {
            case "class" -> s.creditClass();
            case "region" -> s.region();
            case "type" -> s.type();
            default -> s.categories().isEmpty() ? "-" : String.join("+", s.categories());
        };
    }
}
