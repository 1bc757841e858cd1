package cn.zrzy.hub.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** 送达日志行: one line of the log for each confirmed delivery, under the trace of what was sent. */
@Component
class ConfirmedLine {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmedLine.class);

    /** After the commit: before it, nothing is confirmed. A receipt comes in on its own exchange, with its own trace. */
    @TransactionalEventListener
    void confirmed(DispatchConfirmed fact) {
        String outside = MDC.get("traceId");
        MDC.put("traceId", fact.traceId());
        try {
            LOG.info(fact.sentence());
        } finally {
            if (outside == null) {
                MDC.remove("traceId");
            } else {
                MDC.put("traceId", outside);
            }
        }
    }
}
