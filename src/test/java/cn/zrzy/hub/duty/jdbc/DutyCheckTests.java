package cn.zrzy.hub.duty.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Breach;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run that nothing will ever move again is told. */
class DutyCheckTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final DutyCheck check = new DutyCheck(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRunningRunWithoutALeaseIsADeadEnd() {
        assertThat(check.check(Set.of()).breaches()).isEmpty();
        database.jdbc().sql("""
                        insert into duty.run (run_id, job, business_date, position, origin, state, due_at, next_at, trace_id)
                        values ('20261123-draw-run', 'draw-run', date '2026-11-23', 1, 'clock', 'RUNNING', now(), now(), '')
                        """).update();
        assertThat(check.check(Set.of()).breaches())
                .extracting(Breach::invariant, Breach::object)
                .containsExactly(tuple("I7", "20261123-draw-run"));
        database.jdbc().sql("update duty.run set state = 'FAILED'").update();
        assertThat(check.check(Set.of("20261123-draw-run")).objects()).containsExactly("20261123-draw-run");
    }
}
