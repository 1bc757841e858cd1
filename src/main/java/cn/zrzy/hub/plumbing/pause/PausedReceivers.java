package cn.zrzy.hub.plumbing.pause;

import cn.zrzy.hub.duty.PausableRoutes;
import cn.zrzy.hub.duty.pause.RoutePause;
import cn.zrzy.hub.duty.pause.RoutePauses;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.RouteController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the receiving routes stand as the pauses say (照暂停收取), whoever set or ended them and whether this hub was there:
 * after a restart too, for they do not start with Camel but here, once the pauses have been read. What a paused one would read
 * stays where it lies. Readiness does not ask routes. On a thread of its own, since a route that is stopped is waited for.
 */
@Component
class PausedReceivers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PausedReceivers.class);

    private final RoutePauses pauses;
    private final PausableRoutes routes;
    private final ProducerTemplate template;
    private volatile ScheduledExecutorService thread;

    PausedReceivers(RoutePauses pauses, PausableRoutes routes, ProducerTemplate template) {
        this.pauses = pauses;
        this.routes = routes;
        this.template = template;
    }

    @Override
    public void start() {
        ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread named = new Thread(work, "paused-receivers");
            named.setDaemon(true);
            return named;
        });
        one.scheduleWithFixedDelay(this::look, 0, 2, TimeUnit.SECONDS);
        thread = one;
    }

    void look() {
        if (!template.getCamelContext().getStatus().isStarted()) {
            return;
        }
        try {
            Set<String> paused = pauses.open().stream().map(RoutePause::route).collect(Collectors.toSet());
            for (String route : routes.receiving()) {
                stand(route, paused.contains(route));
            }
        } catch (Exception e) { // what is thrown here would end these looks for good
            LOG.warn("收取路由没有照暂停停下或恢复，稍后再看：{}", e.getMessage());
        }
    }

    private void stand(String route, boolean paused) throws Exception {
        RouteController controller = template.getCamelContext().getRouteController();
        ServiceStatus status = controller.getRouteStatus(route);
        if (paused && status == ServiceStatus.Started) {
            controller.suspendRoute(route);
            LOG.info("{} 已暂停", route);
        } else if (!paused && status == ServiceStatus.Suspended) {
            controller.resumeRoute(route);
            LOG.info("{} 已恢复", route);
        } else if (!paused && status == ServiceStatus.Stopped) {
            controller.startRoute(route);
            LOG.info("{} 开始收取", route);
        }
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the Camel context has started, before it stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
