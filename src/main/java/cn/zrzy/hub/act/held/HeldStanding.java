package cn.zrzy.hub.act.held;

import cn.zrzy.hub.act.Preview;
import cn.zrzy.hub.kernel.Acting;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.RegistryBook.HeldChange;
import cn.zrzy.hub.registry.SyncRun;
import java.util.List;
import java.util.Optional;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** How a held batch stands (拦截情况), as each of the acts on it sees it. */
@Component
class HeldStanding {

    private final RegistryBook registry;

    HeldStanding(RegistryBook registry) {
        this.registry = registry;
    }

    /** Empty when nothing of it waits for anybody any more. */
    Optional<HeldChange> held(String runId) {
        return registry.held().stream()
                .filter(change -> change.run().runId().equals(runId))
                .findFirst();
    }

    /** @throws Rejected E-RUN-UNKNOWN */
    Preview preview(String runId) {
        SyncRun run = registry.run(runId)
                .orElseThrow(() -> new Rejected("E-RUN-UNKNOWN", "没有编号为 " + runId + " 的同步批次", Place.field("runId")));
        Optional<HeldChange> held = held(runId);
        String why = held.map(HeldChange::guardReason).map(Masking::text).orElse("");
        return Preview.of(
                        new DefaultMessageSourceResolvable(new String[] {"feed." + run.feed()}, run.feed()),
                        said(run, held),
                        List.of(why, run.added(), run.changed(), run.retired()))
                .unless(held.isPresent(), "E-HELD-STATE", "批次 " + runId + " 不在拦截状态，请刷新页面。");
    }

    private static String said(SyncRun run, Optional<HeldChange> held) {
        return held.map(change -> change.requestedBy().isEmpty() ? "已拦截" : "已拦截，" + change.requestedBy() + " 申请生效")
                .orElse(run.state().label());
    }

    static boolean asked(Optional<HeldChange> held) {
        return held.filter(change -> !change.requestedBy().isEmpty()).isPresent();
    }

    /** By account: the books compare accounts, never names. */
    static String me() {
        return Acting.now().map(Acting::account).orElse("");
    }
}
