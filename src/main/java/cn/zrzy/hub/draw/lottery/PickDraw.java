package cn.zrzy.hub.draw.lottery;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.IdTable;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.outcome.Pick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 抽取检查对象: tickets over a frozen pool, drawn and reserve, stratum by stratum. */
public final class PickDraw {

    /** Below this many subjects a second thread costs more than it brings. */
    private static final int WORTH_PARALLEL = 200_000;

    private PickDraw() {}

    /** Picks of rank 1..n+r per stratum, in file order. */
    public static List<Pick> draw(FrozenDraw frozen, byte[] seed) {
        DrawRules rules = frozen.request().rules();
        Map<String, Integer> places = new HashMap<>();
        frozen.strata().forEach(s -> places.put(s.code(), places.size()));
        List<PoolSubject> pool = frozen.request().subjects().stream()
                .filter(s -> s.exclusionCode().isEmpty())
                .toList();
        int[] from = new int[pool.size() + 1];
        for (int i = 0; i < pool.size(); i++) {
            from[i + 1] = from[i] + pool.get(i).itemCodes().size();
        }
        int[] strata = new int[from[pool.size()]];
        for (int i = 0; i < pool.size(); i++) {
            int e = from[i];
            for (String item : pool.get(i).itemCodes()) {
                strata[e++] = places.get(Quotas.code(rules, pool.get(i), item));
            }
        }
        IdTable ids = IdTable.of(pool.stream().map(PoolSubject::id).toList());
        int[] members = frozen.strata().stream().mapToInt(Stratum::members).toArray();
        int[] wanted = frozen.strata().stream()
                .mapToInt(s -> s.places(rules.hash(), seed) + s.reserve())
                .toArray();
        Map<String, Map<String, Integer>> weights = new HashMap<>();
        rules.items().forEach(i -> weights.put(i.code(), i.weights()));
        int[] plain = wanted.clone();
        for (int s = 0; s < plain.length; s++) {
            plain[s] = weights.get(frozen.strata().get(s).item()).isEmpty() ? plain[s] : 0;
        }
        int threads = pool.size() < WORTH_PARALLEL ? 1 : Runtime.getRuntime().availableProcessors();
        List<int[]> drawn = new Lottery(rules.hash(), seed, ids, from, strata).draw(members, plain, threads);
        TicketMill mill = new TicketMill(rules.hash(), seed);
        List<Pick> picks = new ArrayList<>();
        for (int s = 0; s < members.length; s++) {
            Stratum stratum = frozen.strata().get(s);
            if (plain[s] < wanted[s]) {
                picks.addAll(weighted(rules, pool, stratum, weights.get(stratum.item()), mill, wanted[s]));
                continue;
            }
            int rank = 1;
            for (int index : drawn.get(s)) {
                String id = pool.get(index).id();
                picks.add(new Pick(stratum.code(), rank++, id, Bytes.hex(mill.ticket(id))));
            }
        }
        return picks;
    }

    /** Rare and small, so every member is looked at: best tickets in order, equal ones by id. */
    private static List<Pick> weighted(
            DrawRules rules,
            List<PoolSubject> pool,
            Stratum stratum,
            Map<String, Integer> weights,
            TicketMill mill,
            int wanted) {
        String code = stratum.code();
        List<Pick> all = new ArrayList<>();
        for (PoolSubject subject : pool) {
            if (subject.itemCodes().contains(stratum.item())
                    && Quotas.code(rules, subject, stratum.item()).equals(code)) {
                int weight = weights.getOrDefault(subject.creditClass(), 1);
                all.add(new Pick(code, 0, subject.id(), Bytes.hex(mill.best(subject.id(), weight))));
            }
        }
        all.sort(Comparator.comparing(Pick::ticket).thenComparing(Pick::subjectId));
        List<Pick> picks = new ArrayList<>();
        for (Pick pick : all.subList(0, wanted)) {
            picks.add(new Pick(code, picks.size() + 1, pick.subjectId(), pick.ticket()));
        }
        return picks;
    }
}
