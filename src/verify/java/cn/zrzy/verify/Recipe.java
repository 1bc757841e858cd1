package cn.zrzy.verify;

import java.util.HashSet;
import java.util.Set;

/**
 * Step 6, first part: the recipe of the seed as it was promised. Judged for a frozen bundle already, while a witness can
 * still object.
 */
final class Recipe {

    private static final String PLACE = "manifest.json";
    private static final Set<String> LOTTERIES = Set.of("KL8", "DLT", "SSQ", "PL5", "FC3D");

    private Recipe() {}

    static void check(Manifest m) {
        Refused.unless(m.parties().size() >= 3, "E-RECIPE", PLACE, "parties");
        Set<String> events = new HashSet<>();
        long possible = 0;
        for (Manifest.Source s : m.sources()) {
            boolean fresh = events.add(s.kind() + " " + s.detail());
            if (LOTTERIES.contains(s.kind())) { // one issue a day at most
                fresh &= events.add(s.kind() + "@" + s.eventTime().substring(0, 10));
            }
            Refused.unless(fresh && decibits(s) >= 0, "E-RECIPE", PLACE, s.name());
            possible += decibits(s);
        }
        boolean asked = m.sources().stream().anyMatch(s -> s.kind().equals("PLATFORM"));
        Refused.unless(asked || !m.mode().equals("S"), "E-RECIPE", PLACE, "PLATFORM");
        boolean enough = m.demand() >= (m.annual() ? 1280 : 640) && possible >= m.demand();
        Refused.unless(enough, "E-ENTROPY", PLACE, "");
    }

    /** Tenths of a bit that the source brings, −1 when its detail is not one of its kind. */
    static long decibits(Manifest.Source source) {
        return switch (source.kind()) {
            case "KL8" -> 616;
            case "DLT" -> 244;
            case "SSQ" -> 241;
            case "PL5" -> 166;
            case "FC3D" -> 99;
            case "DICE" ->
                source.detail().matches("[1-9]|[1-3][0-9]|40") ? Integer.parseInt(source.detail()) * 33219L / 1000 : -1;
            case "DRAND" -> source.detail().matches("[0-9a-f]{64}:[1-9][0-9]{0,14}") ? 1280 : -1;
            default -> 0;
        };
    }
}
