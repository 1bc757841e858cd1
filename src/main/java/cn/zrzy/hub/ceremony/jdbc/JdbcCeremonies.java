package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.Ceremonies;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCeremonies implements Ceremonies {

    private final JdbcClient jdbc;

    JdbcCeremonies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(Ceremony ceremony) {
        jdbc.sql("insert into plan.ceremony (draw_no, opened_by, present, opened_at, until) values (?, ?, ?, ?, ?)")
                .params(
                        ceremony.drawNo(),
                        ceremony.openedBy(),
                        ceremony.present(),
                        ceremony.openedAt(),
                        ceremony.until())
                .update();
    }

    @Override
    public void end(String drawNo, OffsetDateTime at) {
        jdbc.sql("update plan.ceremony set until = ? where draw_no = ? and until > ?")
                .params(at, drawNo, at)
                .update();
    }

    @Override
    public Optional<Ceremony> running(String drawNo, OffsetDateTime at) {
        return jdbc.sql("""
                        select draw_no, opened_by, present, opened_at, until from plan.ceremony
                        where draw_no = ? and until > ? order by no desc limit 1""").params(drawNo, at).query(Ceremony.class).optional();
    }
}
