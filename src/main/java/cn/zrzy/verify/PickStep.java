package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            Map<String, byte[]> tickets = new HashMap<>();
            Map<String, List<Ranked>> out = new HashMap<>();
            for (Rules.Stratum s : b.rules().strata()) {
                Bundle.Members members = b.members().get(s.code());
                List<Ranked> all = new ArrayList<>();
                for (String id : members == null ? List.<String>of() : members.ids()) {
                    all.add(new Ranked(tickets.computeIfAbsent(id, x -> b.ticket("SSJ1", x)), id));
                }
                all.sort(Comparator.comparing(Ranked::ticket, Arrays::compareUnsigned)
                        .thenComparing(Ranked::id));
                out.put(s.code(), List.copyOf(all.subList(0, (int) Math.min(all.size(), s.places() + s.reserve()))));
            }
            return out;
        });
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
            Bundle.Members members = b.members().get(s.code());
            Set<String> left = new HashSet<>(members == null ? List.of() : members.ids());
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
