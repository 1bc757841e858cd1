package cn.zrzy.hub.plumbing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.springframework.stereotype.Component;

/** Reads the overview from the running Camel context, so that the picture cannot differ from what runs. */
@Component
class LiveRoutes implements RouteOverview {

    private final CamelContext camel;

    LiveRoutes(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public List<RouteView> routes() {
        return camel.getRoutes().stream()
                .map(this::view)
                .sorted(Comparator.comparing(RouteView::id))
                .toList();
    }

    private RouteView view(Route route) {
        String id = route.getRouteId();
        ManagedRouteMBean numbers = numbers(id);
        RouteDefinition definition =
                camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinition(id);
        String description = route.getDescription() == null ? "" : filledIn(definition, route.getDescription());
        return new RouteView(
                id,
                description,
                id.contains("-") ? id.substring(0, id.indexOf('-')) : id,
                plain(route.getEndpoint().getEndpointUri()),
                definition == null ? List.of() : targets(definition),
                camel.getRouteController().getRouteStatus(id).name(),
                total(numbers),
                failed(numbers),
                instant(numbers == null ? null : numbers.getLastExchangeCompletedTimestamp()),
                instant(numbers == null ? null : numbers.getLastExchangeFailureTimestamp()));
    }

    private List<String> targets(RouteDefinition definition) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(definition.getOutputs(), ToDefinition.class).stream()
                .map(to -> plain(filledIn(definition, to.getEndpointUri())))
                .distinct()
                .toList();
    }

    /** Camel keeps the model of a template's route with the template's parameters still in it. */
    private String filledIn(RouteDefinition definition, String text) {
        Properties parameters = new Properties();
        if (definition != null && definition.getTemplateParameters() != null) {
            parameters.putAll(definition.getTemplateParameters());
        }
        camel.getPropertiesComponent().setLocalProperties(parameters);
        try {
            return camel.resolvePropertyPlaceholders(text);
        } finally {
            camel.getPropertiesComponent().setLocalProperties(null);
        }
    }

    /** Options may hold secrets and mean nothing to an operator. */
    private static String plain(String uri) {
        int options = uri.indexOf('?');
        String bare = options < 0 ? uri : uri.substring(0, options);
        return bare.replaceFirst("//[^/@]*@", "//").replace("://", ":");
    }

    private ManagedRouteMBean numbers(String id) {
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null ? null : managed.getManagedRoute(id);
    }

    private static long total(ManagedRouteMBean numbers) {
        return numbers == null ? 0 : numbers.getExchangesTotal();
    }

    private static long failed(ManagedRouteMBean numbers) {
        return numbers == null ? 0 : numbers.getExchangesFailed();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
