package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry's check of itself (名录自查): where each row of a run went, once in each state that the run reaches. */
@Component
class RunCheck implements SelfCheck {

    private static final int PART = 20;

    private final JdbcClient jdbc;
    private final Conservation conservation;

    RunCheck(JdbcClient jdbc, Conservation conservation) {
        this.jdbc = jdbc;
        this.conservation = conservation;
    }

    private record Reached(String runId, String state) {}

    @Override
    public String book() {
        return "registry";
    }

    @Override
    public Findings check(Collection<String> suspects) {
        // A run that is just being applied is locked for minutes; it comes in its next state.
        List<Reached> reached = jdbc.sql("""
                        select run_id, state from registry.sync_run where checked <> state and state <> 'STAGING'
                        order by run_id limit ? for update skip locked
                        """).param(PART).query(Reached.class).list();
        Set<String> runs = new HashSet<>(suspects);
        for (Reached run : reached) {
            runs.add(run.runId());
            jdbc.sql("update registry.sync_run set checked = ? where run_id = ?")
                    .params(run.state(), run.runId())
                    .update();
        }
        List<Breach> breaches = new ArrayList<>();
        runs.forEach(run -> breaches.addAll(conservation.breaches(run)));
        return new Findings(runs, breaches, reached.size() == PART);
    }
}
