package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.Recusals.Recusal;
import cn.zrzy.hub.registry.recusal.RecusalRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 回避 on {@code registry.recusal}. */
@Repository
class JdbcRecusals implements RecusalRows {

    private static final String SELECT = """
            select id, staff_no, subject_code, reason, declared_by as by, declared_at as at, lifted_at
            from registry.recusal
            """;

    private final JdbcClient jdbc;

    JdbcRecusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void enter(String staffNo, String subjectCode, String reason, String by, Instant now) {
        jdbc.sql("""
                        insert into registry.recusal (staff_no, subject_code, reason, declared_by, declared_at)
                        values (?, ?, ?, ?, ?) on conflict (staff_no, subject_code) where lifted_at is null do nothing
                        """)
                .params(staffNo, subjectCode, reason, by, Timestamp.from(now))
                .update();
    }

    @Override
    public Recusal inForce(String staffNo, String subjectCode) {
        return jdbc.sql(SELECT + "where staff_no = ? and subject_code = ? and lifted_at is null")
                .params(staffNo, subjectCode)
                .query(Recusal.class)
                .single();
    }

    @Override
    public List<Recusal> inForce(Instant time) {
        return jdbc.sql(SELECT + """
                        where declared_at <= :time and (lifted_at is null or lifted_at > :time)
                        order by staff_no, subject_code
                        """)
                .param("time", Timestamp.from(time))
                .query(Recusal.class)
                .list();
    }

    @Override
    public void end(long id, String reason, String by, Instant now) {
        jdbc.sql("""
                        update registry.recusal set lifted_at = ?, lifted_by = ?, lift_reason = ?
                        where id = ? and lifted_at is null
                        """).params(Timestamp.from(now), by, reason, id).update();
    }
}
