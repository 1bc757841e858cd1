package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.Recusals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 回避 on {@code registry.recusal}. */
@Repository("recusals")
class JdbcRecusals implements Recusals {

    private final JdbcClient jdbc;
    private final RunTable runs;

    JdbcRecusals(JdbcClient jdbc, RunTable runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    @Override
    public Recusal declare(String staffNo, String subjectCode, String reason, String by) {
        given("工号", staffNo);
        given("检查对象代码", subjectCode);
        given("理由", reason);
        given("申报人", by);
        jdbc.sql("""
                        insert into registry.recusal (staff_no, subject_code, reason, declared_by, declared_at)
                        values (?, ?, ?, ?, ?) on conflict (staff_no, subject_code) where lifted_at is null do nothing""")
                .params(staffNo.strip(), subjectCode.strip(), reason.strip(), by.strip(), runs.now())
                .update();
        return jdbc.sql("select * from registry.recusal where staff_no = ? and subject_code = ? and lifted_at is null")
                .params(staffNo.strip(), subjectCode.strip())
                .query(JdbcRecusals::recusal)
                .single();
    }

    @Override
    public void lift(long id, String reason, String by) {
        given("理由", reason);
        jdbc.sql("""
                        update registry.recusal set lifted_at = ?, lifted_by = ?, lift_reason = ?
                        where id = ? and lifted_at is null""").params(runs.now(), by, reason, id).update();
    }

    @Override
    public List<Recusal> inForce(Instant time) {
        return jdbc.sql("""
                        select * from registry.recusal where declared_at <= :time and (lifted_at is null or lifted_at > :time)
                        order by staff_no, subject_code""")
                .param("time", Timestamp.from(time))
                .query(JdbcRecusals::recusal)
                .list();
    }

    private static void given(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Rejected("E-RECUSAL", "回避申报缺少" + field, Place.field(field));
        }
    }

    private static Recusal recusal(ResultSet row, int i) throws SQLException {
        Timestamp lifted = row.getTimestamp("lifted_at");
        return new Recusal(
                row.getLong("id"),
                row.getString("staff_no"),
                row.getString("subject_code"),
                row.getString("reason"),
                row.getString("declared_by"),
                row.getTimestamp("declared_at").toInstant(),
                lifted == null ? null : lifted.toInstant());
    }
}
