package cn.zrzy.hub.delivery.ledger;

import java.util.UUID;
import org.slf4j.MDC;

/** The trace that we are in (链路号), so that one number leads from the first row to the receipt. */
final class Traces {

    private Traces() {}

    static String current() {
        String current = MDC.get("traceId");
        return current != null && current.matches("[0-9a-f]{32}")
                ? current
                : UUID.randomUUID().toString().replace("-", "");
    }
}
