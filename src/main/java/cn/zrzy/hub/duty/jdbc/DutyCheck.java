package cn.zrzy.hub.duty.jdbc;

import cn.zrzy.hub.kernel.Breach;
import cn.zrzy.hub.kernel.SelfCheck;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The duty ledger's check of itself (值班自查): no run waits for nothing. Read whole, since only open runs can. */
@Component
class DutyCheck implements SelfCheck {

    private final JdbcClient jdbc;

    DutyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String book() {
        return "duty";
    }

    @Override
    public Findings check(Collection<String> suspects) {
        List<Breach> breaches = jdbc.sql("select run_id from duty.i7_dead_end")
                .query((row, n) -> new Breach("I7", row.getString("run_id"), "运行没有结束，也没有租约或下次时间，不会自己继续"))
                .list();
        Set<String> objects = new HashSet<>(suspects);
        breaches.forEach(breach -> objects.add(breach.object()));
        return new Findings(objects, breaches, false);
    }
}
