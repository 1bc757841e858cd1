package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What breaking the product showed (scenes A to M): each leaves a row on the desk that is not calm. Here the books stand as
 * the scene leaves them; that the scene leaves them so is held where it is named. A row comes within a minute because the
 * books check themselves several times a minute and everything else is read at the look.
 */
@OverLedgers
class BreakScenesTests {

    @Autowired
    Desk desk;

    @Autowired
    BookChecks checks;

    @Autowired
    LedgerHarness.Rooms rooms;

    @Autowired
    Schemes schemes;

    @BeforeEach
    void emptyBooks() {
        desk.begin();
    }

    @Test
    void nobodyOnDutyIsSaidAboveEverything() throws Exception {
        rooms.told.add(new Concern("watch-nobody", List.of("22:00"), OffsetDateTime.now(), null, "/watches", false));
        String page = desk.page("/ops");
        String banner = Desk.part(page, "data-testid=\"nobody-on-duty\"", "</p>");
        assertThat(banner).contains("没有人值班").contains("/acts/take-watch?of=desk");
        assertThat(page.indexOf("nobody-on-duty")).isLessThan(page.indexOf("data-testid=\"sentence\""));
        assertThat(Desk.row(page, "concern-watch-nobody")).contains("从 22:00 起没有人接班");
        rooms.told.clear();
        assertThat(desk.page("/ops")).doesNotContain("nobody-on-duty");
    }

    @Test
    void theBooksAreCheckedSeveralTimesAMinute() throws Exception {
        Scheduled clock = BookChecks.class.getDeclaredMethod("check").getAnnotation(Scheduled.class);
        // As shipped: this context has put the clock off, so that each scene asks for itself.
        StandardEnvironment shipped = new StandardEnvironment();
        assertThat(Duration.parse(shipped.resolvePlaceholders(clock.initialDelayString())))
                .isLessThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(Duration.parse(shipped.resolvePlaceholders(clock.fixedDelayString())))
                .isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    /** RegistryFenceTests, faults.SleptShiftTests. */
    @Test
    void breakA_aSleeperAppliedAnIncompleteList() throws Exception {
        desk.jdbc.sql("""
                        insert into registry.sync_run (run_id, feed, business_date, state, received, unchanged, retired, opened_at)
                        values ('20261123-sync-parcels-from-landuse', 'landuse.parcels', '2026-11-23', 'APPLIED', 3000, 2899, 101, now())""").update();
        checks.check();
        row("concern-breach", "名录台账账目不符（I1）：20261123-sync-parcels-from-landuse");
    }

    /** duty.jdbc.DutyCheckTests, faults.SleptShiftTests. */
    @Test
    void breakB_oneRunHadTwoWorkers() throws Exception {
        run("sync-parcels-from-landuse", "RUNNING", "", "");
        checks.check();
        row("concern-breach", "值班台账账目不符（I7）：20261123-sync-parcels-from-landuse");
    }

    /** delivery.jdbc.KeyCheckTests, blackbox.RestoredSoak. */
    @Test
    void breakC_anOlderDatabaseWasPutBack() throws Exception {
        desk.jdbc.sql("""
                        insert into delivery.key_check (partner, question_no, since, asked_since, must_answer, patience_ends, next_at)
                        values ('province', 'q1', now() - interval '1 day', now() - interval '2 minutes', true, now(), now()),
                               ('portal', 'q2', now() - interval '1 day', now(), true, now(), now())""").update();
        desk.jdbc
                .sql("update delivery.key_check set answered_at = now() where partner = 'portal'")
                .update();
        desk.jdbc.sql("""
                        insert into delivery.their_key (partner, key, digest, kind, received_at, standing)
                        values ('portal', 'publish-plan-to-portal:XC-2026-P02@1:7f3a', '00', 'plans', now(), 'UNKNOWN')""").update();
        row("concern-keys-held", "省平台还没有答复收过我方哪些件");
        row("concern-keys-unknown", "局门户收过 1 件台账里没有的报送");
    }

    @Test
    void breakD_findingsComeFasterThanTheyLeave() throws Exception {
        owed("portal", 6_579, "null", "");
        row("problem-not-taken", "报局门户的 6,579 件到期两分钟仍没有送出");
    }

    @Test
    void breakE_oneAddresseeIsDownAndTwentyThousandWait() throws Exception {
        owed("province", 1, "now() - interval '11 minutes'", "E-CONNECT");
        desk.jdbc.sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                            idempotency_key, state, next_at, trace_id, owner, placed, waits_for)
                        select 'r', 'province', 1, true, 'e', 'W' || n, 'W' || n, 'P1', '检查结果已录入', 'w:' || n, 'OWED', now(), '',
                            '监管科', true, (select min(no) from delivery.dispatch)
                        from generate_series(1, 2000) n""").update();
        String row = row("problem-silent", "省平台不通：连接不上对方");
        assertThat(row).contains("共 2,001 件未办结").doesNotContain("ConnectException");
        desk.shows(Desk.row(desk.page("/ops"), "partner-province"), cn.zrzy.hub.delivery.PartnerState.SILENT);
    }

    /** blackbox.ClosedBrokerTests: the message lies beside its queue, the replies behind it are read. */
    @Test
    void breakF_fiftyMegabytesInTheOutbox() throws Exception {
        stray("E-MESSAGE-SIZE", "来件 52428800 字节，超过上限，没有读取");
        row("concern-strays", "有 1 件来件读不懂或不属于任何报送");
    }

    /** embedded.DiskWatchTests, embedded.BrokerKeeperTests, faults.FullDiskSoak; pages: faults.StoppedServersTests. */
    @Test
    void breakG_theDiskWasFull() throws Exception {
        room("disk-low", List.of("300 MB", 97L));
        room("broker-stopped", List.of(3));
        row("concern-disk-low", "数据目录所在磁盘只剩 300 MB");
        row("concern-broker-stopped", "内置消息中枢停了");
    }

    /** faults.StoppedServersTests: the degraded page at once, this row within a minute after the return. */
    @Test
    void breakH_theDatabaseServerWasKilled() throws Exception {
        room("database-restarted", List.of(1));
        row("concern-database-restarted", "内置数据库停过");
    }

    /** ceremony.hall.NextStepTests, ceremony.seed.DrawStampsTests: what makes a draw dead. */
    @Test
    void breakI_theStampCameAfterTheRevealDeadline() throws Exception {
        Scheme scheme = Mockito.mock(Scheme.class);
        Mockito.when(scheme.drawNo()).thenReturn(CannedDraws.DEAD);
        Mockito.when(schemes.inState(Scheme.State.FROZEN)).thenReturn(List.of(scheme));
        run("draw-run", "PARTIAL", "E-DRAW-STAMP-LATE", "没有待抽取的方案；方案 S 未成（E-DRAW-STAMP-LATE）：请作废");
        row("concern-draw-dead", "抽取 " + CannedDraws.DEAD + " 不能进行，须作废后另行编号");
        row("problem-refused", "E-DRAW-STAMP-LATE");
        Mockito.when(schemes.inState(Scheme.State.FROZEN)).thenReturn(List.of());
    }

    /** blackbox.ClosedBrokerTests: the first row within a minute at a running hub; plumbing.BrokerWatchTests. */
    @Test
    void breakJ_oddMessagesInTheOutbox() throws Exception {
        stray("E-MESSAGE-KIND", "不是文本或字节报文，没有打开");
        room("dead-letters", List.of(1L, "agency.enforcement.outbox"));
        row("concern-strays", "不是文本或字节报文");
        row("concern-dead-letters", "死信队列里有 1 件");
    }

    /** plumbing.BoundedHttpTests: cut at its limit, outcome unknown. */
    @Test
    void breakK_anAnswerWithoutEnd() throws Exception {
        owed("portal", 1, "now() - interval '10 seconds'", "E-UNKNOWN");
        row("problem-silent", "局门户不通");
    }

    /** plumbing.BoundedHttpTests: cut at its deadline. That it answers others is said too. */
    @Test
    void breakL_anAnswerThatDrips() throws Exception {
        owed("portal", 1, "now() - interval '10 minutes'", "E-UNKNOWN");
        desk.jdbc.sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                            idempotency_key, state, trace_id, owner, placed, confirmed_at)
                        values ('r', 'portal', 1, true, 'e', 'C1', 'C1', 'P9', '计划已批准', 'c:1', 'CONFIRMED', '', '监管科', true, now())""").update();
        row("problem-standstill", "局门户有 1 件没有送达");
    }

    /** plumbing.BrokerWatchTests, delivery.jdbc.CarriersTests. */
    @Test
    void breakM_theBrokersJournalWasLost() throws Exception {
        room("journal-lost", List.of(3L));
        room("broker-away", List.of());
        row("concern-journal-lost", "已把交给它而没有回执的 3 件重新登记报送");
        row("concern-broker-away", "消息中枢连不上");
    }

    /** Of the screens: everything else that stopped and waits for a person. */
    @Test
    void whateverStoppedIsTold() throws Exception {
        Map.of("FAILED", "problem-failed", "MISSED", "problem-missed", "WAITING", "problem-waiting")
                .forEach((state, testId) -> {
                    desk.jdbc.sql("truncate duty.run cascade").update();
                    run("draw-freeze", state, "E-DUTY-FAILED", "试验");
                    try {
                        assertThat(desk.page("/ops")).as(state).contains("data-testid=\"" + testId + "\"");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private String row(String testId, String words) throws Exception {
        String page = desk.page("/ops");
        String row = Desk.row(page, testId);
        assertThat(row).contains(words);
        assertThat(Desk.part(page, "class=\"sentence", ">")).doesNotContain("CALM");
        return row;
    }

    private void room(String kind, List<Object> words) {
        rooms.told.add(new Concern(kind, words, OffsetDateTime.now(), null, "/ops", false));
    }

    private void stray(String code, String cause) {
        desk.jdbc.sql("""
                        insert into delivery.stray_receipt (source, raw, raw_digest, cause_code, cause)
                        values ('receive-replies-from-enforcement', '', ?, ?, ?)""").params(code, code, cause).update();
    }

    private void run(String job, String state, String code, String message) {
        desk.jdbc.sql("""
                        insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, started_at,
                            trace_id, code, message)
                        values (?, ?, current_date, 1, 'clock', ?, now(), now() + interval '1 day', now(), '', ?, ?)""").params("20261123-" + job, job, state, code, message).update();
    }

    private void owed(String partner, int count, String failingSince, String code) {
        desk.jdbc
                .sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key, sentence,
                            idempotency_key, state, next_at, trace_id, owner, placed, cause_code, cause, failing_since, owed_at)
                        select 'r', :partner, 1, true, 'e', 'F' || n, 'F' || n, 'P' || n, '检查结果已录入', :partner || n, 'OWED',
                            now() - interval '3 minutes', '', '监管科', true, :code,
                            case :code when '' then '' when 'E-CONNECT' then '连接不上对方，报文没有发出' else '应答超过上限，结果未知' end,
                            """ + failingSince + ", now() - interval '11 minutes' from generate_series(1, :count) n")
                .param("partner", partner)
                .param("code", code)
                .param("count", count)
                .update();
    }
}
