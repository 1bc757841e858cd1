package cn.zrzy.hub.registry.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each run's counts are checked once in each state that it reaches, and nothing older is read for it. */
class RunCheckTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final RunCheck check = new RunCheck(database.jdbc(), new Conservation(database.jdbc()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsThatWentNowhereAreToldOnceAndAgainInTheNextState() {
        run("20261123-good", "REFUSED", 10, 0, 10);
        run("20261123-bad", "REFUSED", 10, 0, 7);
        run("20261123-open", "STAGING", 10, 0, 7);
        SelfCheck.Findings first = check(Set.of());
        assertThat(first.objects()).containsExactlyInAnyOrder("20261123-good", "20261123-bad");
        assertThat(first.breaches())
                .singleElement()
                .isEqualTo(new Breach("I1", "20261123-bad", "收到 10 行，去向合计 7 行；名录里写入 0 条、停用 0 条"));
        assertThat(check(Set.of()).objects()).isEmpty();
        assertThat(check(Set.of("20261123-bad")).breaches()).hasSize(1);
        database.jdbc()
                .sql("update registry.sync_run set state = 'APPLIED' where run_id = '20261123-good'")
                .update();
        assertThat(check(Set.of()).objects()).containsExactly("20261123-good");
    }

    @Test
    void aRunWhoseVersionsAreMissingIsFound() {
        run("20261123-lost", "APPLIED", 3, 3, 0);
        assertThat(check(Set.of()).breaches()).extracting(Breach::object).containsExactly("20261123-lost");
    }

    private void run(String id, String state, int received, int added, int unchanged) {
        database.jdbc().sql("""
                        insert into registry.sync_run (run_id, feed, business_date, state, received, added, unchanged, opened_at)
                        values (?, 'landuse.parcels', date '2026-11-23', ?, ?, ?, ?, now())
                        """).params(id, state, received, added, unchanged).update();
    }

    private SelfCheck.Findings check(Set<String> suspects) {
        return database.transaction().execute(status -> check.check(suspects));
    }
}
