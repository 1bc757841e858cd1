package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.ceremony.hall.DrawScene;
import cn.zrzy.hub.ceremony.hall.DrawScenes;
import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.PartnerState;
import cn.zrzy.hub.duty.ClockState;
import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.plumbing.RouteView;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.SyncRun;
import java.net.ConnectException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A page shows a state once, in the one word of its vocabulary, and it is the ledger's. Asked for every constant of every
 * vocabulary over books that hold a thing in that state.
 */
@OverLedgers
class StateWordsTests {

    private static final String JOB = RunScenes.JOB;

    @Autowired
    Desk desk;

    @Autowired
    DutyLedger duty;

    @Autowired
    RegistryBook registry;

    @Autowired
    DrawScenes scenes;

    @Autowired
    LedgerHarness.Live live;

    private RunScenes runs;

    @BeforeEach
    void emptyBooks() {
        desk.begin();
        runs = new RunScenes(desk.jdbc, duty, registry);
    }

    @ParameterizedTest
    @EnumSource(DutyRun.State.class)
    void aRunHasOneStateInItsHeadAndOnTheDesk(DutyRun.State state) throws Exception {
        String run = runs.run(state);
        String page = desk.page("/sync/" + run);
        desk.shows(Desk.head(page), state(run));
        desk.shows(Desk.row(desk.page("/ops?night=" + RunScenes.NIGHT), "run-" + JOB), state(run));
        assertThat(page.contains("hx-trigger=\"every 3s\""))
                .as("looked at again until it is over")
                .isEqualTo(!state.over());
    }

    @ParameterizedTest
    @EnumSource(DutyRun.State.class)
    void aRunWithABatchHasOneStateInItsHeadToo(DutyRun.State state) throws Exception {
        String run = runs.run(state);
        runs.batch(run, state == DutyRun.State.HELD ? SyncRun.State.HELD : SyncRun.State.APPLIED);
        desk.shows(Desk.head(desk.page("/sync/" + run)), state(run));
    }

    /** Each failure by its cause, made by the ledgers themselves: the page opens, says it, and the batch is closed. */
    @ParameterizedTest
    @EnumSource(RunScenes.Failed.class)
    void aFailedRunSaysItsCauseAndItsBatchIsClosed(RunScenes.Failed cause) throws Exception {
        String run = runs.failed(cause);
        String page = desk.page("/sync/" + run);
        desk.shows(Desk.head(page), DutyRun.State.FAILED);
        assertThat(page).contains(cause.code);
        desk.shows(Desk.part(page, "data-testid=\"batch\"", "</div>"), SyncRun.State.ABANDONED);
        desk.shows(Desk.row(desk.page("/sync"), "sync-" + run), SyncRun.State.ABANDONED);
        assertThat(Desk.row(desk.page("/ops"), "problem-failed")).contains(cause.code, "/sync/" + run);
    }

    @Test
    void aRunThatGaveUpOnAnAccidentSaysItInChineseAndClosesItsBatch() throws Exception {
        Shift shift = runs.working();
        duty.postpone(shift, new RuntimeException(new ConnectException("Connection refused: no further information")));
        String page = desk.page("/sync/" + shift.runId());
        desk.shows(Desk.head(page), DutyRun.State.WAITING);
        desk.shows(Desk.part(page, "data-testid=\"batch\"", "</div>"), SyncRun.State.ABANDONED);
        assertThat(page).contains("连接不上对方").doesNotContain("Connection refused", "ConnectException");
        assertThat(registry.open(new Shift(shift.runId(), shift.fence() + 1), "hr.inspectors", RunScenes.NIGHT))
                .as("the next try stages anew")
                .isTrue();
        assertThat(registry.run(shift.runId()).orElseThrow().state()).isEqualTo(SyncRun.State.STAGING);
    }

    @ParameterizedTest
    @EnumSource(SyncRun.State.class)
    void aBatchHasOneStateInListAndHead(SyncRun.State state) throws Exception {
        runs.batch("20261123-by-hand", state);
        SyncRun.State kept = registry.run("20261123-by-hand").orElseThrow().state();
        desk.shows(Desk.row(desk.page("/sync"), "sync-20261123-by-hand"), kept);
        desk.shows(Desk.head(desk.page("/sync/20261123-by-hand")), kept);
    }

    @ParameterizedTest
    @EnumSource(DispatchState.class)
    void aMessageHasOneStateAndItsPageLooksAgainUntilItIsFinal(DispatchState state) throws Exception {
        String id = message("province", "publish-plan-to-province", state, "", false);
        desk.shows(Desk.row(desk.page("/messages"), "dispatch-" + id), state);
        String page = desk.page("/messages/" + id);
        desk.shows(Desk.part(page, "<dl class=\"facts\">", "</div>"), state);
        assertThat(page.contains("hx-get=\"/messages/" + id + "/story\""))
                .as("looked at again")
                .isEqualTo(!EnumSet.of(DispatchState.CONFIRMED, DispatchState.PARKED)
                        .contains(state));
    }

    @Test
    void anAddresseeHasOneStateOnTheDesk() throws Exception {
        message("p-calm", "r1", DispatchState.CONFIRMED, "", false);
        message("p-waiting", "r2", DispatchState.OWED, "", false);
        message("p-held", "r3", DispatchState.OWED, "", false);
        desk.jdbc.sql("""
                        insert into delivery.key_check (partner, question_no, since, must_answer, patience_ends, next_at)
                        values ('p-held', 'q1', now(), true, now(), now())""").update();
        message("p-doubted", "r4", DispatchState.DOUBTED, "E-UNKNOWN", true);
        message("p-doubted", "r4b", DispatchState.CONFIRMED, "", false);
        message("p-parked", "r5", DispatchState.PARKED, "E-1042", false);
        message("p-silent", "r6", DispatchState.OWED, "E-CONNECT", true);
        message("p-paused", "r7", DispatchState.OWED, "E-CONNECT", true);
        desk.jdbc
                .sql("insert into delivery.pause (partner, until, paused_by, reason)"
                        + " values ('p-paused', now() + interval '1 hour', 'lead', '对方停机')")
                .update();
        message("p-window", "r8", DispatchState.OWED, "E-CONNECT", true);
        message("p-window", "r8b", DispatchState.PARKED, "E-1042", false);
        desk.jdbc
                .sql("insert into delivery.maintenance (partner, days, begins, ends, entered_by, reason)"
                        + " values ('p-window', '1234567', '00:00', '00:00', 'lead', '对方每天停机')")
                .update();
        String page = desk.page("/ops");
        for (PartnerState state : PartnerState.values()) {
            desk.shows(Desk.row(page, "partner-p-" + state.name().toLowerCase(java.util.Locale.ROOT)), state);
        }
        assertThat(Desk.row(page, "partner-p-window")).contains("对方停机窗口 00:00–", "待发 1");
        assertThat(page).doesNotContain("p-window不通");
        assertThat(Desk.row(page, "partner-p-silent")).contains("自 ");
        assertThat(Desk.row(page, "problem-silent")).contains("p-silent不通");
    }

    @Test
    void aRouteIsJudgedByWhatCameOfItNotByItsExchanges() throws Exception {
        message("x", "publish-parked-to-x", DispatchState.PARKED, "E-1042", false);
        message("x", "publish-failing-to-x", DispatchState.OWED, "E-CONNECT", true);
        message("x", "publish-running-to-x", DispatchState.CONFIRMED, "", false);
        Map<RouteState, RouteView> views = EnumSet.allOf(RouteState.class).stream()
                .collect(Collectors.toMap(state -> state, state -> view(state)));
        live.views.addAll(views.values());
        String page = desk.page("/routes");
        for (RouteState state : RouteState.values()) {
            desk.shows(Desk.row(page, "route-" + views.get(state).id()), state);
        }
        assertThat(Desk.row(page, "route-publish-parked-to-x"))
                .as("13 exchanges went well")
                .contains(">1<");
    }

    private static RouteView view(RouteState state) {
        String id = "publish-" + state.name().toLowerCase(java.util.Locale.ROOT) + "-to-x";
        java.time.Instant good = state == RouteState.IDLE ? null : java.time.Instant.now();
        java.time.Instant bad =
                state == RouteState.FAILED ? java.time.Instant.now().plusSeconds(1) : null;
        String camel =
                state == RouteState.SUSPENDED ? "Suspended" : state == RouteState.STOPPED ? "Stopped" : "Started";
        return new RouteView(id, id, "publish", "jms:" + id, List.of(), camel, good == null ? 0 : 13, 0, good, bad);
    }

    @ParameterizedTest
    @EnumSource(DutyRun.State.class)
    void aNightJobsRouteSaysHowItsLastRunEnded(DutyRun.State state) throws Exception {
        runs.run(state);
        live.views.add(new RouteView(JOB, JOB, "sync", "direct:" + JOB, List.of(), "Started", 9, 0, null, null));
        RouteState expected = switch (state) {
            case FAILED, MISSED -> RouteState.FAILED;
            case HELD -> RouteState.PARKED;
            case WAITING -> RouteState.FAILING;
            case DUE -> RouteState.IDLE;
            case RUNNING, DONE, PARTIAL, SKIPPED -> RouteState.RUNNING;
        };
        desk.shows(Desk.row(desk.page("/routes"), "route-" + JOB), expected);
    }

    @Test
    void aDrawHasOneStateInHallListAndPublicWords() throws Exception {
        EnumSet<DrawScene.State> seen = EnumSet.noneOf(DrawScene.State.class);
        for (String drawNo : CannedDraws.ALL) {
            DrawScene.State state = scenes.find(drawNo).orElseThrow().state();
            seen.add(state);
            desk.shows(Desk.part(desk.page("/draws/" + drawNo), "<h1>", "</h1>"), state);
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(DrawScene.State.class));
        String list = desk.page("/draws");
        for (DrawScene scene : scenes.toBeHeld()) {
            desk.shows(Desk.part(list, "data-testid=\"draw-" + scene.drawNo() + "\"", "</tr>"), scene.state());
        }
    }

    @Test
    void aClockHasItsOwnWords() throws Exception {
        clock("overdue", "publish-result", "now() - interval '1 hour'");
        clock(
                "today",
                "publish-result",
                "date_trunc('day', now() at time zone 'Asia/Shanghai')"
                        + " at time zone 'Asia/Shanghai' + interval '23 hours 59 minutes 59 seconds'");
        clock(
                "soon",
                "transfer-crime",
                "date_trunc('day', now() at time zone 'Asia/Shanghai')"
                        + " at time zone 'Asia/Shanghai' + interval '25 hours'");
        clock("running", "publish-result", "now() + interval '30 days'");
        String page = desk.page("/ops");
        for (ClockState state : ClockState.values()) {
            String key = state.name().toLowerCase(java.util.Locale.ROOT);
            desk.shows(Desk.part(page, "data-testid=\"clock-" + key + "\"", "</td>"), state);
        }
        desk.shows(Desk.row(page, "problem-clock-overdue"), ClockState.OVERDUE);
        desk.shows(Desk.row(page, "problem-clock-today"), ClockState.TODAY);
        assertThat(page).doesNotContain("0 个工作日");
    }

    @ParameterizedTest
    @EnumSource(QuarantinedRow.State.class)
    void aQuarantinedRowHasOneStateAndItsGroupAGeneralSentence(QuarantinedRow.State state) throws Exception {
        quarantined(state, "k1", "居民身份证号中的出生日期不存在");
        quarantined(QuarantinedRow.State.OPEN, "k2", "居民身份证号的校验位应为 X");
        String page = desk.page("/quarantine");
        long id = desk.jdbc
                .sql("select id from intake.quarantined_row where identity = 'k1'")
                .query(Long.class)
                .single();
        desk.shows(Desk.row(page, "row-" + id), state);
        assertThat(Desk.row(page, "reason-E-CITIZEN-ID"))
                .contains(desk.word("rule.E-CITIZEN-ID"))
                .doesNotContain("出生日期不存在", "校验位应为");
        desk.shows(Desk.row(desk.page("/ops"), "problem-quarantine"), QuarantinedRow.State.OPEN);
    }

    private DutyRun.State state(String run) {
        return duty.run(run).orElseThrow().state();
    }

    private String message(String partner, String route, DispatchState state, String code, boolean failing) {
        return desk.jdbc
                .sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, lease_until, trace_id, owner, cause_code, cause,
                            confirmed_at, parked_at, failing_since, placed)
                        values (:route, :partner, 1, true, 'e', :route, :route, :route, '试验', :route, :state,
                            case when :state in ('OWED', 'SENT', 'DOUBTED') then now() + interval '1 day' end,
                            case when :state = 'SENDING' then now() + interval '1 day' end, '', '监管科',
                            case when :state = 'PARKED' and :code = '' then 'E-1042' else :code end, '试验的原因',
                            case when :state = 'CONFIRMED' then now() end, case when :state = 'PARKED' then now() end,
                            case when :failing then now() - interval '10 minutes' end, true)
                        returning id""")
                .param("route", route)
                .param("partner", partner)
                .param("state", state.name())
                .param("code", code)
                .param("failing", failing)
                .query(String.class)
                .single();
    }

    private void clock(String key, String kind, String due) {
        desk.jdbc
                .sql("insert into duty.deadline values (?, ?, '公示', '法', now() - interval '2 days', " + due
                        + ", false, '试')")
                .params(kind, key)
                .update();
    }

    private void quarantined(QuarantinedRow.State state, String key, String message) {
        desk.jdbc.sql("""
                        insert into intake.quarantined_row (feed, identity, last_run, source, line, col, field, rule, message,
                            original, state, owner, first_seen, last_seen)
                        values ('hr.inspectors', ?, 'r1', 'f.csv', 3, 1, '身份证号', 'E-CITIZEN-ID', ?, '\\x61', ?, '人事科', now(), now())""").params(key, message, state.name()).update();
    }
}
