package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.kernel.RunStopped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a night job stops, the batch that it had begun is closed with it (未采用), in the same transaction. */
@Component
class StoppedBatches {

    private final RunTable runs;

    StoppedBatches(RunTable runs) {
        this.runs = runs;
    }

    /** Jobs that stage nothing have no batch; then nothing is written. */
    @EventListener
    void stopped(RunStopped stop) {
        runs.abandon(stop.shift(), stop.message());
    }
}
