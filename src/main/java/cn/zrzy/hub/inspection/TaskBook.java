package cn.zrzy.hub.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the inspection tasks that a draw orders, and lists them (任务下达). */
@Service("taskBook")
class TaskBook {

    private final Tasks tasks;
    private final ObjectMapper mapper;

    TaskBook(Tasks tasks, ObjectMapper mapper) {
        this.tasks = tasks;
        this.mapper = mapper;
    }

    /** @param order a {@link TaskOrder} as JSON */
    @Transactional
    int open(String order) throws JsonProcessingException {
        return tasks.open(mapper.readValue(order, TaskOrder.class).tasks(""));
    }

    @Transactional(readOnly = true)
    List<Task> ofScheme(String schemeNo) {
        return tasks.ofScheme(schemeNo);
    }
}
