package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.draw.model.SeedRecipe;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrawCalls implements DrawCalls {

    private static final String SELECT =
            "select draw_no, scheme_no, frozen_at is not null as frozen from plan.draw_call ";

    private final JdbcClient jdbc;

    JdbcDrawCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Call> open() {
        return jdbc.sql(SELECT + "where frozen_at is null").query(Call.class).optional();
    }

    @Override
    public Optional<Call> find(String drawNo) {
        return jdbc.sql(SELECT + "where draw_no = ?")
                .params(drawNo)
                .query(Call.class)
                .optional();
    }

    @Override
    public void call(String drawNo, String schemeNo) {
        jdbc.sql("insert into plan.draw_call (draw_no, scheme_no) values (?, ?)")
                .params(drawNo, schemeNo)
                .update();
    }

    @Override
    public boolean commit(String drawNo, String party, String commitment) {
        return jdbc.sql(
                                "insert into plan.commitment (draw_no, party, commitment) values (?, ?, ?) on conflict do nothing")
                        .params(drawNo, party, commitment)
                        .update()
                == 1;
    }

    @Override
    public List<SeedRecipe.Party> parties(String drawNo) {
        return jdbc.sql("select party, commitment from plan.commitment where draw_no = ? order by party collate \"C\"")
                .params(drawNo)
                .query((row, n) -> new SeedRecipe.Party(row.getString("party"), row.getString("commitment")))
                .list();
    }

    @Override
    public void frozen(String drawNo) {
        jdbc.sql("update plan.draw_call set frozen_at = now() where draw_no = ? and frozen_at is null")
                .params(drawNo)
                .update();
    }

    @Override
    public void cancel(String schemeNo) {
        jdbc.sql("""
                        with gone as (
                            delete from plan.draw_call where scheme_no = ? and frozen_at is null returning draw_no),
                        unsealed as (
                            delete from plan.sealed_secret s using gone where s.draw_no = gone.draw_no)
                        delete from plan.commitment c using gone where c.draw_no = gone.draw_no
                        """).params(schemeNo).update();
    }
}
