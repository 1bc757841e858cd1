package cn.zrzy.hub.console.api;

import cn.zrzy.hub.kernel.Beijing;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.SyncRun;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 已拦截的变更 as the API gives them; what may be done about each are the acts of the batch. */
@Component("heldRows")
class HeldRows {

    private final RegistryBook registry;

    HeldRows(RegistryBook registry) {
        this.registry = registry;
    }

    /**
     * @param reason why the guard stopped it
     * @param requestedBy account that asked for it; empty until somebody does
     */
    record Row(
            String runId,
            String feed,
            String reason,
            OffsetDateTime heldAt,
            String requestedBy,
            String requestReason,
            long added,
            long changed,
            long retired,
            long live) {

        static Row of(RegistryBook.HeldChange change) {
            SyncRun run = change.run();
            return new Row(
                    run.runId(),
                    run.feed(),
                    Masking.text(change.guardReason()),
                    Beijing.of(change.heldAt()),
                    change.requestedBy(),
                    Masking.text(change.requestReason()),
                    run.added(),
                    run.changed(),
                    run.retired(),
                    run.live());
        }
    }

    List<Row> open() {
        return registry.held().stream().map(Row::of).toList();
    }
}
