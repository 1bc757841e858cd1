package cn.zrzy.hub.inspection.jdbc;

import cn.zrzy.hub.inspection.Finding;
import cn.zrzy.hub.inspection.Findings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFindings implements Findings {

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;

    JdbcFindings(JdbcClient jdbc, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public Optional<Finding> find(String findingNo, int version) {
        return jdbc.sql("select document from inspection.finding where finding_no = ? and version = ?")
                .params(findingNo, version)
                .query(this::row)
                .optional();
    }

    @Override
    public Optional<Finding> newest(String findingNo) {
        return jdbc.sql("select document from inspection.finding where finding_no = ? order by version desc limit 1")
                .params(findingNo)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Finding> ofScheme(String schemeNo) {
        return jdbc.sql("""
                        select distinct on (finding_no) document from inspection.finding
                        where scheme_no = ? order by finding_no, version desc
                        """).params(schemeNo).query(this::row).list();
    }

    @Override
    public int count(String taskNo) {
        // Two entries for one task at one moment wait for each other, so that both get a number of their own.
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .params("finding " + taskNo)
                .query((row, n) -> 0)
                .list();
        return jdbc.sql("select count(distinct finding_no) from inspection.finding where task_no = ?")
                .params(taskNo)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(Finding finding, String requestNo) {
        try {
            jdbc.sql("""
                            insert into inspection.finding
                                (finding_no, version, task_no, scheme_no, object_id, codes, document, request_no)
                            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?::jsonb, ?)
                            """)
                    .params(
                            finding.findingNo(),
                            finding.version(),
                            finding.taskNo(),
                            finding.schemeNo(),
                            finding.objectId(),
                            String.join(",", finding.resultCodes()),
                            mapper.writeValueAsString(finding),
                            requestNo)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Finding> ofRequest(String requestNo) {
        return jdbc.sql("select document from inspection.finding where request_no = ?")
                .params(requestNo)
                .query(this::row)
                .optional();
    }

    private Finding row(ResultSet row, int number) throws SQLException {
        try {
            return mapper.readValue(row.getString("document"), Finding.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("finding row is damaged", e);
        }
    }
}
