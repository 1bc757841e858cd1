package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Step 6: the recipe is sound, reveals match commitments, public events are genuine in form, entropy suffices, the seed recomputes. */
final class SeedStep {

    private static final String PLACE = "seed.json";
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");

    private SeedStep() {}

    static void check(Bundle b) {
        Manifest m = b.manifest();
        Recipe.check(m);
        if (b.stage().equals("FROZEN")) {
            return;
        }
        Papers.Seed s = b.seed();
        List<String> missing = new ArrayList<>();
        long decibits = sources(b, missing);
        reveals(b, missing);
        Refused.unless(s.missing().equals(missing), "E-REVEAL", PLACE, "missing");
        entered(s);
        boolean enough = decibits == s.decibits() && decibits >= m.demand();
        Refused.unless(enough, "E-ENTROPY", PLACE, "");
        List<byte[]> parts = new ArrayList<>();
        parts.add(Text.utf8("SSJ/seed/v1"));
        parts.add(Text.utf8(m.campaign().isEmpty() ? m.drawNo() : m.campaign()));
        s.sources().forEach(x -> parts.add(Text.utf8(x.name() + ":" + x.value())));
        if (!s.reveals().isEmpty()) {
            List<String> values = s.reveals().stream().map(Papers.Seen::value).toList();
            parts.add(Text.utf8("commit-reveal:" + String.join("|", values)));
        }
        String seed = Bits.hex(b.h(Hash.lengthPrefixed(parts.toArray(byte[][]::new))));
        Refused.unless(seed.equals(s.seed()), "E-SEED", PLACE, "");
        Refused.unless(seed.equals(b.result().seed()), "E-SEED", "result.json", "");
        if (!m.announced()) {
            secret(b);
        }
    }

    /** Two people stand for each value that was typed in. */
    private static void entered(Papers.Seed s) {
        List<String> hands = s.entered().stream().map(Papers.Entered::name).toList();
        List<String> present = Stream.concat(s.sources().stream(), s.reveals().stream())
                .filter(seen -> !seen.value().isEmpty() && hands.contains(seen.name()))
                .map(Papers.Seen::name)
                .toList();
        boolean two = s.entered().stream().noneMatch(x -> x.typist().equals(x.witness()));
        Refused.unless(two && hands.equals(present), "E-SOURCE", PLACE, "entered");
    }

    private static long sources(Bundle b, List<String> missing) {
        Manifest m = b.manifest();
        Papers.Seed s = b.seed();
        boolean named = s.sources().stream()
                .map(Papers.Seen::name)
                .toList()
                .equals(m.sources().stream().map(Manifest.Source::name).toList());
        Refused.unless(named, "E-SOURCE", PLACE, "");
        long decibits = 0;
        for (int i = 0; i < s.sources().size(); i++) {
            Papers.Seen seen = s.sources().get(i);
            if (seen.value().isEmpty()) {
                missing.add(seen.name());
                boolean blank = (seen.at() + seen.evidence() + seen.origin()).isEmpty();
                Refused.unless(blank, "E-SOURCE", PLACE, seen.name());
            } else {
                Manifest.Source source = m.sources().get(i);
                boolean good = fits(source, seen.value())
                        && source.eventTime().compareTo(seen.at()) <= 0
                        && seen.at().compareTo(b.result().at()) <= 0;
                Refused.unless(good, "E-SOURCE", PLACE, seen.name());
                decibits += Recipe.decibits(source);
            }
        }
        return decibits;
    }

    private static void reveals(Bundle b, List<String> missing) {
        Manifest m = b.manifest();
        List<Papers.Seen> reveals = b.seed().reveals();
        boolean named = reveals.stream()
                .map(Papers.Seen::name)
                .toList()
                .equals(m.parties().stream().map(Manifest.Party::name).toList());
        Refused.unless(named, "E-REVEAL", PLACE, "");
        for (int i = 0; i < reveals.size(); i++) {
            Papers.Seen r = reveals.get(i);
            if (r.value().isEmpty()) {
                missing.add(r.name());
                Refused.unless((r.at() + r.evidence()).isEmpty(), "E-REVEAL", PLACE, r.name());
                continue;
            }
            boolean inTime = m.frozenAt().compareTo(r.at()) <= 0 && r.at().compareTo(m.revealDeadline()) <= 0;
            Refused.unless(inTime, "E-REVEAL", PLACE, r.name());
            byte[] commitment = b.h(Hash.lengthPrefixed(
                    Text.utf8("SSJ/commit/v1"), Text.utf8(m.drawNo()), Text.utf8(r.name()), Bits.unhex(r.value())));
            Refused.unless(Bits.hex(commitment).equals(m.parties().get(i).commitment()), "E-COMMIT", PLACE, r.name());
        }
    }

    private static void secret(Bundle b) {
        Manifest m = b.manifest();
        if (b.stage().equals("SEALED")) {
            Refused.unless(b.now.compareTo(m.openAt()) <= 0, "E-SECRET-LATE", "manifest.json", "");
            return;
        }
        Papers.Secret s = b.secret();
        boolean good = Bits.hex(b.h(Bits.unhex(s.secret()))).equals(m.secret())
                && s.openedAt().compareTo(m.openAt()) >= 0;
        Refused.unless(good, "E-SECRET", "secret.json", "");
        boolean inTime = s.openedAt().compareTo(Text.later(m.openAt(), 24)) <= 0;
        Refused.unless(inTime, "E-SECRET-LATE", "secret.json", "");
    }

    private static boolean fits(Manifest.Source source, String value) {
        return switch (source.kind()) {
            case "KL8" -> balls(value, 20, 80);
            case "DLT" -> twoParts(value, 5, 35, 2, 12);
            case "SSQ" -> twoParts(value, 6, 33, 1, 16);
            case "PL5" -> value.matches("[0-9]{5}");
            case "FC3D" -> value.matches("[0-9]{3}");
            case "DICE" -> value.matches("[0-9]{" + source.detail() + "}");
            case "DRAND" -> Text.isHex(value);
            default -> Text.bytes(value) <= 200;
        };
    }

    private static boolean twoParts(String value, int count1, int top1, int count2, int top2) {
        String[] parts = value.split("\\+", -1);
        return parts.length == 2 && balls(parts[0], count1, top1) && balls(parts[1], count2, top2);
    }

    private static boolean balls(String value, int count, int top) {
        String[] balls = value.split("\\.", -1);
        int before = 0;
        for (String ball : balls) {
            if (!TWO_DIGITS.matcher(ball).matches()) {
                return false;
            }
            int n = Integer.parseInt(ball);
            if (n <= before || n > top) {
                return false;
            }
            before = n;
        }
        return balls.length == count;
    }
}
