package cn.zrzy.hub.plumbing.api;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Which headers pass the API's door (接口消息头): by name, both ways. A route keeps its headers to the end, so without this
 * the caller's own come back to it, {@code Authorization} among them, and a caller could set any header that a route reads.
 */
@Component("apiHeaders")
class ApiHeaders implements HeaderFilterStrategy {

    private static final Set<String> IN = Set.of("content-type", "idempotency-key", "traceparent");
    private static final Set<String> OUT = Set.of("content-type");

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return !IN.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name.toLowerCase(Locale.ROOT));
    }
}
