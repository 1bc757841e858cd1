package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Step 7: every ticket, the drawn and the reserves of each stratum. */
final class PickStep {

    private PickStep() {}

    record Ranked(byte[] ticket, String id) {}

    static void check(Bundle b) {
        if (b.platform()) {
            platform(b);
            return;
        }
        List<Papers.Pick> drawn = new ArrayList<>();
        List<Papers.Pick> reserve = new ArrayList<>();
        for (Rules.Stratum s : b.rules().strata()) {
            List<Ranked> ranking = ranking(b).get(s.code());
            for (int i = 0; i < ranking.size(); i++) {
                Ranked x = ranking.get(i);
                Papers.Pick pick = new Papers.Pick(s.code(), String.valueOf(i + 1), x.id(), Bits.hex(x.ticket()));
                (i < s.places() ? drawn : reserve).add(pick);
            }
        }
        compare("result.objects.csv", b.drawn(), drawn, "E-PICK", "E-TICKET");
        compare("reserve.csv", b.reserve(), reserve, "E-RESERVE", "E-RESERVE");
    }

    /** Stratum code → its n + r smallest tickets, ascending. */
    static Map<String, List<Ranked>> ranking(Bundle b) {
        return b.once("#ranking", () -> {
            List<Papers.Subject> pool = b.subjects();
            b.usedSeed();
            List<byte[]> plain = Cores.range(pool.size())
                    .mapToObj(i -> b.ticket("SSJ1", pool.get(i).id()))
                    .toList();
            Map<String, List<Ranked>> out = new HashMap<>();
            for (Rules.Stratum s : b.rules().strata()) {
                Strata.Members members = Strata.members(b).get(s.code());
                Smallest smallest = new Smallest((int) Math.min(pool.size(), s.places() + s.reserve()));
                for (int i : members == null ? List.<Integer>of() : members.lines()) {
                    Papers.Subject x = pool.get(i);
                    smallest.offer(new Ranked(plain.get(i), x.id()));
                }
                out.put(s.code(), smallest.ascending());
            }
            return out;
        });
    }

    /** Keeps the k smallest: most of a pool is larger than all of them and costs one comparison. */
    private static final class Smallest {

        private static final Comparator<Ranked> ORDER =
                Comparator.comparing(Ranked::ticket, Arrays::compareUnsigned).thenComparing(Ranked::id);

        private final int k;
        private final PriorityQueue<Ranked> kept = new PriorityQueue<>(ORDER.reversed());

        Smallest(int k) {
            this.k = k;
        }

        void offer(Ranked x) {
            if (kept.size() < k) {
                kept.add(x);
            } else if (k > 0 && ORDER.compare(x, kept.peek()) < 0) {
                kept.poll();
                kept.add(x);
            }
        }

        List<Ranked> ascending() {
            return kept.stream().sorted(ORDER).toList();
        }
    }

    private static void compare(
            String name, List<Papers.Pick> got, List<Papers.Pick> want, String rowCode, String ticketCode) {
        for (int i = 0; i < Math.max(got.size(), want.size()); i++) {
            String place = name + ":" + (i + 2);
            Refused.unless(i < got.size() && i < want.size(), rowCode, place, "");
            Papers.Pick g = got.get(i);
            Papers.Pick w = want.get(i);
            boolean same = g.stratum().equals(w.stratum())
                    && g.rank().equals(w.rank())
                    && g.subject().equals(w.subject());
            Refused.unless(same, rowCode, place, "");
            Refused.unless(g.ticket().equals(w.ticket()), ticketCode, place, "");
        }
    }

    /** The platform drew: only membership and number can be judged. */
    private static void platform(Bundle b) {
        List<Papers.Pick> rows = b.drawn();
        int at = 0;
        for (Rules.Stratum s : b.rules().strata()) {
            Strata.Members members = Strata.members(b).get(s.code());
            Set<String> left = new HashSet<>();
            if (members != null) {
                members.lines().forEach(i -> left.add(b.subjects().get(i).id()));
            }
            long rank = 0;
            for (long k = 0; k < s.places(); k++, at++) {
                Papers.Pick p = at < rows.size() ? rows.get(at) : null;
                boolean good = p != null
                        && p.stratum().equals(s.code())
                        && left.remove(p.subject())
                        && Long.parseLong(p.rank()) > rank
                        && p.ticket().isEmpty();
                Refused.unless(good, "E-PICK", "result.objects.csv:" + (at + 2), "");
                rank = Long.parseLong(p.rank());
            }
        }
        Refused.unless(at == rows.size(), "E-PICK", "result.objects.csv:" + (at + 2), "");
    }
}
