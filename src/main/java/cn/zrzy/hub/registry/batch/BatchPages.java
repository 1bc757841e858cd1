package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.registry.RegistryBook.HeldChange;
import cn.zrzy.hub.registry.RowChange;
import cn.zrzy.hub.registry.SyncRun;
import java.util.List;
import java.util.Optional;

/** What people read of the batches, without a lock. */
public interface BatchPages {

    Optional<SyncRun> run(String runId);

    List<SyncRun> runs(String feedOrNull, int offset, int limit);

    /** Waiting for two people, the newest first. */
    List<HeldChange> held();

    /** Empty for a run that staged nothing. */
    List<RowChange> changes(String runId, RowChange.Kind changeOrNull, int offset, int limit);
}
