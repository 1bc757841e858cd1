package cn.zrzy.hub.plan.jdbc;

import cn.zrzy.hub.draw.PlatformAudit;
import cn.zrzy.hub.plan.PlatformAudits;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlatformAudits implements PlatformAudits {

    private final JdbcClient jdbc;
    private final JsonColumn json;

    JdbcPlatformAudits(JdbcClient jdbc, JsonColumn json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void keep(PlatformAudit.Report report, OffsetDateTime madeAt) {
        jdbc.sql("""
                        insert into plan.platform_audit (year, made_at, report) values (?, ?, ?::jsonb)
                        on conflict (year) do update set made_at = excluded.made_at, report = excluded.report
                        """).params(report.year(), madeAt, json.write(report)).update();
    }

    @Override
    public Optional<Kept> find(int year) {
        return jdbc.sql("select made_at, report from plan.platform_audit where year = ?")
                .params(year)
                .query((row, n) -> new Kept(
                        row.getObject("made_at", OffsetDateTime.class),
                        json.read(row.getString("report"), PlatformAudit.Report.class)))
                .optional();
    }
}
