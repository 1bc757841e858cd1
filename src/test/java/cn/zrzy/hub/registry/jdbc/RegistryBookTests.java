package cn.zrzy.hub.registry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.RunDecided;
import cn.zrzy.hub.kernel.RunStopped;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.RegistryChanged;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.SyncRun;
import cn.zrzy.hub.registry.Undrawable;
import cn.zrzy.hub.registry.Undrawables;
import cn.zrzy.hub.registry.batch.SyncBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 两库台账 against real PostgreSQL: difference, guard, application, versions, conservation. */
class RegistryBookTests {

    private static final String FEED = "landuse.parcels";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private TestDatabase database;
    private JdbcClient jdbc;
    private final List<Object> events = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private RegistryBook book;
    private JdbcSubjects subjects;
    private JdbcInspectors inspectors;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        jdbc = database.jdbc();
        book = book(events::add);
        subjects = new JdbcSubjects(jdbc, database.dataSource());
        inspectors = new JdbcInspectors(jdbc, person -> "");
    }

    private RegistryBook book(org.springframework.context.ApplicationEventPublisher publisher) {
        return Books.of(database, clock, publisher);
    }

    @AfterEach
    void conservationHoldsAfterEachTest() {
        assertThat(jdbc.sql("select * from registry.i1_conservation").query().listOfRows())
                .as("I1 守恒")
                .isEmpty();
        database.close();
    }

    @Test
    void firstLoadIsAppliedWholeAndSaysSo() {
        Outcome outcome = night("r1", MONDAY, parcels(1, 100));

        assertThat(outcome).satisfies(end -> {
            assertThat(end.state()).isEqualTo(Outcome.State.DONE);
            assertThat(end.message()).startsWith("收到 100 行 = 隔离 0 + 被取代 0 + 不变 0 + 新增 100 + 变更 0；停用 0；");
        });
        assertThat(subjects.countByKind()).containsExactly(Map.entry(SubjectKind.PARCEL, 100L));
        assertThat(events).containsExactly(new RegistryChanged(FEED, "r1"));
        assertThat(book.freshness(FEED).orElseThrow().live()).isEqualTo(100);
    }

    @Test
    void secondNightWritesOnlyWhatDiffers() {
        night("r1", MONDAY, parcels(1, 100));
        List<StagedSubject> second = new ArrayList<>(parcels(1, 98));
        second.set(4, parcel(5, "闲置"));
        second.add(parcel(101, "在用"));

        Outcome outcome = night("r2", MONDAY.plusDays(1), second);

        assertThat(outcome.message())
                .startsWith("收到 99 行 = 隔离 0 + 被取代 0 + 不变 97 + 新增 1 + 变更 1；停用 0；")
                .endsWith("2 户首次缺席，今夜不停用，下一夜仍缺席才停用");
        assertThat(subjects.find("DK:" + code(99))).isPresent();
        assertThat(night("r3", MONDAY.plusDays(2), second).message())
                .startsWith("收到 99 行 = 隔离 0 + 被取代 0 + 不变 99 + 新增 0 + 变更 0；停用 2；");
        assertThat(subjects.find("DK:" + code(5)).orElseThrow().version()).isEqualTo(2);
        assertThat(subjects.find("DK:" + code(99))).isEmpty();
        assertThat(book.changes("r2", RowChange.Kind.CHANGED, 0, 10))
                .singleElement()
                .satisfies(change -> assertThat(change.fields()).contains(new RowChange.Field("状态", "在用", "闲置")));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        night("r1", MONDAY, parcels(1, 50));
        events.clear();

        assertThat(night("r2", MONDAY.plusDays(1), parcels(1, 50)).message())
                .startsWith("收到 50 行 = 隔离 0 + 被取代 0 + 不变 50 + 新增 0 + 变更 0；停用 0；");
        assertThat(events).isEmpty();
        assertThat(versions()).isEqualTo(50);
    }

    @Test
    void massRetirementIsHeldAndTheLiveListStays() {
        night("r1", MONDAY, parcels(1, 1000));
        events.clear();

        Outcome outcome = night("r2", MONDAY.plusDays(1), parcels(1, 690));

        assertThat(outcome.state()).isEqualTo(Outcome.State.HELD);
        assertThat(outcome.message()).contains("停用 310（31.0%）超过阈值 5%/20 条");
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(1000);
        assertThat(events).isEmpty();
        assertThat(book.held())
                .singleElement()
                .satisfies(held -> assertThat(held.run().runId()).isEqualTo("r2"));
    }

    @Test
    void guardNeedsBothTheCountAndThePercentage() {
        night("r1", MONDAY, parcels(1, 100));
        assertThat(night("r2", MONDAY.plusDays(1), parcels(1, 80)).state())
                .as("20 rows of 100 are 20 %% but not more than 20 rows")
                .isEqualTo(Outcome.State.DONE);
        night("r3", MONDAY.plusDays(2), parcels(1, 80));
        assertThat(night("r4", MONDAY.plusDays(3), parcels(1, 59)).state()).isEqualTo(Outcome.State.HELD);
    }

    @Test
    void twoPeopleLetAHeldChangeThrough() {
        night("r1", MONDAY, parcels(1, 100));
        night("r2", MONDAY.plusDays(1), parcels(1, 10));

        assertThatThrownBy(() -> book.approve("r2", "王芳", "属实"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-HELD-REQUEST"));
        book.request("r2", "李敏", "区划调整，上游已核实");
        assertThatThrownBy(() -> book.approve("r2", "李敏", "属实"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-HELD-SAME"));
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(100);

        assertThat(book.approve("r2", "王芳", "属实").message())
                .startsWith("收到 10 行 = 隔离 0 + 被取代 0 + 不变 10 + 新增 0 + 变更 0；停用 90；");
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(10);
        assertThatThrownBy(() -> book.approve("r2", "王芳", "再按一次"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-HELD-STATE"));
    }

    @Test
    void aRefusedChangeIsDroppedAndCountedAsSuperseded() {
        night("r1", MONDAY, parcels(1, 100));
        night("r2", MONDAY.plusDays(1), parcels(51, 160));
        book.refuse("r2", "王芳", "上游少给");

        SyncRun run = book.run("r2").orElseThrow();
        assertThat(run.state()).isEqualTo(SyncRun.State.REFUSED);
        assertThat(run.superseded()).isEqualTo(60);
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(100);
    }

    @Test
    void aHeldChangeIsOvertakenByTheNextNight() {
        night("r1", MONDAY, parcels(1, 100));
        night("r2", MONDAY.plusDays(1), parcels(1, 10));
        night("r3", MONDAY.plusDays(2), parcels(1, 100));

        assertThat(book.run("r2").orElseThrow().state()).isEqualTo(SyncRun.State.OVERTAKEN);
        assertThatThrownBy(() -> book.request("r2", "李敏", "迟到的申请")).isInstanceOf(Rejected.class);
    }

    @Test
    void whatWasDecidedAboutAHeldChangeIsTold() {
        night("r1", MONDAY, parcels(1, 100));
        night("r2", MONDAY.plusDays(1), parcels(1, 10));
        events.clear();
        book.request("r2", "李敏", "区划调整");
        book.approve("r2", "王芳", "属实");
        assertThat(events)
                .filteredOn(RunDecided.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(RunDecided.class, told -> {
                    assertThat(told.runId()).isEqualTo("r2");
                    assertThat(told.outcome().state()).isEqualTo(Outcome.State.DONE);
                    assertThat(told.outcome().message())
                            .startsWith("收到 10 行 = 隔离 0 + 被取代 0 + 不变 10 + 新增 0 + 变更 0；停用 90；");
                });
    }

    @Test
    void aBatchWhoseRunStoppedIsClosedAndStagedAnewByTheNextTry() {
        book.open(on("r1"), FEED, MONDAY);
        book.stageSubjects(on("r1"), parcels(1, 30));
        book.close(on("r1"), 30, 30, 0);
        book.compare(on("r1"));
        SyncBook closer = (SyncBook) book;
        closer.stopped(new RunStopped(new Shift("r1", 0), "早已结束的班"));
        assertThat(book.run("r1").orElseThrow().state()).isEqualTo(SyncRun.State.COMPARED);
        closer.stopped(new RunStopped(on("r1"), "对方没有应答"));
        assertThat(book.run("r1").orElseThrow()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(SyncRun.State.ABANDONED);
            assertThat(run.message()).isEqualTo("对方没有应答");
            assertThat(run.superseded()).isEqualTo(30);
            assertThat(run.finishedAt()).isNotNull();
        });
        assertThatThrownBy(() -> book.apply(on("r1")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-RUN-STATE"));
        assertThatThrownBy(() -> book.compare(on("r1")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-RUN-STATE"));
        night("r1", MONDAY, parcels(1, 20));
        assertThat(book.run("r1").orElseThrow().state()).isEqualTo(SyncRun.State.APPLIED);
        closer.stopped(new RunStopped(on("r1"), "来迟了"));
        assertThat(book.run("r1").orElseThrow().state()).isEqualTo(SyncRun.State.APPLIED);
    }

    @Test
    void lookingAtARunThatStagedNothingShowsNothingAndRefusesNothing() {
        book.open(on("r1"), FEED, MONDAY);
        assertThat(book.changes("r1", null, 0, 50)).isEmpty();
        assertThat(book.changes("nobody", null, 0, 50)).isEmpty();
    }

    @Test
    void anOlderNightNeverOverwritesANewerOne() {
        night("r2", MONDAY.plusDays(1), parcels(1, 100));
        night("r1", MONDAY, parcels(1, 90));

        assertThat(book.run("r1").orElseThrow().state()).isEqualTo(SyncRun.State.OVERTAKEN);
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(100);
    }

    @Test
    void emptyAndTruncatedFeedsAreRefused() {
        night("r1", MONDAY, parcels(1, 30));
        book.open(on("r2"), FEED, MONDAY.plusDays(1));
        assertThatThrownBy(() -> book.close(on("r2"), 0, 0, 0))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-FEED-EMPTY"));
        book.open(on("r3"), FEED, MONDAY.plusDays(1));
        book.stageSubjects(on("r3"), parcels(1, 15));
        assertThatThrownBy(() -> book.close(on("r3"), 15, 30, 0))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-FEED-COUNT"));
        assertThatThrownBy(() -> book.compare(on("r3")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-RUN-STATE"));
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(30);

        night("r4", MONDAY.plusDays(2), parcels(1, 30));
        assertThat(jdbc.sql("select count(*) from registry.staged_subject")
                        .query(Long.class)
                        .single())
                .as("rows of runs that failed do not pile up")
                .isZero();
    }

    @Test
    void aRunStagedHalfIsStagedAnewAndFinished() {
        book.open(on("r1"), FEED, MONDAY);
        book.stageSubjects(on("r1"), parcels(1, 40)); // and here the process died
        assertThat(night("r1", MONDAY, parcels(1, 100)).message()).contains("新增 100 +");
    }

    @Test
    void repeatingAnAppliedRunChangesNothing() {
        night("r1", MONDAY, parcels(1, 100));
        events.clear();

        assertThat(book.open(on("r1"), FEED, MONDAY)).isFalse();
        book.compare(on("r1"));
        assertThat(book.apply(on("r1")).message()).startsWith("收到 100 行 = 隔离 0 + 被取代 0 + 不变 0 + 新增 100 + 变更 0；停用 0；");
        assertThat(versions()).isEqualTo(100);
        assertThat(events).isEmpty();
    }

    @Test
    void aFailureInsideApplyLeavesTheOldListAndTheRunRepeatable() {
        night("r1", MONDAY, parcels(1, 100));
        RegistryBook failing = book(event -> {
            throw new IllegalStateException("outbox is gone");
        });
        stage("r2", MONDAY.plusDays(1), parcels(6, 105));
        failing.compare(on("r2"));
        assertThatThrownBy(() -> failing.apply(on("r2"))).isInstanceOf(IllegalStateException.class);
        assertThat(subjects.countByKind().get(SubjectKind.PARCEL)).isEqualTo(100);

        assertThat(book.apply(on("r2")).message())
                .startsWith("收到 100 行 = 隔离 0 + 被取代 0 + 不变 95 + 新增 5 + 变更 0；停用 0；")
                .endsWith("5 户首次缺席，今夜不停用，下一夜仍缺席才停用");
    }

    @Test
    void everyPastStateCanBeReadAgain() {
        night("r1", MONDAY, parcels(1, 30));
        Instant afterFirst = clock.instant();
        clock.pass(Duration.ofDays(1));
        List<StagedSubject> second = new ArrayList<>(parcels(2, 30));
        second.set(0, parcel(2, "闲置"));
        night("r2", MONDAY.plusDays(1), second);
        night("r2-again", MONDAY.plusDays(1), second);
        Instant afterSecond = clock.instant();
        clock.pass(Duration.ofDays(1));
        night("r3", MONDAY.plusDays(2), parcels(1, 30)); // the retired one comes back

        assertThat(codes(afterFirst)).hasSize(30).contains("DK:" + code(1));
        assertThat(codes(afterSecond)).hasSize(29).doesNotContain("DK:" + code(1));
        assertThat(codes(clock.instant())).hasSize(30);
        assertThat(subjects.history("DK:" + code(1))).hasSize(3);
        try (Stream<Subject> then = subjects.asOf(afterSecond)) {
            assertThat(then.filter(s -> s.code().equals("DK:" + code(2)))
                            .findFirst()
                            .orElseThrow()
                            .status())
                    .isEqualTo("闲置");
        }
        assertThat(codes(MONDAY.minusDays(9)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant()))
                .isEmpty();
    }

    @Test
    void aQuarantinedRowKeepsItsLiveVersion() {
        night("r1", MONDAY, parcels(1, 30));
        book.open(on("r2"), FEED, MONDAY.plusDays(1));
        book.stageSubjects(on("r2"), parcels(1, 29));
        book.spare(on("r2"), List.of(StagedSubject.key(SubjectKind.PARCEL, "DK:" + code(30))));
        book.close(on("r2"), 30, 30, 1);
        book.compare(on("r2"));

        assertThat(book.apply(on("r2"))).satisfies(end -> {
            assertThat(end.state()).isEqualTo(Outcome.State.PARTIAL);
            assertThat(end.message()).startsWith("收到 30 行 = 隔离 1 + 被取代 0 + 不变 29 + 新增 0 + 变更 0；停用 0；");
        });
        assertThat(subjects.find("DK:" + code(30))).isPresent();
    }

    @Test
    void theSecondRowOfOneKeyIsToldToTheCaller() {
        book.open(on("r1"), FEED, MONDAY);
        assertThat(book.stageSubjects(on("r1"), List.of(parcel(1, "在用"), parcel(2, "在用"))))
                .isEmpty();
        StagedSubject again = new StagedSubject(
                3,
                "DK:" + code(1),
                SubjectKind.PARCEL,
                "改名",
                "",
                "",
                "411002",
                List.of(),
                "",
                "在用",
                "",
                null,
                Map.of());
        assertThat(book.stageSubjects(on("r1"), List.of(parcel(4, "在用"), again)))
                .containsExactly(3L);
    }

    @Test
    void onlyCertifiedOfficersMayInspect() {
        book.open(on("r1"), "hr.inspectors", MONDAY);
        book.stageInspectors(
                on("r1"),
                List.of(
                        person(1, "XC000001", "执法岗", "2027-01-01", "在岗"),
                        person(2, "XC000002", "辅助", "2027-01-01", "在岗"),
                        person(3, "XC000003", "执法岗", "2026-11-22", "在岗"),
                        person(4, "XC000004", "执法岗", "2027-01-01", "退休"),
                        person(5, "XC000005", "执法岗", "2026-11-23", "在岗")));
        book.close(on("r1"), 5, 5, 0);
        book.compare(on("r1"));
        book.apply(on("r1"));

        assertThat(inspectors.certified(MONDAY)).extracting("staffNo").containsExactly("XC000001", "XC000005");
        assertThat(inspectors.count()).isEqualTo(5);
        assertThat(new JdbcUndrawables(jdbc, inspectors).reasons(MONDAY))
                .containsExactlyInAnyOrder(
                        new Undrawables.Reason("hr.inspectors", "非执法岗（辅助）", 1),
                        new Undrawables.Reason("hr.inspectors", "执法证已过期", 1),
                        new Undrawables.Reason("hr.inspectors", "不在岗（退休）", 1));
        assertThat(book.run("r1").orElseThrow().message())
                .isEqualTo("收到 5 行 = 隔离 0 + 被取代 0 + 不变 0 + 新增 5 + 变更 0；停用 0；"
                        + "现有 5 条，不能抽取 3 条（不在岗（退休） 1、执法证已过期 1、非执法岗（辅助） 1）");
    }

    @Test
    void whatCannotBeDrawnIsListedByNameWithReasonAndMoment() {
        book.open(on("r1"), "landuse.units", MONDAY);
        book.stageSubjects(
                on("r1"),
                List.of(
                        unit(1, "91411002MA9KRX025C", SubjectKind.SURVEY_UNIT, "乙级测绘", "411002", "", "2027-01-01"),
                        unit(2, "91411024MA9KRX244J", SubjectKind.SURVEY_UNIT, "乙级测绘", "411024", "", "2026-01-01"),
                        unit(3, "91411025MA9KRX252U", SubjectKind.SURVEY_UNIT, "乙级测绘", "411025", "已注销", "2025-01-01")));
        book.close(on("r1"), 3, 3, 0);
        book.compare(on("r1"));
        book.apply(on("r1"));
        JdbcUndrawables list = new JdbcUndrawables(jdbc, inspectors);

        assertThat(list.page("landuse.units", null, MONDAY, 0, 10))
                .extracting(Undrawable::code, Undrawable::reason)
                .containsExactly(tuple("91411024MA9KRX244J", "资质已过有效期"), tuple("91411025MA9KRX252U", "已注销"));
        assertThat(list.page("landuse.units", "资质已过有效期", MONDAY, 0, 10).get(0).since())
                .isEqualTo("2026-01-02T00:00:00+08:00");
        assertThat(list.page("landuse.units", null, MONDAY, 1, 10)).hasSize(1);
        assertThat(list.page("landuse.units", null, LocalDate.of(2025, 12, 31), 0, 10))
                .as("in force until its last day")
                .hasSize(1);
        assertThat(book.run("r1").orElseThrow().message()).contains("现有 3 条，不能抽取 2 条（已注销 1、资质已过有效期 1）");
    }

    @Test
    void aRunThatLostARowBetweenComparisonAndApplicationIsNotMadeLive() {
        night("r1", MONDAY, parcels(1, 100));
        stage("r2", MONDAY.plusDays(1), parcels(2, 105));
        book.compare(on("r2"));
        jdbc.sql("delete from registry.staged_subject where run_id = 'r2' and key like '%' || ?")
                .param(code(105))
                .update();

        assertThatThrownBy(() -> book.apply(on("r2"))).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-RUN-BALANCE");
            assertThat(e).hasMessageContaining("收到 104 行 =").hasMessageContaining("写入 4 条");
        });
        assertThat(subjects.countByKind()).as("the old list stays").containsEntry(SubjectKind.PARCEL, 100L);
        assertThat(book.run("r2").orElseThrow().state()).isEqualTo(SyncRun.State.COMPARED);
    }

    @Test
    void aRunWhoseCountsDoNotAddUpIsNotMadeLive() {
        night("r1", MONDAY, parcels(1, 100));
        stage("r2", MONDAY.plusDays(1), parcels(1, 105));
        book.compare(on("r2"));
        jdbc.sql("update registry.sync_run set unchanged = unchanged - 1 where run_id = 'r2'")
                .update();

        assertThatThrownBy(() -> book.apply(on("r2"))).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-RUN-BALANCE");
            assertThat(e).hasMessageContaining("收到 105 行 ≠ 隔离 0 + 被取代 0 + 不变 99 + 新增 5 + 变更 0");
        });
        jdbc.sql("update registry.sync_run set unchanged = unchanged + 1 where run_id = 'r2'")
                .update();
    }

    @Test
    void poolIsCutByKindTagRegionAndValidity() {
        book.open(on("r1"), "landuse.units", MONDAY);
        book.stageSubjects(
                on("r1"),
                List.of(
                        unit(1, "91411002MA9KRX025C", SubjectKind.SURVEY_UNIT, "乙级测绘", "411002", "", "2027-01-01"),
                        unit(2, "91411003MA9KRX033M", SubjectKind.SURVEY_UNIT, "甲级测绘", "411003", "", "2027-01-01"),
                        unit(3, "91411024MA9KRX244J", SubjectKind.SURVEY_UNIT, "乙级测绘", "411024", "", "2026-01-01"),
                        unit(4, "91411025MA9KRX252U", SubjectKind.SURVEY_UNIT, "乙级测绘", "411025", "已注销", "2027-01-01"),
                        unit(5, "91411002MA9KRX025C", SubjectKind.PLANNING_UNIT, "乙级", "411002", "", "2027-01-01")));
        book.close(on("r1"), 5, 5, 0);
        book.compare(on("r1"));
        book.apply(on("r1"));

        assertThat(eligible(List.of("SURVEY_UNIT"), "411000"))
                .containsExactly("91411002MA9KRX025C", "91411003MA9KRX033M");
        assertThat(eligible(List.of("SURVEY_UNIT/乙级测绘"), "")).containsExactly("91411002MA9KRX025C");
        assertThat(eligible(List.of("SURVEY_UNIT", "PLANNING_UNIT"), "411002"))
                .as("one firm with two kinds is one subject")
                .containsExactly("91411002MA9KRX025C");
        assertThat(subjects.excluded(List.of("SURVEY_UNIT"), "411000", MONDAY))
                .containsOnly(Map.entry("已注销", 1L), Map.entry("资质已过有效期", 1L));
        assertThat(subjects.search("91411003MA9KRX033M", null, 0, 10)).hasSize(1);
        assertThat(subjects.search("%", null, 0, 10))
                .as("a percent sign is no wildcard")
                .isEmpty();
    }

    /** Autovacuum never comes by, and what the planner knows of the staged rows is what it saw of another run. */
    @Test
    void fiftyThousandRowsTakeSeconds() {
        jdbc.sql("alter table registry.staged_subject set (autovacuum_enabled = false)")
                .update();
        for (String run : List.of("r1", "r2")) {
            long start = System.nanoTime();
            book.open(on(run), FEED, MONDAY);
            for (int from = 1; from <= 50_000; from += 1000) {
                book.stageSubjects(on(run), parcels(from, from + 999));
            }
            book.close(on(run), 50_000, 50_000, 0);
            if ("r1".equals(run)) {
                jdbc.sql("analyze registry.staged_subject").update();
            }
            book.compare(on(run));
            book.apply(on(run));
            long end = System.nanoTime();
            assertThat((end - start) / 1_000_000_000).as("seconds").isLessThan(30);
        }
    }

    private List<String> eligible(List<String> targets, String region) {
        try (Stream<Subject> pool = subjects.eligible(targets, region, MONDAY)) {
            return pool.map(Subject::code).toList();
        }
    }

    private List<String> codes(Instant time) {
        try (Stream<Subject> then = subjects.asOf(time)) {
            return then.map(Subject::code).toList();
        }
    }

    private long versions() {
        return jdbc.sql("select count(*) from registry.subject_version")
                .query(Long.class)
                .single();
    }

    private Outcome night(String runId, LocalDate date, List<StagedSubject> rows) {
        stage(runId, date, rows);
        book.compare(on(runId));
        return book.apply(on(runId));
    }

    private void stage(String runId, LocalDate date, List<StagedSubject> rows) {
        book.open(on(runId), FEED, date);
        book.stageSubjects(on(runId), rows);
        book.close(on(runId), rows.size(), rows.size(), 0);
        clock.pass(Duration.ofSeconds(1));
    }

    private static Shift on(String runId) {
        return new Shift(runId, 1);
    }

    private static List<StagedSubject> parcels(int from, int to) {
        return LongStream.rangeClosed(from, to).mapToObj(i -> parcel(i, "在用")).toList();
    }

    private static StagedSubject parcel(long i, String status) {
        return new StagedSubject(
                i,
                "DK:" + code(i),
                SubjectKind.PARCEL,
                "宗地" + i,
                "许昌某公司",
                "91411002MA9KRX025C",
                "411002",
                List.of("工业用地"),
                "B",
                status,
                "",
                null,
                Map.of("面积(平方米)", "1000.00"));
    }

    private static String code(long i) {
        return String.format("411002001003GB%05d", i);
    }

    private static StagedSubject unit(
            long i, String code, SubjectKind kind, String tag, String region, String obstacle, String validTo) {
        return new StagedSubject(
                i,
                code,
                kind,
                "单位" + i,
                "单位" + i,
                code,
                region,
                List.of(tag),
                "B",
                "有效",
                obstacle,
                LocalDate.parse(validTo),
                Map.of());
    }

    private static StagedInspector person(long i, String staffNo, String post, String validTo, String duty) {
        return new StagedInspector(
                i,
                staffNo,
                "张" + i,
                "许昌市自然资源和规划局",
                "411000",
                "执法科",
                post,
                "1611000" + i,
                LocalDate.parse(validTo),
                List.of("土地"),
                List.of("测绘"),
                List.of("411002"),
                false,
                duty,
                "digest" + i,
                "411002**********66");
    }

    /** A clock that the test moves. */
    private static final class MovingClock extends Clock {
        private Instant now =
                MONDAY.atTime(1, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
