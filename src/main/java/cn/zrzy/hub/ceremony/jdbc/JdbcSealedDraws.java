package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.SealedDraws;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSealedDraws implements SealedDraws {

    private final JdbcClient jdbc;

    JdbcSealedDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> now() {
        return jdbc.sql("""
                        select draw_no from plan.draw_result where closed_until is not null and opened_at is null
                        order by draw_no
                        """).query(String.class).list();
    }
}
