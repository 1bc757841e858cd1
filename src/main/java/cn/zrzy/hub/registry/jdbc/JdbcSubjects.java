package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.SubjectKind;
import cn.zrzy.hub.registry.Subjects;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 检查对象名录库 on {@code registry.subject_version}. */
@Repository
class JdbcSubjects implements Subjects {

    private static final String LIVE = " from registry.subject_version where until is null and not retired ";

    /** A target is KIND or KIND/tag; the region matches by its prefix without trailing double zeros. */
    private static final String MATCHES = """
            and kind || '' in (:kinds) and region like :region
            and exists (select from unnest(cast(:targets as text[])) t
                        where t = kind or (t like kind || '/%' and substr(t, length(kind) + 2) = any (tags))) """;

    private static final String OBSTACLE =
            " case when obstacle <> '' then obstacle when valid_to < :date then '资质已过有效期' else '' end ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;

    JdbcSubjects(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(1000); // inside a transaction the driver then reads in portions
        this.streaming = new NamedParameterJdbcTemplate(template);
    }

    @Override
    public Stream<Subject> eligible(Collection<String> targets, String region, LocalDate date) {
        if (targets.isEmpty()) {
            return Stream.empty();
        }
        return streaming.queryForStream(
                "select distinct on (code) *" + LIVE + MATCHES + "and " + OBSTACLE + " = '' order by code, kind",
                filter(targets, region, date),
                SubjectRows::subject);
    }

    @Override
    public Map<String, Long> excluded(Collection<String> targets, String region, LocalDate date) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        if (!targets.isEmpty()) {
            streaming.query(
                    "select reason, count(*) as amount from (select" + OBSTACLE + "as reason" + LIVE + MATCHES
                            + ") r where reason <> '' group by reason order by amount desc, reason",
                    filter(targets, region, date),
                    row -> {
                        reasons.put(row.getString("reason"), row.getLong("amount"));
                    });
        }
        return reasons;
    }

    private static Map<String, Object> filter(Collection<String> targets, String region, LocalDate date) {
        String prefix = region == null ? "" : region.replaceAll("(00)+$", "");
        return Map.of(
                "kinds",
                targets.stream().map(t -> t.split("/")[0]).distinct().toList(),
                "targets",
                "{"
                        + String.join(
                                ",", targets.stream().map(JdbcSubjects::quoted).toList()) + "}",
                "region",
                prefix + "%",
                "date",
                date);
    }

    private static String quoted(String target) {
        return '"' + target.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public Optional<Subject> find(String code) {
        return jdbc.sql("select *" + LIVE + "and code = ? order by kind limit 1")
                .param(code)
                .query(SubjectRows::subject)
                .optional();
    }

    @Override
    public Stream<Subject> asOf(Instant time) {
        return streaming.queryForStream(
                """
                select * from registry.subject_version
                where since <= :time and (until is null or until > :time) and not retired order by code, kind""", Map.of("time", Timestamp.from(time.truncatedTo(ChronoUnit.MICROS))), SubjectRows::subject);
    }

    @Override
    public List<Subject> history(String code) {
        return jdbc.sql("select * from registry.subject_version where code = ? order by kind, version")
                .param(code)
                .query(SubjectRows::subject)
                .list();
    }

    @Override
    public List<Subject> heldBy(String creditCode) {
        return jdbc.sql("""
                        select * from registry.subject_version
                        where code in (select code from registry.subject_version
                                       where holder_code = ? and holder_code <> '')
                        order by code, since, version""").param(creditCode).query(SubjectRows::subject).list();
    }

    @Override
    public Map<SubjectKind, Long> countByKind() {
        Map<SubjectKind, Long> counts = new EnumMap<>(SubjectKind.class);
        jdbc.sql("select kind, count(*) as amount" + LIVE + "group by kind").query(row -> {
            counts.put(SubjectKind.valueOf(row.getString("kind")), row.getLong("amount"));
        });
        return counts;
    }

    @Override
    public List<Subject> search(String words, SubjectKind kindOrNull, int offset, int limit) {
        String text = words == null ? "" : words.strip();
        return jdbc.sql("select *" + LIVE + """
                        and (cast(:kind as text) is null or kind = :kind)
                        and (:text = '' or code = :text or code = 'DK:' || :text or code = 'XM:' || :text
                             or code = 'KQ:' || :text or holder_code = :text or name like :like or holder_name like :like)
                        order by code, kind offset :offset limit :limit""")
                .param("kind", kindOrNull == null ? null : kindOrNull.name())
                .param("text", text)
                .param(
                        "like",
                        "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("offset", offset)
                .param("limit", limit)
                .query(SubjectRows::subject)
                .list();
    }
}
