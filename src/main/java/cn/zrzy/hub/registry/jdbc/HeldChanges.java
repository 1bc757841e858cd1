package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.RunDecided;
import cn.zrzy.hub.registry.RegistryBook.HeldChange;
import cn.zrzy.hub.registry.SyncRun;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code registry.held_change}: what the guard stopped and who decided about it (拦截与审批). */
@Repository
class HeldChanges {

    private final JdbcClient jdbc;
    private final RunTable runs;
    private final ApplicationEventPublisher events;

    HeldChanges(JdbcClient jdbc, RunTable runs, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.events = events;
    }

    void hold(SyncRun run, String objection) {
        jdbc.sql("insert into registry.held_change (run_id, guard_reason, held_at) values (?, ?, ?)")
                .params(run.runId(), objection, runs.now())
                .update();
        runs.finish(
                run.runId(),
                SyncRun.State.HELD,
                "已拦截：" + objection + "。当前生效名录不变，抽取不受影响。" + run.balance().sentence() + "；停用 " + run.retired());
    }

    /** A newer run of the feed makes older held ones void: their data is out of date. */
    void overtake(SyncRun newer) {
        for (String runId : runs.heldOf(newer.feed())) {
            jdbc.sql("update registry.held_change set decision = 'OVERTAKEN', decided_at = ? where run_id = ?")
                    .params(runs.now(), runId)
                    .update();
            runs.drop(runId, SyncRun.State.OVERTAKEN, "拦截未处理，已被批次 " + newer.runId() + " 取代");
            tell(runId);
        }
    }

    void request(SyncRun run, String who, String reason) {
        needs(run, reason);
        jdbc.sql("""
                        update registry.held_change set requested_by = ?, request_reason = ?, requested_at = ?
                        where run_id = ?""").params(who, reason, runs.now(), run.runId()).update();
    }

    void decide(SyncRun run, String who, String reason, String decision) {
        needs(run, reason);
        String asked = jdbc.sql("select requested_by from registry.held_change where run_id = ?")
                .param(run.runId())
                .query(String.class)
                .single();
        boolean approval = "APPROVED".equals(decision);
        if (approval && asked.isEmpty()) {
            throw new Rejected("E-HELD-REQUEST", "尚未有人提交生效申请，须一人申请、另一人审批");
        }
        if (approval && asked.equals(who)) {
            throw new Rejected("E-HELD-SAME", "申请人不能审批自己的申请，须由另一人审批");
        }
        jdbc.sql("""
                        update registry.held_change set decision = ?, decided_by = ?, decide_reason = ?, decided_at = ?
                        where run_id = ?""").params(decision, who, reason, runs.now(), run.runId()).update();
    }

    private static void needs(SyncRun run, String reason) {
        if (run.state() != SyncRun.State.HELD) {
            throw new Rejected("E-HELD-STATE", "批次 " + run.runId() + " 不在拦截状态，请刷新页面");
        }
        if (reason == null || reason.isBlank()) {
            throw new Rejected("E-REASON", "请填写理由", Place.field("理由"));
        }
    }

    List<HeldChange> list() {
        return jdbc.sql("""
                        select r.*, h.guard_reason, h.held_at, h.requested_by, h.request_reason
                        from registry.held_change h join registry.sync_run r on r.run_id = h.run_id
                        where r.state = 'HELD' order by h.held_at desc""")
                .query((row, i) -> new HeldChange(
                        RunTable.run(row, i),
                        row.getString("guard_reason"),
                        row.getTimestamp("held_at").toInstant(),
                        row.getString("requested_by"),
                        row.getString("request_reason")))
                .list();
    }

    /** The run waited on the duty desk for what has now become of it. */
    Outcome tell(String runId) {
        Outcome outcome = outcome(runs.locked(runId));
        events.publishEvent(new RunDecided(runId, outcome));
        return outcome;
    }

    /** The run's end in the duty desk's words: its own line. */
    Outcome outcome(SyncRun run) {
        return switch (run.state()) {
            case HELD -> Outcome.held(run.message());
            case APPLIED -> run.quarantined() > 0 ? Outcome.partial(run.message()) : Outcome.done(run.message());
            default -> Outcome.skipped(run.message());
        };
    }
}
