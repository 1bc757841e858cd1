package cn.zrzy.hub.console;

import cn.zrzy.hub.duty.DutyLedger;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.SyncRun;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

// No stereotype: the scans of other harnesses must not find it.
/** Runs of one night as the ledgers keep them: in each state, and failed by each cause. */
class RunScenes {

    static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);
    static final String JOB = "sync-inspectors-from-hr";

    private final JdbcClient jdbc;
    private final DutyLedger duty;
    private final RegistryBook registry;

    RunScenes(JdbcClient jdbc, DutyLedger duty, RegistryBook registry) {
        this.jdbc = jdbc;
        this.duty = duty;
        this.registry = registry;
    }

    String run(DutyRun.State state) {
        String id = "20261123-" + JOB;
        jdbc.sql("""
                        insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, started_at,
                            ended_at, lease_until, trace_id, code, message)
                        values (?, ?, ?, 1, 'clock', ?, now(), now() + interval '1 day', now(), now(),
                            case when ? = 'RUNNING' then now() + interval '1 day' end, '', '', '试验')""").params(id, JOB, NIGHT, state.name(), state.name()).update();
        return id;
    }

    void batch(String run, SyncRun.State state) {
        jdbc.sql("""
                        insert into registry.sync_run (run_id, feed, business_date, state, opened_at)
                        values (?, 'hr.inspectors', ?, ?, now())""").params(run, NIGHT, state.name()).update();
    }

    /** A run at its work, its batch open. */
    Shift working() {
        duty.due(JOB, NIGHT, "clock");
        Shift shift = duty.claim(Set.of()).orElseThrow().shift();
        registry.open(shift, "hr.inspectors", NIGHT);
        return shift;
    }

    /** A failure made by the ledgers themselves. {@code closing}: the registry is asked to close the batch and may refuse. */
    String failed(Failed cause) {
        Shift shift = working();
        try {
            if (cause.closing) {
                registry.close(shift, cause.received, cause.announced, cause.received);
            }
            throw new Rejected(cause.code, "文件与声明的摘要不符，整份不用");
        } catch (Rejected refusal) {
            duty.fail(shift, refusal);
        }
        return shift.runId();
    }

    /** Why a whole file is not used. */
    enum Failed {
        SM3("E-FEED-SM3", false, 0, 0),
        MARKER("E-FEED-MARKER", false, 0, 0),
        HEADER("E-FEED-HEADER", false, 0, 0),
        EMPTY("E-FEED-EMPTY", true, 0, 0),
        COUNT("E-FEED-COUNT", true, 3, 9),
        ALL_BAD("E-FEED-ALL-BAD", true, 2, 2);

        final String code;
        private final boolean closing;
        private final long received;
        private final long announced;

        Failed(String code, boolean closing, long received, long announced) {
            this.code = code;
            this.closing = closing;
            this.received = received;
            this.announced = announced;
        }
    }
}
