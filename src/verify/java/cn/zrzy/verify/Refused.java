package cn.zrzy.verify;

/** What a step found wrong: a stable error name, the place in the bundle, and the details for a specialist. */
final class Refused extends RuntimeException {

    final transient String code;
    final transient String place;
    final transient String why;

    Refused(String code, String place, String why) {
        super(code + " " + place + (why.isEmpty() ? "" : ": " + why), null, false, false);
        this.code = code;
        this.place = place;
        this.why = why;
    }

    static void unless(boolean holds, String code, String place, String why) {
        if (!holds) {
            throw new Refused(code, place, why);
        }
    }
}
