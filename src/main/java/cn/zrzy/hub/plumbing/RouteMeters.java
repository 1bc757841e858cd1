package cn.zrzy.hub.plumbing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What each route has done since the start, for Prometheus (路由指标), under the names that camel-micrometer gives them: that
 * module is not served at this version of Camel. Read from Camel's own management at each scrape, so nothing is counted twice.
 */
@Component
class RouteMeters {

    private final CamelContext camel;
    private final MeterRegistry meters;

    RouteMeters(CamelContext camel, MeterRegistry meters) {
        this.camel = camel;
        this.meters = meters;
    }

    /** The routes do not change while the hub runs, so they are registered once. */
    @EventListener(ApplicationReadyEvent.class)
    void register() {
        Gauge.builder("app.info", () -> 1)
                .description("Version of the routing engine and of Java")
                .tags("camel.version", camel.getVersion(), "java.version", System.getProperty("java.version"))
                .register(meters);
        Gauge.builder("camel.routes.added", camel, context -> context.getRoutesSize())
                .register(meters);
        Gauge.builder("camel.routes.running", camel, RouteMeters::running).register(meters);
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        camel.getRoutes().forEach(route -> register(managed.getManagedRoute(route.getRouteId())));
    }

    private static double running(CamelContext context) {
        return context.getRoutes().stream()
                .filter(route ->
                        context.getRouteController().getRouteStatus(route.getRouteId()) == ServiceStatus.Started)
                .count();
    }

    private void register(ManagedRouteMBean route) {
        Tags tags = Tags.of("routeId", route.getRouteId(), "camelContext", camel.getName());
        count("camel.exchanges", tags, route, ManagedRouteMBean::getExchangesTotal);
        count("camel.exchanges.succeeded", tags, route, ManagedRouteMBean::getExchangesCompleted);
        count("camel.exchanges.failed", tags, route, ManagedRouteMBean::getExchangesFailed);
        count("camel.exchanges.failures.handled", tags, route, ManagedRouteMBean::getFailuresHandled);
        Gauge.builder("camel.exchanges.inflight", route, RouteMeters::inflight)
                .tags(tags)
                .register(meters);
        FunctionTimer.builder(
                        "camel.route.policy",
                        route,
                        ManagedRouteMBean::getExchangesCompleted,
                        ManagedRouteMBean::getTotalProcessingTime,
                        TimeUnit.MILLISECONDS)
                .description("Time that completed exchanges took")
                .tags(tags)
                .register(meters);
    }

    private static double inflight(ManagedRouteMBean route) {
        return route.getExchangesInflight();
    }

    private void count(String name, Tags tags, ManagedRouteMBean route, ToDoubleFunction<ManagedRouteMBean> value) {
        FunctionCounter.builder(name, route, value).tags(tags).register(meters);
    }
}
