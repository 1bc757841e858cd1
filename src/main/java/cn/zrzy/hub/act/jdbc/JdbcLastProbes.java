package cn.zrzy.hub.act.jdbc;

import cn.zrzy.hub.act.partner.LastProbes;
import cn.zrzy.hub.kernel.probe.Probe;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 最近一次测试 in {@code act.probe}. */
@Repository
class JdbcLastProbes implements LastProbes {

    private final JdbcClient jdbc;

    JdbcLastProbes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LastProbe> of(String system) {
        return jdbc.sql("select at, through, sentence, millis, asked_by from act.probe where system = ?")
                .param(system)
                .query(LastProbe.class)
                .optional();
    }

    @Override
    public void keep(String system, Probe probe, String who) {
        jdbc.sql("""
                        insert into act.probe (system, through, sentence, millis, asked_by) values (?, ?, ?, ?, ?)
                        on conflict (system) do update
                        set at = excluded.at, through = excluded.through, sentence = excluded.sentence,
                            millis = excluded.millis, asked_by = excluded.asked_by""")
                .params(system, probe.through(), probe.sentence(), probe.millis(), who)
                .update();
    }
}
