package cn.zrzy.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Step 5: strata, ratios and quotas in integers (docs/draw/bundle-format.md §4). */
final class QuotaStep {

    private QuotaStep() {}

    static void check(Bundle b) {
        Rules r = b.rules();
        int line = 0;
        for (Papers.Subject s : b.subjects()) {
            line++;
            boolean good = s.exclusion().isEmpty()
                    ? r.firmCap() == 0 || s.checks() < r.firmCap()
                    : r.exclusions().containsKey(s.exclusion());
            Refused.unless(good, "E-EXCLUSION", "objects.jsonl:" + line, "");
        }
        strata(b);
        for (Rules.Stratum s : r.strata()) {
            Refused.unless(ratio(r, s) == s.bp(), "E-RATIO", s.at(), "");
        }
        Map<String, Long> places = places(r);
        for (Rules.Stratum s : r.strata()) {
            boolean good = places.get(s.code()) == s.places() && s.places() <= s.members();
            Refused.unless(good, "E-QUOTA", s.at(), "");
        }
        for (Rules.Stratum s : r.strata()) {
            long reserve = Math.min(s.members() - s.places(), (s.places() * r.reserveBp() + 9999) / 10000);
            Refused.unless(s.reserve() == reserve, "E-RESERVE", s.at(), "");
        }
    }

    private static void strata(Bundle b) {
        Map<String, Rules.Stratum> listed = new HashMap<>();
        b.rules().strata().forEach(s -> listed.put(s.code(), s));
        Set<String> codes = new TreeSet<>(Text.BY_BYTES);
        codes.addAll(listed.keySet());
        codes.addAll(Strata.members(b).keySet());
        for (String code : codes) {
            Rules.Stratum s = listed.get(code);
            Strata.Members m = Strata.members(b).get(code);
            boolean good = s != null
                    && m != null
                    && s.item().equals(m.item())
                    && s.members() == m.lines().size();
            Refused.unless(good, "E-STRATA", "rules.json#" + code, "");
        }
    }

    /** Basis points of a stratum, −1 when the rules give none. */
    private static long ratio(Rules r, Rules.Stratum s) {
        Rules.Item item = r.items().stream()
                .filter(i -> i.code().equals(s.item()))
                .findFirst()
                .orElseThrow();
        Rules.Scheme scheme = r.schemes().stream()
                .filter(x -> x.id().equals(item.scheme()))
                .findFirst()
                .orElse(null);
        if (scheme == null || item.kind().equals("key") && item.limitBp() != 10_000) {
            return -1;
        }
        // The class is the first word after the item, for stratifyBy keeps its order; codes hold no '|'.
        boolean byClass = r.stratifyBy().contains("class");
        String wanted = byClass ? s.code().split("\\|", -1)[1] : "*";
        Long bp = null;
        for (Rules.Ratio ratio : scheme.ratios()) {
            if (ratio.creditClass().equals(wanted)
                    || bp == null && ratio.creditClass().equals("*")) {
                bp = ratio.bp();
            }
        }
        return bp == null || item.kind().equals("general") && bp > item.limitBp() ? -1 : bp;
    }

    private static Map<String, Long> places(Rules r) {
        Map<String, Long> out = new HashMap<>();
        for (Rules.Item item : r.items()) {
            List<Rules.Stratum> strata = r.strata().stream()
                    .filter(s -> s.item().equals(item.code()))
                    .toList();
            if (item.total() == 0) {
                strata.forEach(s -> out.put(s.code(), (s.members() * s.bp() + 9999) / 10_000));
            } else if (!strata.isEmpty()) {
                largestRemainder(item.total(), strata, out);
            }
            for (Rules.Stratum s : strata) {
                if (r.atLeastOne() && s.bp() > 0 && out.get(s.code()) == 0) {
                    out.put(s.code(), 1L);
                }
            }
        }
        return out;
    }

    /** Hamilton's method on exact remainders; ties by stratum code, never by luck. */
    private static void largestRemainder(long total, List<Rules.Stratum> strata, Map<String, Long> out) {
        BigInteger sum = BigInteger.ZERO;
        for (Rules.Stratum s : strata) {
            sum = sum.add(BigInteger.valueOf(s.members() * s.bp()));
        }
        Refused.unless(sum.signum() > 0, "E-QUOTA", strata.get(0).at(), "");
        record Rest(String code, BigInteger remainder) {}
        List<Rest> rests = new ArrayList<>();
        long left = total;
        for (Rules.Stratum s : strata) {
            BigInteger[] parts = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(s.members() * s.bp()))
                    .divideAndRemainder(sum);
            out.put(s.code(), parts[0].longValueExact());
            left -= parts[0].longValueExact();
            rests.add(new Rest(s.code(), parts[1]));
        }
        rests.sort(Comparator.comparing(Rest::remainder).reversed().thenComparing(Rest::code, Text.BY_BYTES));
        for (Rest rest : rests.subList(0, (int) left)) {
            out.merge(rest.code(), 1L, Long::sum);
        }
    }
}
