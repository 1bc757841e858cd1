package cn.zrzy.hub.intake.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.intake.BadRow;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.ShiftLost;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** What a worker whose run has passed on still brings in is neither registered nor quarantined. */
class IntakeFenceTests {

    private static final String FEED = "landuse.parcels";
    private static final Shift SLEEPER = new Shift("r2", 1);
    private static final Shift TAKER = new Shift("r2", 2);

    private final TestDatabase database = TestDatabase.fresh();
    private final ShiftTable shifts = new ShiftTable(database.jdbc(), database.transaction());
    private final JdbcQuarantine quarantine =
            new JdbcQuarantine(database.jdbc(), new JdbcTemplate(database.dataSource()), shifts, Clock.systemUTC());

    @BeforeEach
    void takenOver() {
        quarantine.put(new Shift("r1", 1), FEED, "登记科", List.of(bad(1, "a"), bad(2, "b")));
        quarantine.put(SLEEPER, FEED, "登记科", List.of(bad(1, "a")));
        quarantine.reopen(TAKER);
        quarantine.put(TAKER, FEED, "登记科", List.of(bad(1, "a")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepingABodyIsRefused(@TempDir Path data) {
        JdbcIntakeStore store = new JdbcIntakeStore(
                database.jdbc(), shifts, Clock.systemUTC(), data, DataSize.ofBytes(1000), DataSize.ofBytes(2000));
        refused(() -> store.keep(SLEEPER, "landuse/parcels", new ByteArrayInputStream(new byte[] {1})));
        assertThat(store.of("r2")).isEmpty();
        store.keep(TAKER, "landuse/parcels", new ByteArrayInputStream(new byte[] {1}));
        assertThat(store.of("r2")).hasSize(1);
    }

    @Test
    void reopeningIsRefused() {
        refused(() -> quarantine.reopen(SLEEPER));
        assertThat(quarantine.count("r2")).isEqualTo(1);
    }

    @Test
    void puttingRowsAsideIsRefused() {
        refused(() -> quarantine.put(SLEEPER, FEED, "登记科", List.of(bad(7, "c"))));
        assertThat(quarantine.count("r2")).isEqualTo(1);
        assertThat(quarantine.page(FEED, null, null, 0, 10)).hasSize(2);
    }

    @Test
    void settlingIsRefused() {
        refused(() -> quarantine.settle(SLEEPER, FEED));
        assertThat(quarantine.page(FEED, null, QuarantinedRow.State.GONE, 0, 10))
                .isEmpty();
        quarantine.settle(TAKER, FEED);
        assertThat(quarantine.page(FEED, null, QuarantinedRow.State.GONE, 0, 10))
                .hasSize(1);
    }

    /** Two nights of one feed caught up at once touch the same rows, in opposite order. */
    @Test
    void twoNightsOfOneFeedNeverLockEachOtherOut() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        List<BadRow> forwards =
                IntStream.range(0, 400).mapToObj(i -> bad(i, "k" + i)).toList();
        List<BadRow> backwards =
                IntStream.range(0, 400).mapToObj(i -> bad(i, "k" + (399 - i))).toList();
        Future<?> one = two.submit(() -> night(together, new Shift("r3", 1), forwards));
        Future<?> other = two.submit(() -> night(together, new Shift("r4", 1), backwards));
        one.get();
        other.get();
        two.shutdown();
        assertThat(quarantine.count("r3")).isEqualTo(400);
        assertThat(quarantine.count("r4")).isEqualTo(400);
    }

    private Void night(CyclicBarrier together, Shift shift, List<BadRow> rows) throws Exception {
        together.await();
        for (int i = 0; i < 5; i++) {
            quarantine.put(shift, FEED, "登记科", rows);
            quarantine.settle(shift, FEED);
        }
        return null;
    }

    private static void refused(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(ShiftLost.class).hasMessageContaining("第 1 班");
    }

    private static BadRow bad(long line, String key) {
        return new BadRow(new Place("第1页", line, 0, "字段"), "E-USCC", "有误", "", new byte[] {1}, key);
    }
}
