package cn.zrzy.hub.plumbing.api;

import cn.zrzy.hub.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes an API act into the trail within the transaction that makes it true (随事务入账), so that a hub killed at that
 * moment has neither or both. Only the outermost transaction counts: one begun within it keeps its own notes even when the
 * act is refused.
 */
@Component
class CommittedActs implements TransactionExecutionListener {

    /** As a provider: the trail itself works in transactions, whose manager wants its listeners first. */
    private final ObjectProvider<AuditTrail> trail;

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    CommittedActs(ObjectProvider<AuditTrail> trail) {
        this.trail = trail;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        if (failure != null || ApiAct.now().isEmpty() || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        depth.set(depth.get() + 1);
        TransactionSynchronizationManager.registerSynchronization(new Entry(depth.get() == 1));
    }

    private final class Entry implements TransactionSynchronization {

        private final boolean outermost;
        private boolean written;

        Entry(boolean outermost) {
            this.outermost = outermost;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            ApiAct act = ApiAct.now().orElse(null);
            if (outermost && !readOnly && act != null && !act.isRecorded()) {
                trail.getObject().record(act.event("成功"));
                written = true;
            }
        }

        @Override
        public void afterCompletion(int status) {
            depth.set(depth.get() - 1);
            if (written && status == STATUS_COMMITTED) {
                ApiAct.now().ifPresent(ApiAct::recorded);
            }
            if (depth.get() == 0) {
                depth.remove();
            }
        }
    }
}
