package cn.zrzy.hub.routes.stage;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Knows every node of every route on the stage, and which of them a message has passed. */
final class Nodes implements InterceptStrategy {

    private final Map<NamedNode, String> known = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Set<NamedNode> visited =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor next) {
        known.put(definition, place(definition));
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                visited.add(definition);
                return super.process(exchange, callback);
            }
        };
    }

    int count() {
        return known.size();
    }

    /** Route and node of each that no message has passed. */
    List<String> unvisited() {
        return known.entrySet().stream()
                .filter(node -> !visited.contains(node.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    private static String place(NamedNode node) {
        NamedNode top = node;
        while (!(top instanceof RouteDefinition)
                && top instanceof ProcessorDefinition<?> definition
                && definition.getParent() != null) {
            top = definition.getParent();
        }
        String where = top instanceof RouteDefinition route ? route.getRouteId() : "policy";
        return where + ": " + node.getShortName() + " " + node.getLabel();
    }
}
