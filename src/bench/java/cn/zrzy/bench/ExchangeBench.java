package cn.zrzy.bench;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import java.time.Duration;

/**
 * What the bureau finds, on its way to the agencies: 50 findings a second, each of a visit of its own, entered at the API of
 * a hub of its own and followed to the receipts of province, portal and enforcement; then once more with the province down;
 * and raw persistent sends on the same broker beside it. {@code bin/bench Exchange [seconds] [findings a second] [minutes to
 * wait for the last receipt]}; with {@code JAVA_OPTS="-Dhub.jar=… -Dhub.home=…"} the same for a packaged hub of another
 * version.
 */
public final class ExchangeBench {

    private static final int CLIENTS = 16;

    private final VisitSeed seed;
    private final double raw;
    private final Duration patience;

    private ExchangeBench(VisitSeed seed, double raw, Duration patience) {
        this.seed = seed;
        this.raw = raw;
        this.patience = patience;
    }

    public static void main(String[] args) throws Exception {
        Machine.quiet();
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        int rate = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        // The old hub needed more than six for the last one.
        Duration patience = Duration.ofMinutes(args.length > 2 ? Long.parseLong(args[2]) : 10);
        BlackBoxHub hub = BlackBoxHub.running();
        try (VisitSeed seed = new VisitSeed(hub)) {
            Visits first = seed.visits(seconds * rate);
            Visits second = seed.visits(seconds * rate);
            double raw = RawSends.perSecond(hub.process(), 3_000);
            System.out.printf("raw persistent sends on the same broker: %,.0f a second, one sender%n", raw);
            ExchangeBench bench = new ExchangeBench(seed, raw, patience);
            bench.report("all partners up", "", first, new Office(hub, CLIENTS).enter(first, rate));
            hub.city().mood("province", "down");
            bench.report("province down", "province", second, new Office(hub, CLIENTS).enter(second, rate));
        }
        System.out.println(Machine.line());
        System.exit(0);
    }

    /** @param away partner whose dispatches are not counted; empty for none */
    private void report(String words, String away, Visits visits, Office.Taken taken) throws Exception {
        if (taken.taken() == 0) {
            throw new IllegalStateException("not one finding was taken: nothing was measured");
        }
        Receipts atEnd = seed.receipts(visits, away);
        boolean all = seed.awaitReceipts(visits, away, patience);
        Receipts last = seed.receipts(visits, away);
        System.out.println(words);
        System.out.printf(
                "  findings: %,d taken, %,d refused, %.1f a second; answer p50 %.0f ms, p95 %.0f ms%n",
                taken.taken(), taken.refused(), taken.perSecond(), taken.p50(), taken.p95());
        System.out.printf(
                "  dispatches owed to partners that are up: %,d, %.2f a finding; %,d confirmed when the last finding was"
                        + " taken, after %.0f s%n",
                last.owed(), last.owed() / (double) Math.max(1, taken.taken()), atEnd.confirmed(), taken.seconds());
        System.out.printf(
                "  %s, the last after %.0f s; %.1f deliveries a second, one to %.0f raw sends; owed to receipt p50 %.1f s,"
                        + " p95 %.1f s%n",
                all ? "all confirmed" : "given up with %,d open".formatted(last.owed() - last.confirmed()),
                last.seconds(),
                last.perSecond(),
                raw / Math.max(0.01, last.perSecond()),
                last.p50(),
                last.p95());
    }
}
