package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.Shift;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Puts trace, route, run and business key on every log line of a route (日志上下文), from what the relays set.
 * W3C Trace Context: {@code 00-<trace id>-<span id>-01}.
 */
@Component
class LogContext implements RoutePolicyFactory {

    private static final SecureRandom SPANS = new SecureRandom();

    static String traceparent(String traceId) {
        byte[] span = new byte[8];
        SPANS.nextBytes(span);
        return "00-" + traceId + "-" + HexFormat.of().formatHex(span) + "-01";
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camelContext, String routeId, NamedNode route) {
        return new RoutePolicySupport() {

            @Override
            public void onExchangeBegin(Route started, Exchange exchange) {
                // A direct: route runs inside another one, whose context comes back when it ends.
                exchange.setProperty("logContextOutside-" + started.getRouteId(), MDC.getCopyOfContextMap());
                put("routeId", started.getRouteId());
                put("runId", runId(exchange));
                put("businessKey", exchange.getMessage().getHeader("businessKey", String.class));
                put("traceId", traceId(exchange));
            }

            @Override
            public void onExchangeDone(Route ended, Exchange exchange) {
                Map<?, ?> outside =
                        exchange.removeProperty("logContextOutside-" + ended.getRouteId()) instanceof Map<?, ?> map
                                ? map
                                : Map.of();
                for (String key : List.of("routeId", "runId", "businessKey", "traceId")) {
                    Object value = outside.get(key);
                    if (value == null) {
                        MDC.remove(key);
                    } else {
                        MDC.put(key, value.toString());
                    }
                }
            }
        };
    }

    private static String runId(Exchange exchange) {
        Shift shift = exchange.getVariable("shift", Shift.class);
        return shift == null ? null : shift.runId();
    }

    private static String traceId(Exchange exchange) {
        String traceparent = exchange.getMessage().getHeader("traceparent", String.class);
        if (traceparent != null && traceparent.length() == 55) {
            return traceparent.substring(3, 35);
        }
        return exchange.getMessage().getHeader("traceId", String.class);
    }

    private static void put(String key, String value) {
        if (value != null) {
            MDC.put(key, value);
        }
    }
}
