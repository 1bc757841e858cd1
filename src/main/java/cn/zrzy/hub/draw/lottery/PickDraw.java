package cn.zrzy.hub.draw.lottery;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.IdTable;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.outcome.Pick;
import java.util.ArrayList;
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
        int[] wanted =
                frozen.strata().stream().mapToInt(s -> s.quota() + s.reserve()).toArray();
        int threads = pool.size() < WORTH_PARALLEL ? 1 : Runtime.getRuntime().availableProcessors();
        List<int[]> drawn = new Lottery(rules.hash(), seed, ids, from, strata).draw(members, wanted, threads);
        TicketMill mill = new TicketMill(rules.hash(), seed);
        List<Pick> picks = new ArrayList<>();
        for (int s = 0; s < members.length; s++) {
            Stratum stratum = frozen.strata().get(s);
            int rank = 1;
            for (int index : drawn.get(s)) {
                String id = pool.get(index).id();
                picks.add(new Pick(stratum.code(), rank++, id, Bytes.hex(mill.ticket(id))));
            }
        }
        return picks;
    }
}
