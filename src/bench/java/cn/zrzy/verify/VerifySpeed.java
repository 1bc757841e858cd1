package cn.zrzy.verify;

/** Lets the bench, which lives in another package, run the public's Java verifier within its own JVM. */
public final class VerifySpeed {

    private VerifySpeed() {}

    /** @throws IllegalStateException when a step is red: a fast wrong answer is no measurement */
    public static void passes(byte[] bundle) {
        Report report = Verification.run(bundle, "", "2026-12-01T00:00:00+08:00", "zh", false);
        if (report.exit() != 0) {
            throw new IllegalStateException(report.readable("zh"));
        }
    }
}
