package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.DrawDemands;
import cn.zrzy.hub.registry.Fitness;
import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 执法检查人员名录库 on {@code registry.inspector_version}. A city has hundreds of inspectors, so one Java rule decides. */
@Repository
class JdbcInspectors implements Inspectors {

    private static final String LIVE = "select * from registry.inspector_version where until is null and not retired ";

    /** Kind and region lead the index, so each pair is one look, however many subjects there are. */
    private static final String INHABITED = """
            with recursive spot as (
                (select kind, region from registry.subject_version where until is null and not retired
                 order by kind, region limit 1)
                union all
                select next.kind, next.region from spot, lateral (
                    select v.kind, v.region from registry.subject_version v
                    where v.until is null and not v.retired and (v.kind, v.region) > (spot.kind, spot.region)
                    order by v.kind, v.region limit 1) next)
            select distinct region from spot""";

    private final JdbcClient jdbc;
    private final DrawDemands demands;

    JdbcInspectors(JdbcClient jdbc, DrawDemands demands) {
        this.jdbc = jdbc;
        this.demands = demands;
    }

    @Override
    public List<Inspector> certified(LocalDate date) {
        return judged(date).stream()
                .filter(Fitness.Verdict::fit)
                .map(Fitness.Verdict::person)
                .toList();
    }

    @Override
    public List<Fitness.Verdict> judged(LocalDate date) {
        List<String> inhabited = jdbc.sql(INHABITED).query(String.class).list();
        return new Fitness(demands, inhabited).judge(live(), date);
    }

    private List<Inspector> live() {
        return jdbc.sql(LIVE + "order by key").query(JdbcInspectors::inspector).list();
    }

    @Override
    public Optional<Inspector> find(String staffNo) {
        return jdbc.sql(LIVE + "and key = ?")
                .param(staffNo)
                .query(JdbcInspectors::inspector)
                .optional();
    }

    @Override
    public List<Inspector> asOf(Instant time) {
        return jdbc.sql("""
                        select * from registry.inspector_version
                        where since <= :time and (until is null or until > :time) and not retired order by key""")
                .param("time", Timestamp.from(time.truncatedTo(ChronoUnit.MICROS)))
                .query(JdbcInspectors::inspector)
                .list();
    }

    @Override
    public List<Inspector> search(String words, int offset, int limit) {
        String text = words == null ? "" : words.strip();
        return jdbc.sql(LIVE + """
                        and (:text = '' or key = :text or card_no = :text or name like :like or unit like :like)
                        order by key offset :offset limit :limit""")
                .param("text", text)
                .param(
                        "like",
                        "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("offset", offset)
                .param("limit", limit)
                .query(JdbcInspectors::inspector)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from registry.inspector_version where until is null and not retired")
                .query(Long.class)
                .single();
    }

    private static Inspector inspector(ResultSet row, int i) throws SQLException {
        return new Inspector(
                row.getString("key"),
                row.getString("name"),
                row.getString("unit"),
                row.getString("unit_code"),
                row.getString("department"),
                row.getString("post_kind"),
                row.getString("card_no"),
                SubjectRows.date(row, "card_valid_to"),
                SubjectRows.words(row, "fields"),
                SubjectRows.words(row, "specialties"),
                SubjectRows.words(row, "regions"),
                row.getBoolean("leader"),
                row.getString("duty"),
                row.getString("masked_id"),
                row.getInt("version"),
                row.getTimestamp("since").toInstant());
    }
}
