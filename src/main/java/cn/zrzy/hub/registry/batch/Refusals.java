package cn.zrzy.hub.registry.batch;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.SyncRun.State;
import java.util.Optional;

/** What a batch answers when it cannot be done. */
final class Refusals {

    private Refusals() {}

    /** A person looks at a page that is no longer so; a night goes wrong. */
    static Rejected notNow(String runId, State state, BatchEvent event) {
        return event.by() == BatchEvent.By.PERSON
                ? new Rejected("E-HELD-STATE", "批次 " + runId + " 不在拦截状态，请刷新页面")
                : new Rejected("E-RUN-STATE", "批次 " + runId + " 现在是“" + state.label() + "”，不能" + event.label());
    }

    /** @throws Rejected E-RUN-UNKNOWN when nothing was found under that number */
    static <T> T known(String runId, Optional<T> found) {
        return found.orElseThrow(() -> new Rejected("E-RUN-UNKNOWN", "没有编号为 " + runId + " 的同步批次"));
    }

    static Rejected nothingUsable() {
        return new Rejected("E-FEED-ALL-BAD", "来源的每一行都被隔离，没有一行可用，名录保持不变");
    }

    /** Why a feed that was read to its end is not used: empty, cut off, or wholly in quarantine. */
    static Optional<Rejected> unusable(long received, long expected, long quarantined) {
        if (received == 0) {
            return Optional.of(new Rejected("E-FEED-EMPTY", "来源没有一行数据，按规则不予采用，名录保持不变"));
        }
        if (received != expected) {
            return Optional.of(
                    new Rejected("E-FEED-COUNT", "来源声明 " + expected + " 行，实收 " + received + " 行，传输不完整，不予采用，名录保持不变"));
        }
        return quarantined < received // whatever its size: the guard lets small lists pass
                ? Optional.empty()
                : Optional.of(new Rejected("E-FEED-ALL-BAD", "来源的 " + received + " 行全部被隔离，没有一行可用，不予采用，名录保持不变"));
    }

    static void raise(Rejected refusal) {
        throw refusal;
    }
}
