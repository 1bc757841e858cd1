package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.dispatch.Dispatch;
import cn.zrzy.hub.kernel.Breach;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two transactions of one line at once: the second sees what the first has done, so that nobody waits for somebody gone. */
class LineLockTests {

    private static final String DRAW = "publish-draw-to-province";
    private static final String RESULTS = "publish-results-to-province";
    private static final String LEAD = "refer-case-to-enforcement";

    private final LedgerFixture hub = new LedgerFixture();
    private final CountDownLatch moved = new CountDownLatch(1);
    private final CountDownLatch commit = new CountDownLatch(1);

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void who_waited_for_two_that_end_at_once_waits_for_neither() throws Exception {
        LeasedDispatch first = begun(DRAW, "D1");
        LeasedDispatch second = begun(DRAW, "D2");
        hub.owe(RESULTS, "F1@1", "P1");
        hub.lines.place();
        CompletableFuture<Void> one = whileOpen(first, row -> row.confirm(first.leaseNo(), accepted(first)));
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> hub.ledger.confirm(second.dispatch(), second.leaseNo(), accepted(second)));
        waitsOrIsDone(other);
        commit.countDown();
        one.get(30, TimeUnit.SECONDS);
        other.get(30, TimeUnit.SECONDS);
        assertThat(OldOrder.differences(hub.jdbc)).isEmpty();
        assertThat(hub.claimOne().businessKey()).isEqualTo("F1@1");
    }

    @Test
    void who_is_placed_while_its_blocker_ends_does_not_wait_for_it() throws Exception {
        LeasedDispatch draw = begun(DRAW, "D1");
        hub.owe(RESULTS, "F1@1", "P1");
        CompletableFuture<Void> one = whileOpen(draw, row -> row.confirm(draw.leaseNo(), accepted(draw)));
        hub.lines.place();
        commit.countDown();
        one.get(30, TimeUnit.SECONDS);
        hub.lines.place();
        assertThat(OldOrder.differences(hub.jdbc)).isEmpty();
        assertThat(hub.claimOne().businessKey()).isEqualTo("F1@1");
    }

    @Test
    void who_is_placed_while_an_older_one_comes_back_waits_for_it() throws Exception {
        LeasedDispatch lead = begun(LEAD, "F1@1");
        hub.ledger.sent(lead.dispatch(), lead.leaseNo(), "已入队");
        hub.owe("publish-plan-to-province", "F1@1", "P1");
        hub.jdbc
                .sql("update delivery.dispatch set partner = 'enforcement' where route = 'publish-plan-to-province'")
                .update();
        CompletableFuture<Void> one = whileOpen(lead, row -> row.relayed().overdue());
        hub.lines.place();
        commit.countDown();
        one.get(30, TimeUnit.SECONDS);
        hub.lines.place();
        assertThat(OldOrder.differences(hub.jdbc)).isEmpty();
        assertThat(hub.due.claim(10)).isEmpty();
    }

    @Test
    void who_is_forgotten_all_the_same_is_found_told_and_put_right() {
        begun(DRAW, "D1");
        hub.owe(RESULTS, "F1@1", "P1");
        hub.owe(RESULTS, "F2@1", "P2");
        hub.lines.place();
        hub.jdbc
                .sql("update delivery.dispatch set waits_for = case when subject = 'F2' then 1 end where stage = 4")
                .update();
        LedgerCheck check = new LedgerCheck(hub.jdbc, hub.lines);
        assertThat(hub.transaction.execute(status -> check.check(Set.of())).breaches())
                .extracting(Breach::invariant)
                .contains("I5");
        assertThat(OldOrder.differences(hub.jdbc)).isEmpty();
        assertThat(hub.transaction
                        .execute(status -> check.check(Set.of("D000000002", "D000000003")))
                        .breaches())
                .isEmpty();
    }

    private LeasedDispatch begun(String route, String key) {
        hub.owe(route, key, "P1");
        LeasedDispatch leased = hub.claimOne();
        hub.beginAndKeep(leased);
        return leased;
    }

    private Receipt accepted(LeasedDispatch leased) {
        return hub.receipt(leased, Receipt.ACCEPTED);
    }

    /** Moves it and keeps the transaction open until {@link #commit}. */
    private CompletableFuture<Void> whileOpen(LeasedDispatch leased, Consumer<Dispatch> move) throws Exception {
        CompletableFuture<Void> running =
                CompletableFuture.runAsync(() -> hub.transaction.executeWithoutResult(status -> {
                    Dispatch row = hub.dispatches.lockInLine(leased.dispatch()).orElseThrow();
                    move.accept(row);
                    hub.dispatches.save(row);
                    moved.countDown();
                    await(commit);
                }));
        await(moved);
        return running;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitsOrIsDone(CompletableFuture<Void> other) throws InterruptedException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!other.isDone() && !somebodyWaits() && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean somebodyWaits() {
        return hub.jdbc
                .sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }
}
