package cn.zrzy.hub.inspection.jdbc;

import cn.zrzy.hub.inspection.Task;
import cn.zrzy.hub.inspection.Tasks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTasks implements Tasks {

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;

    JdbcTasks(JdbcClient jdbc, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public Optional<Task> hold(String taskNo) {
        return jdbc.sql("select * from inspection.task where task_no = ? for update")
                .params(taskNo)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Task> ofScheme(String schemeNo) {
        return jdbc.sql("select * from inspection.task where scheme_no = ? order by draw_no, rank")
                .params(schemeNo)
                .query(this::row)
                .list();
    }

    @Override
    public int open(List<Task> tasks) {
        int opened = 0;
        for (Task task : tasks) {
            opened += jdbc.sql("""
                            insert into inspection.task (task_no, draw_no, scheme_no, plan_no, rank, object_id, object_name,
                                                         item_codes, inspectors, window_from, window_to, state,
                                                         note)
                            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            task.taskNo(),
                            task.drawNo(),
                            task.schemeNo(),
                            task.planNo(),
                            task.rank(),
                            task.objectId(),
                            task.objectName(),
                            write(task.itemCodes()),
                            write(task.inspectors()),
                            task.windowFrom(),
                            task.windowTo(),
                            task.state().name(),
                            task.note())
                    .update();
        }
        return opened;
    }

    @Override
    public void reported(String taskNo) {
        jdbc.sql("update inspection.task set state = 'REPORTED' where task_no = ?")
                .params(taskNo)
                .update();
    }

    @Override
    public List<Task> holdAll(String drawNo) {
        return jdbc.sql("select * from inspection.task where draw_no = ? order by rank for update")
                .params(drawNo)
                .query(this::row)
                .list();
    }

    @Override
    public void change(Task changed) {
        jdbc.sql("""
                        insert into inspection.task_history (task_no, state, item_codes, inspectors, note)
                        select task_no, state, item_codes, inspectors, note from inspection.task where task_no = ?
                        """).params(changed.taskNo()).update();
        jdbc.sql("""
                        update inspection.task set state = ?, item_codes = ?::jsonb, inspectors = ?::jsonb, note = ?
                        where task_no = ?
                        """)
                .params(
                        changed.state().name(),
                        write(changed.itemCodes()),
                        write(changed.inspectors()),
                        changed.note(),
                        changed.taskNo())
                .update();
    }

    private Task row(ResultSet row, int number) throws SQLException {
        try {
            return new Task(
                    row.getString("task_no"),
                    row.getString("draw_no"),
                    row.getString("scheme_no"),
                    row.getString("plan_no"),
                    row.getInt("rank"),
                    row.getString("object_id"),
                    row.getString("object_name"),
                    List.of(mapper.readValue(row.getString("item_codes"), String[].class)),
                    List.of(mapper.readValue(row.getString("inspectors"), Task.Checker[].class)),
                    row.getObject("window_from", LocalDate.class),
                    row.getObject("window_to", LocalDate.class),
                    Task.State.valueOf(row.getString("state")),
                    row.getString("note"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("task row " + row.getString("task_no") + " is damaged", e);
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
