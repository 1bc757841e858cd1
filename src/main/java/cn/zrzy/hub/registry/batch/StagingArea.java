package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.registry.StagedInspector;
import cn.zrzy.hub.registry.StagedSubject;
import java.util.List;

/** Where rows lie until they are compared (暂存区). */
public interface StagingArea {

    /** @return row numbers whose key stood there already */
    List<Long> subjects(String runId, List<StagedSubject> rows);

    /** @return row numbers whose staff number or person stood there already */
    List<Long> inspectors(String runId, List<StagedInspector> rows);

    void spare(String runId, List<String> keys);

    /** Tells the planner how much lies there; outside a transaction, since its lock would keep other feeds waiting. */
    void measure();

    /** Drops the rows; what they would have changed stays for the difference page. */
    void sweep(String runId);
}
