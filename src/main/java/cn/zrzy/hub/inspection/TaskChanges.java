package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.Rejected;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings the tasks of a draw to what the draw says now (任务变更), after a correction or a void. */
@Service("taskChanges")
class TaskChanges {

    private final Tasks tasks;
    private final ObjectMapper mapper;

    TaskChanges(Tasks tasks, ObjectMapper mapper) {
        this.tasks = tasks;
        this.mapper = mapper;
    }

    /**
     * Cancels what a voided draw ordered (撤销). An inspection that has its finding took place; its task stays.
     *
     * @param notice a {@link TaskNotice} as JSON
     */
    @Transactional
    void cancel(String notice) throws JsonProcessingException {
        TaskNotice read = mapper.readValue(notice, TaskNotice.class);
        tasks.holdAll(read.drawNo()).stream()
                .filter(task -> task.state() == Task.State.OPEN)
                .forEach(task -> tasks.change(task.cancelled(read.reason())));
    }

    /**
     * Cancels the tasks of subjects that fell out, gives changed teams to those that stay and opens the new ones.
     *
     * @param amendment a {@link TaskAmendment} as JSON
     * @throws Rejected E-TASK-REPORTED when an inspection that has its finding would lose its team or its task; nothing
     *     is changed then
     */
    @Transactional
    void amend(String amendment) throws JsonProcessingException {
        TaskAmendment read = mapper.readValue(amendment, TaskAmendment.class);
        Map<String, TaskOrder.Line> ordered =
                read.order().lines().stream().collect(Collectors.toMap(TaskOrder.Line::objectId, line -> line));
        Set<String> kept = new HashSet<>();
        for (Task task : tasks.holdAll(read.order().drawNo())) {
            if (task.state() == Task.State.CANCELLED) {
                continue;
            }
            TaskOrder.Line line = ordered.get(task.objectId());
            kept.add(task.objectId());
            if (line == null) {
                requireUnreported(task);
                tasks.change(task.cancelled(read.note()));
            } else if (!cards(line.inspectors()).equals(cards(task.inspectors()))) {
                requireUnreported(task);
                tasks.change(task.changed(line.itemCodes(), line.inspectors(), task.state(), read.note()));
            } else if (!line.itemCodes().equals(task.itemCodes())) {
                // It moved up for one item more: the visit that took place stays good for the others.
                tasks.change(task.changed(line.itemCodes(), task.inspectors(), task.state(), read.note()));
            }
        }
        tasks.open(read.order().tasks(read.note()).stream()
                .filter(task -> !kept.contains(task.objectId()))
                .toList());
    }

    private static void requireUnreported(Task task) {
        Rejected.unless(
                task.state() == Task.State.OPEN,
                "E-TASK-REPORTED",
                "任务 " + task.taskNo() + " 已录入检查结果，不能再更正其对象或检查组",
                "taskNo");
    }

    private static Set<String> cards(List<Task.Checker> team) {
        return team.stream().map(Task.Checker::certNo).collect(Collectors.toSet());
    }
}
