package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.RunDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A held run is no longer held once its batch was decided about (拦截处置): the ledger says what became of it. */
@Component
class HeldRuns {

    private final Runs runs;

    HeldRuns(Runs runs) {
        this.runs = runs;
    }

    /** In the transaction of the decision. */
    @EventListener
    void decided(RunDecided decision) {
        runs.decided(decision.runId(), decision.outcome());
    }
}
