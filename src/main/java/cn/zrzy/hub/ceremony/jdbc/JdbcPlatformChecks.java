package cn.zrzy.hub.ceremony.jdbc;

import cn.zrzy.hub.ceremony.record.PlatformCheck;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.plan.jdbc.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlatformChecks implements PlatformChecks {

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcPlatformChecks(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(PlatformCheck check) {
        jdbc.sql("""
                        insert into plan.platform_check (draw_no, body_sha256, said_drawn_at, taken_at, findings, forbidden)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .params(
                        check.drawNo(),
                        check.bodySha256(),
                        check.saidDrawnAt(),
                        check.takenAt(),
                        json.write(check.findings()),
                        json.write(check.forbidden()))
                .update();
    }

    @Override
    public Optional<PlatformCheck> find(String drawNo) {
        return jdbc.sql("select * from plan.platform_check where draw_no = ?")
                .params(drawNo)
                .query(this::row)
                .optional();
    }

    @Override
    public List<PlatformCheck> open() {
        return jdbc.sql("""
                        select * from plan.platform_check
                        where settled_at is null and (findings <> '[]' or forbidden <> '{}')
                          and not exists (select 1 from plan.abandonment a
                                          where a.draw_no = platform_check.draw_no and a.approver is not null)
                        order by taken_at
                        """).query(this::row).list();
    }

    @Override
    public boolean settle(String drawNo, String settlement, String person) {
        return jdbc.sql("""
                        update plan.platform_check set settlement = ?, settled_by = ?, settled_at = now()
                        where draw_no = ? and settled_at is null and (findings <> '[]' or forbidden <> '{}')
                        """).params(settlement, person, drawNo).update() == 1;
    }

    @SuppressWarnings("unchecked")
    private PlatformCheck row(ResultSet row, int number) throws SQLException {
        return new PlatformCheck(
                row.getString("draw_no"),
                row.getString("body_sha256"),
                row.getObject("said_drawn_at", OffsetDateTime.class),
                row.getObject("taken_at", OffsetDateTime.class),
                Arrays.asList(json.read(row.getString("findings"), String[].class)),
                (Map<String, List<String>>) json.read(row.getString("forbidden"), Map.class),
                row.getString("settlement"),
                row.getString("settled_by"));
    }
}
