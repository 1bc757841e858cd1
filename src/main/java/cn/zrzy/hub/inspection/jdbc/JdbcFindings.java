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
        hold("finding " + taskNo);
        return jdbc.sql("select count(distinct finding_no) from inspection.finding where task_no = ?")
                .params(taskNo)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Finding> ofItem(String taskNo, String itemCode) {
        return newestWith("f.task_no = ? and f.document ->> 'itemCode' = ?", taskNo, itemCode);
    }

    @Override
    public Optional<Finding> ofDecision(String identity) {
        hold("decision " + identity);
        return newestWith("f.decision = ?", identity);
    }

    /** @param which of the newest versions */
    private Optional<Finding> newestWith(String which, Object... params) {
        return jdbc.sql("select f.document from inspection.finding f where " + which + """
                         and not exists (select 1 from inspection.finding n
                                         where n.finding_no = f.finding_no and n.version > f.version)
                        order by f.finding_no limit 1
                        """)
                .params(params)
                .query(this::row)
                .optional();
    }

    private void hold(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .params(what)
                .query((row, n) -> 0)
                .list();
    }

    @Override
    public void add(Finding finding, String requestNo) {
        try {
            jdbc.sql("""
                            insert into inspection.finding
                                (finding_no, version, task_no, scheme_no, object_id, codes, document, decision,
                                 request_no)
                            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?::jsonb, ?, ?)
                            """)
                    .params(
                            finding.findingNo(),
                            finding.version(),
                            finding.taskNo(),
                            finding.schemeNo(),
                            finding.objectId(),
                            String.join(",", finding.resultCodes()),
                            mapper.writeValueAsString(finding),
                            finding.penalty() == null ? null : finding.penalty().identity(finding.party()),
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
