package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.batch.StagingArea;
import cn.zrzy.hub.registry.batch.VersionDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Staging (暂存): one statement a portion, columns as arrays. Keys that stand there already are left out by the database
 * and told to the caller; so duplicates are found exactly, with no set of a million keys in memory.
 */
@Repository
class StagingTables implements StagingArea {

    private static final char SEPARATOR = '\u001f';

    /**
     * Rows of one firm under two names are not joined: one of the two codes is mistyped, and nobody can tell which. The
     * first stays, the other is refused, and the live version is spared.
     */
    private static final String SUBJECTS = """
            with run as (select ? as id),
            came as (
                select u.*, first_value(u.name) over (partition by u.key order by u.row_no) as first_name
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::json[], ?::text[])
                     as u(row_no, key, certificate, code, kind, name, holder_name, holder_code, region, tags, credit, status,
                        obstacle, valid_to, details, digest)),
            r as (
                select c.*, c.certificate = '' or translate(c.name, '()', '（）') = translate(coalesce(
                           (select s.name from registry.staged_subject s, run where s.run_id = run.id and s.key = c.key limit 1),
                           c.first_name), '()', '（）') as one
                from came c)
            insert into registry.staged_subject (run_id, row_no, key, certificate, code, kind, name, holder_name, holder_code,
                    region, tags, credit, status, obstacle, valid_to, details, digest)
            select run.id, r.row_no, r.key, r.certificate, r.code, r.kind, r.name, r.holder_name, r.holder_code, r.region,
                   string_to_array(r.tags, e'\\x1f'), r.credit, r.status, r.obstacle, r.valid_to, r.details, r.digest
            from r, run where r.one order by r.row_no
            on conflict do nothing returning row_no""";

    private static final String INSPECTORS = """
            insert into registry.staged_inspector (run_id, row_no, key, name, unit, unit_code, department, post_kind, card_no,
                    card_valid_to, fields, specialties, regions, leader, duty, id_digest, masked_id, digest)
            select ?, r.row_no, r.key, r.name, r.unit, r.unit_code, r.department, r.post_kind, r.card_no, r.card_valid_to,
                   string_to_array(r.fields, e'\\x1f'), string_to_array(r.specialties, e'\\x1f'),
                   string_to_array(r.regions, e'\\x1f'), r.leader, r.duty, r.id_digest, r.masked_id, r.digest
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[],
                    ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[])
                 as r(row_no, key, name, unit, unit_code, department, post_kind, card_no, card_valid_to, fields, specialties,
                    regions, leader, duty, id_digest, masked_id, digest)
            on conflict do nothing returning row_no""";

    private final JdbcTemplate jdbc;

    StagingTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> subjects(String runId, List<StagedSubject> rows) {
        List<Column<StagedSubject>> columns = new ArrayList<>();
        columns.add(new Column<>("bigint", StagedSubject::rowNo));
        List.<Function<StagedSubject, Object>>of(
                        StagedSubject::key,
                        StagedSubject::certificate,
                        StagedSubject::code,
                        row -> row.kind().name(),
                        StagedSubject::name,
                        StagedSubject::holderName,
                        StagedSubject::holderCode,
                        StagedSubject::region,
                        row -> joined(row.tags()),
                        StagedSubject::creditClass,
                        StagedSubject::status,
                        StagedSubject::obstacle)
                .forEach(column -> columns.add(new Column<>("text", column)));
        columns.add(new Column<>("date", StagedSubject::validTo));
        columns.add(new Column<>("text", row -> VersionDigest.json(row.details())));
        columns.add(new Column<>("text", VersionDigest::of));
        return stage(SUBJECTS, runId, rows, columns, StagedSubject::rowNo);
    }

    @Override
    public List<Long> inspectors(String runId, List<StagedInspector> rows) {
        List<Column<StagedInspector>> columns = new ArrayList<>();
        columns.add(new Column<>("bigint", StagedInspector::rowNo));
        List.<Function<StagedInspector, Object>>of(
                        StagedInspector::staffNo,
                        StagedInspector::name,
                        StagedInspector::unit,
                        StagedInspector::unitCode,
                        StagedInspector::department,
                        StagedInspector::postKind,
                        StagedInspector::cardNo)
                .forEach(column -> columns.add(new Column<>("text", column)));
        columns.add(new Column<>("date", StagedInspector::cardValidTo));
        columns.add(new Column<>("text", row -> joined(row.fields())));
        columns.add(new Column<>("text", row -> joined(row.specialties())));
        columns.add(new Column<>("text", row -> joined(row.regions())));
        columns.add(new Column<>("bool", StagedInspector::leader));
        columns.add(new Column<>("text", StagedInspector::duty));
        columns.add(new Column<>("text", StagedInspector::idDigest));
        columns.add(new Column<>("text", StagedInspector::maskedId));
        columns.add(new Column<>("text", VersionDigest::of));
        return stage(INSPECTORS, runId, rows, columns, StagedInspector::rowNo);
    }

    @Override
    public void spare(String runId, List<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.update(
                    "insert into registry.spared (run_id, key) select ?, unnest(?::text[]) on conflict do nothing",
                    statement -> {
                        statement.setString(1, runId);
                        statement.setArray(2, statement.getConnection().createArrayOf("text", keys.toArray()));
                    });
        }
    }

    private record Column<T>(String type, Function<T, Object> value) {}

    private <T> List<Long> stage(
            String sql, String runId, List<T> rows, List<Column<T>> columns, ToLongFunction<T> number) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<Long> taken = jdbc.execute(sql, (PreparedStatement statement) -> {
            statement.setString(1, runId);
            int i = 2;
            for (Column<T> column : columns) {
                Object[] values = rows.stream().map(column.value()).toArray();
                statement.setArray(i++, statement.getConnection().createArrayOf(column.type(), values));
            }
            return numbers(statement.executeQuery());
        });
        return rows.stream()
                .mapToLong(number)
                .filter(no -> !taken.contains(no))
                .boxed()
                .toList();
    }

    private static Set<Long> numbers(ResultSet rows) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        while (rows.next()) {
            numbers.add(rows.getLong(1));
        }
        return numbers;
    }

    /**
     * Rows of this run are strangers to the statistics until autovacuum comes by; without them the planner expects one row
     * and compares 50,000 with 50,000 one by one.
     */
    @Override
    public void measure() {
        jdbc.execute("analyze registry.staged_subject, registry.staged_inspector");
    }

    @Override
    public void sweep(String runId) {
        for (String table : List.of("staged_subject", "staged_inspector", "spared")) {
            jdbc.update("delete from registry." + table + " where run_id = ?", runId);
        }
    }

    private static String joined(List<String> words) {
        return String.join(String.valueOf(SEPARATOR), words);
    }
}
