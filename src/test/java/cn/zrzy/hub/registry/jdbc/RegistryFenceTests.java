package cn.zrzy.hub.registry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.ShiftLost;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.SyncRun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two workers of one run: whatever the earlier one still writes after the later one has begun is refused. */
class RegistryFenceTests {

    private static final String FEED = "landuse.parcels";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Shift SLEEPER = new Shift("r1", 1);
    private static final Shift TAKER = new Shift("r1", 2);

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final RegistryBook book = book();

    private RegistryBook book() {
        return Books.of(database, Clock.systemUTC(), event -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void openingIsRefused() {
        takenOver();
        refused(() -> book.open(SLEEPER, FEED, MONDAY));
        assertThat(staged()).as("what the taker staged").isEqualTo(2);
    }

    @Test
    void stagingSubjectsIsRefused() {
        takenOver();
        refused(() -> book.stageSubjects(SLEEPER, parcels(3, 4)));
        assertThat(staged()).isEqualTo(2);
    }

    @Test
    void stagingInspectorsIsRefused() {
        takenOver();
        refused(() -> book.stageInspectors(SLEEPER, List.of(person())));
        assertThat(count("registry.staged_inspector")).isZero();
    }

    @Test
    void sparingIsRefused() {
        takenOver();
        refused(() -> book.spare(SLEEPER, List.of("PARCEL/DK:1")));
        assertThat(count("registry.spared")).isZero();
    }

    @Test
    void countingTheUnidentifiedIsRefused() {
        takenOver();
        refused(() -> book.unidentified(SLEEPER, 1));
    }

    @Test
    void closingIsRefused() {
        takenOver();
        refused(() -> book.close(SLEEPER, 2, 2, 0));
        refused(() -> book.close(SLEEPER, 0, 0, 0));
        assertThat(book.run("r1").orElseThrow().received()).isZero();
    }

    @Test
    void comparingIsRefused() {
        takenOver();
        book.close(TAKER, 2, 2, 0);
        refused(() -> book.compare(SLEEPER));
        assertThat(state()).isEqualTo(SyncRun.State.STAGING);
    }

    @Test
    void applyingIsRefused() {
        takenOver();
        book.close(TAKER, 2, 2, 0);
        book.compare(TAKER);
        refused(() -> book.apply(SLEEPER));
        assertThat(state()).isEqualTo(SyncRun.State.COMPARED);
        assertThat(book.apply(TAKER).message()).contains("新增 2 +");
    }

    @Test
    void aFinishedRunTellsTheNextShiftHowItEnded() {
        book.open(SLEEPER, FEED, MONDAY);
        book.stageSubjects(SLEEPER, parcels(1, 2));
        book.close(SLEEPER, 2, 2, 0);
        book.compare(SLEEPER);
        Outcome outcome = book.apply(SLEEPER); // and here the process died
        assertThat(book.open(TAKER, FEED, MONDAY)).isFalse();
        assertThat(book.compare(TAKER).state()).isEqualTo(SyncRun.State.APPLIED);
        assertThat(book.apply(TAKER)).isEqualTo(outcome);
        refused(() -> book.apply(SLEEPER));
    }

    @Test
    void aListWithGapsIsNeverCompared() {
        book.open(TAKER, FEED, MONDAY);
        book.stageSubjects(TAKER, parcels(1, 100));
        book.close(TAKER, 100, 100, 0);
        jdbc.sql("delete from registry.staged_subject where row_no > 90").update();
        assertThatThrownBy(() -> book.compare(TAKER))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("暂存 90 行");
        assertThat(state()).isEqualTo(SyncRun.State.STAGING);
    }

    @Test
    void anEarlierNightReadAtTheSameHourKeepsItsRowsUntilTheLaterOneIsReady() {
        Shift later = new Shift("r2", 1);
        book.open(SLEEPER, FEED, MONDAY);
        book.stageSubjects(SLEEPER, parcels(1, 50));
        book.open(later, FEED, MONDAY.plusDays(1));
        book.stageSubjects(SLEEPER, parcels(51, 100));
        book.close(SLEEPER, 100, 100, 0);
        book.compare(SLEEPER);
        assertThat(book.apply(SLEEPER).message()).contains("新增 100 +");
    }

    /** A process that is stopped between two statements keeps its locks; the database takes them away. */
    @Test
    void whoFallsAsleepHoldingTheRunIsThrownOut() throws Exception {
        book.open(SLEEPER, FEED, MONDAY);
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> sleeper = other.submit(() -> database.transaction().execute(tx -> {
            book.stageSubjects(SLEEPER, parcels(1, 10));
            asleep.countDown();
            await(wakes);
            return book.stageSubjects(SLEEPER, parcels(11, 20));
        }));
        await(asleep);
        assertThat(book.open(TAKER, FEED, MONDAY)).isTrue();
        wakes.countDown();
        assertThatThrownBy(sleeper::get).isInstanceOf(ExecutionException.class);
        assertThat(staged()).isZero();
        other.shutdown();
    }

    /** Whoever waited for a batch sees it as it is now, and with it who asked meanwhile. */
    @Test
    void whoWaitedForTheBatchSeesWhoAskedMeanwhile() throws Exception {
        night("r1", 100);
        assertThat(night("r2", 10).state()).isEqualTo(Outcome.State.HELD);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch commits = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<?> asker = two.submit(() -> database.transaction().execute(tx -> {
            book.request("r2", "李敏", "属实");
            asked.countDown();
            await(commits);
            return null;
        }));
        await(asked);
        Future<Outcome> approver = two.submit(() -> book.approve("r2", "王芳", "属实"));
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                .query(Long.class)
                                .single()
                        > 0);
        commits.countDown();
        asker.get();
        assertThat(approver.get().state()).isEqualTo(Outcome.State.DONE);
        assertThat(jdbc.sql("select requested_by || ' ' || decided_by from registry.held_change where run_id = 'r2'")
                        .query(String.class)
                        .single())
                .isEqualTo("李敏 王芳");
        two.shutdown();
    }

    private Outcome night(String run, int rows) {
        Shift shift = new Shift(run, 1);
        book.open(shift, FEED, MONDAY.plusDays(run.equals("r1") ? 0 : 1));
        book.stageSubjects(shift, parcels(1, rows));
        book.close(shift, rows, rows, 0);
        book.compare(shift);
        return book.apply(shift);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both stage the same keys, in opposite order, which locks rows crosswise where nothing else comes first. */
    @Test
    void twoWorkersOfOneRunNeverLockEachOtherOut() throws Exception {
        book.open(SLEEPER, FEED, MONDAY);
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        List<StagedSubject> backwards = new ArrayList<>(parcels(1, 1000));
        java.util.Collections.reverse(backwards);
        Future<Integer> sleeper = two.submit(() -> {
            together.await();
            return stageAll(SLEEPER, parcels(1, 1000));
        });
        Future<Integer> taker = two.submit(() -> {
            together.await();
            book.open(TAKER, FEED, MONDAY);
            return stageAll(TAKER, backwards);
        });
        assertThat(taker.get()).as("portions of the taker that went in").isEqualTo(20);
        assertThat(sleeper.get())
                .as("portions of the sleeper before it was refused")
                .isLessThanOrEqualTo(20);
        two.shutdown();
        book.close(TAKER, 1000, 1000, 0);
        book.compare(TAKER);
        assertThat(book.apply(TAKER).message()).contains("新增 1000 +");
        assertThat(jdbc.sql("select * from registry.i1_conservation").query().listOfRows())
                .isEmpty();
    }

    /** @return portions staged until it was refused; any other error is one */
    private int stageAll(Shift shift, List<StagedSubject> rows) {
        for (int portion = 0; portion < 20; portion++) {
            try {
                book.stageSubjects(shift, rows.subList(portion * 50, portion * 50 + 50));
            } catch (ShiftLost lost) {
                return portion;
            }
        }
        return 20;
    }

    private void takenOver() {
        book.open(SLEEPER, FEED, MONDAY);
        book.stageSubjects(SLEEPER, parcels(1, 1));
        book.open(TAKER, FEED, MONDAY);
        book.stageSubjects(TAKER, parcels(1, 2));
    }

    private static void refused(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(ShiftLost.class).hasMessageContaining("第 1 班");
    }

    private SyncRun.State state() {
        return book.run("r1").orElseThrow().state();
    }

    private long staged() {
        return count("registry.staged_subject");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<StagedSubject> parcels(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(RegistryFenceTests::parcel)
                .toList();
    }

    private static StagedSubject parcel(int i) {
        return new StagedSubject(
                i,
                "DK:" + i,
                SubjectKind.PARCEL,
                "宗地" + i,
                "许昌某公司",
                "91411002MA9KRX025C",
                "411002",
                List.of(),
                "B",
                "在用",
                "",
                null,
                Map.of());
    }

    private static StagedInspector person() {
        return new StagedInspector(
                1,
                "XC000001",
                "张三",
                "许昌市自然资源和规划局",
                "411000",
                "执法科",
                "执法岗",
                "16110001",
                MONDAY,
                List.of(),
                List.of(),
                List.of(),
                false,
                "在岗",
                "digest",
                "411002**********66");
    }
}
