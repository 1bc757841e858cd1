package cn.zrzy.hub.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.RunStopped;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The duty ledger on a real PostgreSQL. */
class NightTests {

    private final List<Object> published = new ArrayList<>();

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
    private static final Set<String> NONE = Set.of();

    private final TestDatabase database = TestDatabase.fresh();
    private final Runs runs = runs();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aJobIsDueOnceANight() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        assertThat(night.due("first", DATE, "clock")).isTrue();
        assertThat(night.due("first", DATE, "operator")).isFalse();
        assertThat(night.runs(DATE)).hasSize(1).allMatch(run -> run.label().equals("第一件"));
        refused("E-DUTY-JOB", () -> night.due("unknown", DATE, "clock"));
    }

    @Test
    void aSuccessorWaitsForItsPredecessorAndEachRunIsTakenOnce() throws Exception {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        night.startNight(DATE, "李敏");
        ExecutorService eight = Executors.newFixedThreadPool(8);
        List<Future<Optional<DutyLedger.Claim>>> claims = eight.invokeAll(IntStream.range(0, 8)
                .<Callable<Optional<DutyLedger.Claim>>>mapToObj(n -> () -> night.claim(NONE))
                .toList());
        eight.shutdown();
        long taken = 0;
        DutyLedger.Claim claim = null;
        for (Future<Optional<DutyLedger.Claim>> future : claims) {
            if (future.get().isPresent()) {
                claim = future.get().get();
                taken++;
            }
        }
        assertThat(taken).as("only the first may run").isEqualTo(1);
        assertThat(claim.job()).isEqualTo("first");
        night.done(claim.shift(), Outcome.partial("隔离 3 行"));
        assertThat(night.claim(NONE)).map(DutyLedger.Claim::job).contains("second");
        assertThat(night.run("20261123-first")).get().extracting(DutyRun::state).isEqualTo(DutyRun.State.PARTIAL);
    }

    @Test
    void aZombieIsRefusedByItsFence() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        Shift sleeper = sleeper(night);
        Shift taker = night.claim(NONE).orElseThrow().shift();
        assertThat(taker.fence()).isGreaterThan(sleeper.fence());
        assertThat(night.beat(sleeper)).isFalse();
        assertThat(night.done(sleeper, Outcome.done("zombie"))).isFalse();
        night.fail(sleeper, new Rejected("E-FEED-COUNT", "传输不完整，名录保持不变"));
        night.postpone(sleeper, new TryLater("zombie"));
        assertThat(night.run(taker.runId())).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(DutyRun.State.RUNNING);
            assertThat(run.message()).isEmpty();
        });
        assertThat(night.beat(taker)).isTrue();
        assertThat(night.done(taker, Outcome.done("ok"))).isTrue();
        night.fail(sleeper, new Rejected("E-FEED-COUNT", "传输不完整，名录保持不变"));
        assertThat(night.run(taker.runId())).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(DutyRun.State.DONE);
            assertThat(run.message()).isEqualTo("ok");
        });
    }

    @Test
    void aRunInHandIsNotTakenAgainThoughItsLeaseRanOut() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        Shift sleeper = sleeper(night);
        assertThat(night.claim(Set.of(sleeper.runId()))).isEmpty();
        assertThat(night.beat(sleeper)).as("nobody took it, so it goes on").isTrue();
        assertThat(night.claim(NONE)).isEmpty();
    }

    /** A pause keeps back what has not begun; what was under way when its hub died is ended by another one all the same. */
    @Test
    void aPausedRunWhoseHubDiedIsTakenOverButNoneIsBegun() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        Shift sleeper = sleeper(night);
        database.jdbc()
                .sql("insert into duty.pause (route, until, paused_by, reason)"
                        + " values ('first', now() + interval '1 hour', 'lead', '试验')")
                .update();
        assertThat(night.claim(NONE).map(DutyLedger.Claim::shift))
                .hasValueSatisfying(taker -> assertThat(taker.runId()).isEqualTo(sleeper.runId()));
        night.due("first", DATE.minusDays(1), "clock");
        assertThat(night.claim(NONE)).isEmpty();
    }

    @Test
    void whatStopsIsToldToTheOtherBooksOnceAndByItsOwnShiftOnly() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        Shift sleeper = sleeper(night);
        Shift taker = night.claim(NONE).orElseThrow().shift();
        night.fail(sleeper, new Rejected("E-FEED-COUNT", "传输不完整"));
        assertThat(published).isEmpty();
        night.fail(taker, new Rejected("E-FEED-COUNT", "传输不完整"));
        assertThat(published).containsExactly(new RunStopped(taker, "传输不完整"));
    }

    @Test
    void aRefusalInsideADoneNightKeepsItsCode() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        night.due("first", DATE, "clock");
        night.done(night.claim(NONE).orElseThrow().shift(), Outcome.refused("E-DRAW-STAMP-LATE", "方案 S 未成"));
        assertThat(night.stopped()).extracting(DutyRun::code).containsExactly("E-DRAW-STAMP-LATE");
    }

    /** The first worker of the run, whose lease ran out. */
    private Shift sleeper(DutyLedger night) {
        night.due("first", DATE, "clock");
        Shift shift = night.claim(NONE).orElseThrow().shift();
        database.jdbc()
                .sql("update duty.run set lease_until = now() - interval '1 second'")
                .update();
        return shift;
    }

    @Test
    void aPassingFailureIsTriedAgainAndThenGivenToAPerson() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        night.due("first", DATE, "clock");
        for (int attempt = 1; attempt <= 3; attempt++) {
            DutyLedger.Claim claim = night.claim(NONE).orElseThrow();
            assertThat(claim.attempt()).isEqualTo(attempt);
            night.postpone(claim.shift(), new java.net.ConnectException("Connection refused"));
            database.jdbc().sql("update duty.run set next_at = now()").update();
        }
        DutyRun run = night.run("20261123-first").orElseThrow();
        assertThat(run.state()).isEqualTo(DutyRun.State.FAILED);
        assertThat(run.code()).isEqualTo("E-DUTY-GAVE-UP");
        assertThat(run.message()).contains("连接不上对方").doesNotContain("refused");
        assertThat(night.catchUp(run.runId(), "李敏", "对方已恢复").state()).isEqualTo(DutyRun.State.DUE);
        refused("E-DUTY-REASON", () -> night.catchUp(run.runId(), "李敏", " "));
        refused("E-DUTY-STATE", () -> night.catchUp(run.runId(), "李敏", "已经重新登记，再补一次"));
        refused("E-DUTY-STATE", () -> night.catchUp("20261123-nothing", "李敏", "没有这次运行"));
    }

    @Test
    void whateverWrappedAFailureTheRunSaysWhatWentWrong() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        night.due("first", DATE, "clock");
        Shift shift = night.claim(NONE).orElseThrow().shift();
        String runId = shift.runId();
        night.postpone(shift, wrapped(new IllegalStateException("方案已被另一进程冻结")));
        assertThat(night.run(runId)).get().extracting(DutyRun::message).isEqualTo("方案已被另一进程冻结");
        database.jdbc().sql("update duty.run set next_at = now()").update();
        Shift next = night.claim(NONE).orElseThrow().shift();
        night.postpone(next, wrapped(new Rejected("E-TASK-REPORTED", "任务已录入检查结果")));
        assertThat(night.run(runId)).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(DutyRun.State.FAILED);
            assertThat(run.code()).isEqualTo("E-TASK-REPORTED");
            assertThat(run.message()).contains("任务已录入检查结果").doesNotContain("exchange");
        });
    }

    /** As a fact's route that fails inside a job wraps it, twice when the job's own route is called by template too. */
    private static Exception wrapped(RuntimeException cause) {
        String camels = "Exception occurred during execution on the exchange";
        return new RuntimeException(camels, new RuntimeException(camels, cause));
    }

    @Test
    void aRunThatWaitsForPeopleIsNeverGivenUp() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        night.due("first", DATE, "clock");
        for (int attempt = 1; attempt <= 5; attempt++) {
            night.postpone(night.claim(NONE).orElseThrow().shift(), new TryLater("等待公开随机数"));
            database.jdbc().sql("update duty.run set next_at = now()").update();
        }
        assertThat(night.run("20261123-first")).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(DutyRun.State.WAITING);
            assertThat(run.code()).isEqualTo("E-DUTY-LATER");
        });
    }

    @Test
    void aRunIsDueAtItsMomentOnceHoweverManyHubsLook() {
        assertThat(night("2026-11-23T22:29:59+08:00").noticeDue()).isEmpty();
        List<DutyRun> due = night("2026-11-23T22:30:00+08:00").noticeDue();
        assertThat(due)
                .singleElement()
                .satisfies(run -> assertThat(List.of(run.runId(), run.state(), run.origin()))
                        .containsExactly("20261123-first", DutyRun.State.DUE, "clock"));
        assertThat(night("2026-11-23T22:30:00+08:00").noticeDue())
                .as("another hub")
                .isEmpty();
        assertThat(night("2026-11-23T22:30:10+08:00").noticeDue()).isEmpty();
        assertThat(night("2026-11-23T23:00:04+08:00").noticeDue())
                .extracting(DutyRun::runId)
                .containsExactly("20261123-second");
    }

    @Test
    void aMissedRunIsNoticedAndARecentOneCaughtUp() {
        assertThat(night("2026-11-22T12:00:00+08:00").noticeDue()).isEmpty();
        List<DutyRun> late = night("2026-11-24T01:00:00+08:00").noticeDue();
        assertThat(late).extracting(DutyRun::runId).containsExactly("20261123-first", "20261123-second");
        assertThat(late)
                .allMatch(
                        run -> run.state() == DutyRun.State.DUE && run.origin().equals("late"));
        List<DutyRun> old = night("2026-11-25T11:00:00+08:00").noticeDue();
        assertThat(old).allMatch(run -> run.state() == DutyRun.State.MISSED);
        assertThat(night("2026-11-25T11:00:00+08:00").noticeDue()).isEmpty();
    }

    @Test
    void aNightThatHasNotComeOrIsLongPastCannotBeStarted() {
        DutyLedger night = night("2026-11-23T09:00:00+08:00");
        assertRefused(night, "2099-12-31", "E-DUTY-FUTURE");
        assertRefused(night, "2026-11-24", "E-DUTY-FUTURE");
        assertRefused(night, "2026-10-22", "E-DUTY-PAST");
        assertRefused(night, "0001-01-01", "E-DUTY-PAST");
        assertThat(night.startNight(LocalDate.parse("2026-11-23"), "李敏"))
                .as("its own night may be begun before noon")
                .hasSize(2);
        assertThat(night.startNight(LocalDate.parse("2026-10-23"), "李敏")).hasSize(2);
    }

    private static void assertRefused(DutyLedger night, String date, String code) {
        refused(code, () -> night.startNight(LocalDate.parse(date), "李敏"));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void noRunIsADeadEnd() {
        DutyLedger night = night("2026-11-23T23:00:00+08:00");
        night.startNight(DATE, "李敏");
        night.claim(NONE);
        assertThat(database.jdbc()
                        .sql("select count(*) from duty.i7_dead_end")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static NightSchedule schedule() {
        LinkedHashMap<String, NightSchedule.Job> jobs = new LinkedHashMap<>();
        jobs.put("first", new NightSchedule.Job("0 30 22 * * ?", "第一件", List.of()));
        jobs.put("second", new NightSchedule.Job("0 0 23 * * ?", "第二件", List.of("first")));
        return new NightSchedule(
                BEIJING,
                LocalTime.NOON,
                Duration.ofMinutes(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                3,
                Duration.ofHours(6),
                Duration.ofDays(31),
                jobs);
    }

    private DutyLedger night(String now) {
        return new Night(
                runs,
                schedule(),
                Clock.fixed(java.time.OffsetDateTime.parse(now).toInstant(), BEIJING),
                published::add);
    }

    private Runs runs() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(NightSchedule.class, NightTests::schedule);
        context.scan("cn.zrzy.hub.duty.jdbc");
        context.refresh();
        return context.getBean(Runs.class);
    }
}
