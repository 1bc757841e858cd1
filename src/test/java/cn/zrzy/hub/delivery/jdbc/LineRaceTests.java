package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.LeaseLost;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several hubs, a business that goes on and people who press buttons, all in one line: nobody is forgotten, nobody overtakes. */
class LineRaceTests {

    private static final int PLANS = 3;
    private static final int FINDINGS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final LedgerFixture hub = new LedgerFixture();
    private final AtomicBoolean allOwed = new AtomicBoolean();
    private final long giveUp = System.nanoTime() + PATIENCE.toNanos();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void nobody_is_forgotten_and_nobody_overtakes() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(5);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            work.add(this::business);
            work.add(this::operator);
            for (int worker = 0; worker < 3; worker++) {
                long seed = worker;
                work.add(() -> worker(new Random(seed)));
            }
            for (Future<Void> ended : people.invokeAll(work)) {
                ended.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(open()).as("everything was settled in the end").isZero();
        assertThat(hub.desk.breaches()).isEmpty();
    }

    /** One fact after the other, as law and business order them; corrections while their first version is on its way. */
    private Void business() {
        for (int plan = 0; plan < PLANS; plan++) {
            hub.owe("publish-plan-to-province", "P" + plan + "@1", "P" + plan);
            hub.owe("publish-draw-to-province", "D" + plan, "P" + plan);
        }
        for (int finding = 0; finding < FINDINGS; finding++) {
            for (int plan = 0; plan < PLANS; plan++) {
                String key = "P" + plan + "-F" + finding;
                hub.owe("publish-results-to-province", key + "@1", "P" + plan);
                hub.owe("refer-case-to-enforcement", key + "@1", "P" + plan);
                hub.owe("publish-results-to-province", key + "@2", "P" + plan);
            }
        }
        allOwed.set(true);
        return null;
    }

    private Void worker(Random dice) {
        while (!done()) {
            for (LeasedDispatch leased : hub.due.claim(1 + dice.nextInt(5))) {
                try {
                    handle(leased, dice.nextInt(10));
                } catch (LeaseLost lost) {
                    // Another one took it over: that is what leases are for.
                }
            }
            hub.due.expireLeases();
        }
        return null;
    }

    private void handle(LeasedDispatch leased, int luck) {
        String id = leased.dispatch();
        long lease = leased.leaseNo();
        if (leased.queue().startsWith("ask-")) {
            hub.ledger.ask(id, lease);
            boolean there = luck < 5;
            Receipt answer =
                    there ? hub.receipt(leased, Receipt.ACCEPTED) : Receipt.absent(leased.idempotencyKey(), "{}");
            hub.ledger.settle(id, lease, answer);
            return;
        }
        hub.beginAndKeep(leased);
        switch (luck) {
            case 0 -> hub.ledger.park(id, lease, new Rejected("E-1042", "不合规范"));
            case 1 -> hub.ledger.doubt(id, lease, new AnswerLost("断了"));
            case 2 -> hub.ledger.postpone(id, lease, new TryLater("忙"));
            case 3 -> {
                hub.ledger.sent(id, lease, "已入队");
                hub.told(leased, Receipt.ACCEPTED);
            }
            default -> hub.ledger.confirm(id, lease, hub.receipt(leased, Receipt.ACCEPTED));
        }
    }

    /** Lets time pass, sends again what was refused, and closes what may not be sent any more. */
    private Void operator() {
        while (!done()) {
            hub.jdbc
                    .sql("update delivery.dispatch set next_at = clock_timestamp() where no in (select no from"
                            + " delivery.dispatch where next_at > clock_timestamp() for update skip locked)")
                    .update();
            List<String> parked = hub.jdbc
                    .sql("select id from delivery.dispatch where state = 'PARKED' order by no limit 5")
                    .query(String.class)
                    .list();
            for (String id : parked) {
                try {
                    hub.acts.dueNow(id, "王强", "再报");
                } catch (Rejected refused) {
                    assertThat(refused.code()).isIn("E-DISPATCH-NEWER", "E-DISPATCH-STATE");
                    if (refused.code().equals("E-DISPATCH-NEWER")) {
                        hub.acts.close(id, "王强", "已由新版取代", "豫〔2026〕" + id + "号");
                    }
                }
            }
        }
        return null;
    }

    private boolean done() {
        return System.nanoTime() > giveUp || (allOwed.get() && open() == 0);
    }

    private long open() {
        return hub.jdbc
                .sql("select count(*) from delivery.dispatch where state <> 'CONFIRMED'")
                .query(Long.class)
                .single();
    }
}
