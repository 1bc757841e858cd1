package cn.zrzy.hub.draw.lottery;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.Stratum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** 名额: strata and quotas in integers, before the seed. Doubles would make 7 % of 100 into 8. */
public final class Quotas {

    private static final int FULL = 10000;

    private final DrawRules rules;

    public Quotas(DrawRules rules) {
        this.rules = rules;
    }

    /** Code of the stratum that {@code subject} falls into for {@code item}. */
    public static String code(DrawRules rules, PoolSubject subject, String item) {
        StringBuilder code = new StringBuilder(item);
        for (String dimension : rules.stratifyBy()) {
            code.append('|')
                    .append(
                            switch (dimension) {
                                case "class" -> subject.creditClass();
                                case "region" -> subject.region();
                                case "type" -> subject.type();
                                default ->
                                    subject.categories().isEmpty() ? "-" : String.join("+", subject.categories());
                            });
        }
        return code.toString();
    }

    /** 各层可抽对象 by stratum code and id; who is excluded stands in none. */
    public SortedMap<String, List<PoolSubject>> members(List<PoolSubject> pool) {
        SortedMap<String, List<PoolSubject>> members = new TreeMap<>(Bytes.ORDER);
        for (PoolSubject subject : pool) {
            if (subject.exclusionCode().isEmpty()) {
                subject.itemCodes()
                        .forEach(item -> members.computeIfAbsent(code(rules, subject, item), code -> new ArrayList<>())
                                .add(subject));
            }
        }
        return members;
    }

    public List<Stratum> strata(List<PoolSubject> pool) {
        Map<String, Stratum> found = new TreeMap<>(Bytes.ORDER);
        Map<String, DrawItem> items = new TreeMap<>();
        rules.items().forEach(item -> items.put(item.code(), item));
        for (PoolSubject subject : pool) {
            if (subject.exclusionCode().isEmpty()) {
                for (String item : subject.itemCodes()) {
                    found.merge(
                            code(rules, subject, item),
                            new Stratum("", item, ratio(items.get(item), subject), 1, 0, 0),
                            (a, b) -> new Stratum("", item, a.basisPoints(), a.members() + 1, 0, 0));
                }
            }
        }
        List<Stratum> strata = new ArrayList<>();
        found.forEach((code, s) -> strata.add(new Stratum(code, s.item(), s.basisPoints(), s.members(), 0, 0)));
        List<Stratum> filled = new ArrayList<>();
        for (DrawItem item : rules.items()) {
            List<Stratum> own =
                    strata.stream().filter(s -> s.item().equals(item.code())).toList();
            if (own.isEmpty()) {
                throw Refusal.field("E-DRAW-ITEM-EMPTY", "事项“" + item.code() + "”没有可抽取的对象（N=0）", item.code());
            }
            filled.addAll(item.total() == 0 ? byRatio(own) : byTotal(own, item));
        }
        filled.sort(Comparator.comparing(Stratum::code, Bytes.ORDER));
        return List.copyOf(filled);
    }

    private int ratio(DrawItem item, PoolSubject subject) {
        RatioScheme scheme = rules.ratioSchemes().stream()
                .filter(s -> s.id().equals(item.ratioScheme()))
                .findFirst()
                .orElseThrow();
        String wanted = rules.stratifyBy().contains("class") ? subject.creditClass() : "*";
        Integer fallback = null;
        for (RatioScheme.ClassRatio row : scheme.classes()) {
            if (row.creditClass().equals(wanted)) {
                return row.basisPoints();
            }
            if (row.creditClass().equals("*")) {
                fallback = row.basisPoints();
            }
        }
        if (fallback == null) {
            throw Refusal.field("E-DRAW-RATIO", "比例方案“" + scheme.id() + "”没有“" + wanted + "”类的比例，也没有“*”", item.code());
        }
        return fallback;
    }

    private List<Stratum> byRatio(List<Stratum> strata) {
        return strata.stream()
                .map(s -> filled(s, (int) ceiling((long) s.members() * s.basisPoints())))
                .toList();
    }

    private int reserve(int members, int places) {
        return (int) Math.min(members - places, ceiling((long) places * rules.reserveBasisPoints()));
    }

    private List<Stratum> byTotal(List<Stratum> strata, DrawItem item) {
        BigInteger total = BigInteger.valueOf(item.total());
        BigInteger weights = BigInteger.ZERO;
        for (Stratum s : strata) {
            weights = weights.add(weight(s));
        }
        if (weights.signum() == 0) {
            throw Refusal.field("E-DRAW-QUOTA", "各层比例都为0，分不出固定抽取数", item.code());
        }
        int[] quota = new int[strata.size()];
        BigInteger[] rest = new BigInteger[strata.size()];
        int left = item.total();
        for (int i = 0; i < quota.length; i++) {
            BigInteger[] share = total.multiply(weight(strata.get(i))).divideAndRemainder(weights);
            quota[i] = share[0].intValueExact();
            rest[i] = share[1];
            left -= quota[i];
        }
        // Strata come sorted by code and the sort is stable: ties go by code, not by luck.
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < quota.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> rest[b].compareTo(rest[a]));
        for (int i = 0; i < left; i++) {
            quota[order.get(i)]++;
        }
        List<Stratum> filled = new ArrayList<>();
        for (int i = 0; i < quota.length; i++) {
            filled.add(filled(strata.get(i), quota[i]));
        }
        return filled;
    }

    private static BigInteger weight(Stratum s) {
        return BigInteger.valueOf((long) s.members() * s.basisPoints());
    }

    private Stratum filled(Stratum s, int n) {
        int quota = n == 0 && rules.atLeastOne() && s.basisPoints() > 0 ? 1 : n;
        if (quota > s.members()) {
            throw Refusal.field("E-DRAW-QUOTA", "应抽" + quota + "户，该层只有" + s.members() + "户", s.code());
        }
        return new Stratum(s.code(), s.item(), s.basisPoints(), s.members(), quota, reserve(s.members(), quota));
    }

    private static long ceiling(long basis) {
        return (basis + FULL - 1) / FULL;
    }
}
