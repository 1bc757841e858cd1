package cn.zrzy.hub.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** A statistic held against its bounds, and printed beside them: docs/draw/verify.md lists what was seen. */
final class Seen {

    private Seen() {}

    static void between(String name, double seen, double low, double high) {
        say(name, seen, "%.6g..%.6g".formatted(low, high));
        assertThat(seen).as(name).isBetween(low, high);
    }

    static void below(String name, double seen, double bound) {
        say(name, seen, "< %.6g".formatted(bound));
        assertThat(seen).as(name).isLessThan(bound);
    }

    /** A negative control: a bad method must leave the bounds of the test that is named. */
    static void outside(String name, double seen, double low, double high) {
        say(name, seen, "outside %.6g..%.6g".formatted(low, high));
        assertThat(seen < low || seen > high).as(name + ": " + seen).isTrue();
    }

    private static void say(String name, double seen, String bounds) {
        System.out.printf(Locale.ROOT, "seen %-58s %12.6g   %s%n", name, seen, bounds);
    }
}
