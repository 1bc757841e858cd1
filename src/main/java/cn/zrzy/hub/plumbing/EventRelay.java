package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.CrashPoint;
import cn.zrzy.hub.kernel.Fact;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands each fact to the route {@code direct:<event>} in the thread and transaction of the business change (事实转交), so
 * that what is owed because of it commits with it. A route that fails undoes the change; nothing is half said.
 */
@Component
class EventRelay {

    private final CamelContext camel;
    private final ProducerTemplate template;

    EventRelay(CamelContext camel, ProducerTemplate template) {
        this.camel = camel;
        this.template = template;
    }

    @EventListener
    void relay(Fact fact) {
        String endpoint = "direct://" + fact.event();
        boolean heard = camel.getRoutes().stream()
                .anyMatch(route -> route.getEndpoint().getEndpointUri().equals(endpoint));
        if (heard) {
            hand(fact);
        }
        CrashPoint.reached("before-fact-commit");
    }

    /** What happens at the far end is the caller's answer, refusal or not, and no error of the relay. */
    private void hand(Fact fact) {
        try {
            template.requestBody("direct:" + fact.event(), fact);
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof RuntimeException itself ? itself : e;
        }
    }
}
