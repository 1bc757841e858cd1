package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.ProbabilitySheets;
import cn.zrzy.hub.draw.outcome.Rehearsal;
import cn.zrzy.hub.plan.jdbc.JsonColumn;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProbabilitySheets implements ProbabilitySheets {

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcProbabilitySheets(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Rehearsal> find(String drawNo) {
        return jdbc.sql("select sheet from plan.probability_sheet where draw_no = ?")
                .params(drawNo)
                .query(String.class)
                .optional()
                .map(text -> json.read(text, Rehearsal.class));
    }

    @Override
    public void add(String drawNo, Rehearsal sheet) {
        jdbc.sql("insert into plan.probability_sheet (draw_no, sheet) values (?, ?::jsonb) on conflict do nothing")
                .params(drawNo, json.write(sheet))
                .update();
    }
}
