package cn.zrzy.sandbox.landuse;

import cn.zrzy.sandbox.data.Dirt;
import cn.zrzy.sandbox.data.FeedDays;
import cn.zrzy.sandbox.data.Life;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 数据来源: one list of the land system, row by row for any date. */
abstract class Feed {

    static final Life.Pace PACE = new Life.Pace(3, 1);

    final String name;
    final List<String> rules;
    private final FeedDays days;
    private volatile int shrink;

    Feed(String name, int size, List<String> rules) {
        this.name = name;
        this.rules = rules;
        days = new FeedDays(name, size, PACE);
    }

    /** The row's values under their field names, dirt included. */
    abstract Map<String, Object> row(int number, Life life, LocalDate date);

    /** Makes the feed lose a share of its rows. */
    void shrink(int percent) {
        shrink = percent;
    }

    int[] numbers(LocalDate date) {
        int[] all = days.present(date);
        int lost = shrink;
        return lost == 0 ? all : Arrays.stream(all).filter(n -> n % 100 >= lost).toArray();
    }

    List<Map<String, Object>> rows(LocalDate date, int from, int to) {
        int[] numbers = numbers(date);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = Math.max(0, from); i < Math.min(to, numbers.length); i++) {
            rows.add(row(numbers[i], days.life(numbers[i], date), date));
        }
        return rows;
    }

    /** How many rows each rule spoilt on a date. */
    Map<String, Integer> bad(LocalDate date) {
        Map<String, Integer> bad = new TreeMap<>();
        rules.forEach(rule -> bad.put(rule, 0));
        for (int number : numbers(date)) {
            String rule = Dirt.rule(number, rules);
            if (!rule.isEmpty()) {
                bad.merge(rule, 1, Integer::sum);
            }
        }
        return bad;
    }
}
