package cn.zrzy.hub.inspection;

import java.util.List;
import java.util.Optional;

/** All inspection tasks (检查任务库). */
public interface Tasks {

    Optional<Task> find(String taskNo);

    List<Task> ofScheme(String schemeNo);

    /** Adds those that are not there yet; opening the same draw twice opens nothing twice. */
    int open(List<Task> tasks);

    void reported(String taskNo);
}
