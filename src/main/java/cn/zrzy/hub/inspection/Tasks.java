package cn.zrzy.hub.inspection;

import java.util.List;
import java.util.Optional;

/** All inspection tasks (检查任务库). */
public interface Tasks {

    /** Locks it until the transaction ends: a finding and a correction of one moment come one after the other. */
    Optional<Task> hold(String taskNo);

    List<Task> ofScheme(String schemeNo);

    /** Adds those that are not there yet; opening the same draw twice opens nothing twice. */
    int open(List<Task> tasks);

    void reported(String taskNo);

    /** All of a draw by rank, locked until the transaction ends. */
    List<Task> holdAll(String drawNo);

    /** Gives a task another state, team, items or note; what it was stays in its history. */
    void change(Task changed);
}
