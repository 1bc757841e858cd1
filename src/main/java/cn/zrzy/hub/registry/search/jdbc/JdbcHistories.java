package cn.zrzy.hub.registry.search.jdbc;

import cn.zrzy.hub.registry.Histories;
import cn.zrzy.hub.registry.RowChange;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHistories implements Histories {

    private static final String VERSIONS = """
            select v.key, v.version, v.run_id, v.since, v.retired, to_jsonb(v)::text as now, to_jsonb(b)::text as before
            from $versions v left join $versions b on b.key = v.key and b.version = v.version - 1
            where v.$by = :of order by v.since desc, v.version desc""";

    private final JdbcClient jdbc;

    private record Row(
            String key, int version, String runId, OffsetDateTime since, boolean retired, String now, String before) {

        Version version(FieldChanges fields) {
            RowChange.Kind change =
                    retired ? RowChange.Kind.RETIRED : before == null ? RowChange.Kind.ADDED : RowChange.Kind.CHANGED;
            return new Version(key, version, runId, since, change, fields.between(before, now));
        }
    }

    JdbcHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Version> ofSubject(String code) {
        return of("registry.subject_version", "code", code);
    }

    @Override
    public List<Version> ofInspector(String staffNo) {
        return of("registry.inspector_version", "key", staffNo);
    }

    private List<Version> of(String versions, String by, String key) {
        FieldChanges fields = new FieldChanges();
        return jdbc
                .sql(VERSIONS.replace("$versions", versions).replace("$by", by))
                .param("of", key)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> row.version(fields))
                .toList();
    }
}
