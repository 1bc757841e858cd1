package cn.zrzy.hub.routes.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataFormatCustomizer;
import org.apache.camel.spi.Registry;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.util.FileSystemUtils;

/**
 * The route book on a bare Camel context: no Spring, no database, no broker, no clock. Beans are {@link StandIns}, addresses
 * outside are mocks that answer at once, and what happened is in the {@link Journal}.
 */
final class RouteStage implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private static final String FRONT_DOOR = "frontDoor";

    private final DefaultCamelContext camel = new DefaultCamelContext(registry());
    private final Nodes nodes = new Nodes();
    private final ProducerTemplate sender;
    private final Path hrFolder;
    private Journal journal = new Journal();

    private RouteStage(RouteBook book, boolean counted) throws Exception {
        if (!counted) {
            camel.disableJMX();
        }
        hrFolder = Files.createTempDirectory(Path.of("target"), "stage").toAbsolutePath();
        camel.getComponent("direct", DirectComponent.class).setBlock(false);
        camel.setAllowUseOriginalMessage(false);
        camel.setStreamCaching(true);
        camel.getPropertiesComponent().setInitialProperties(Addresses.replaced(hrFolder));
        camel.getCamelContextExtension().addInterceptStrategy(nodes);
        camel.setRestConfiguration(rest());
        camel.start();
        List<Resource> files = book.files().entrySet().stream()
                .map(file -> ResourceHelper.fromString(file.getKey() + ".camel.yaml", file.getValue()))
                .toList();
        PluginHelper.getRoutesLoader(camel).loadRoutes(files);
        for (Route route : camel.getRoutes()) {
            camel.getRouteController()
                    .startRoute(route.getRouteId()); // receivers wait for somebody who looks at the pauses
        }
        for (Endpoint endpoint : camel.getEndpoints()) {
            if (endpoint instanceof MockEndpoint mock) {
                mock.whenAnyExchangeReceived(exchange -> answer(mock, exchange));
            }
        }
        sender = camel.createProducerTemplate();
    }

    static RouteStage of(RouteBook book) {
        return of(book, false);
    }

    /** Camel counts on it too, for its own report. */
    static RouteStage counted(RouteBook book) {
        return of(book, true);
    }

    private static RouteStage of(RouteBook book, boolean counted) {
        try {
            return new RouteStage(book, counted);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Registry registry() {
        Registry registry = new DefaultRegistry(StandIns.ALL);
        registry.bind(
                "json", DataFormatCustomizer.forType(JacksonDataFormat.class, json -> json.setObjectMapper(JSON)));
        registry.bind(FRONT_DOOR, (RestConsumerFactory) RouteStage::verb);
        return registry;
    }

    private static RestConfiguration rest() {
        RestConfiguration rest = new RestConfiguration();
        rest.setComponent(FRONT_DOOR);
        rest.setInlineRoutes(false);
        return rest;
    }

    /** Where a verb of the API waits: {@code POST /api/plans/{planNo}/approve} is {@code direct:POST-api-plans-planNo-approve}. */
    static String door(String verb, String path) {
        return "direct:"
                + (verb.toUpperCase(Locale.ROOT) + path)
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceAll("-$", "");
    }

    @SuppressWarnings("java:S107") // Camel's own list
    private static Consumer verb(
            CamelContext context,
            Processor processor,
            String verb,
            String base,
            String path,
            String consumes,
            String produces,
            RestConfiguration configuration,
            Map<String, Object> parameters)
            throws Exception {
        return context.getEndpoint(door(verb, base + "/" + (path == null ? "" : path)))
                .createConsumer(processor);
    }

    /** What a partner answers: its status, and something to read. */
    private void answer(MockEndpoint mock, Exchange exchange) throws Exception {
        journal.sent(mock.getName(), exchange.getMessage());
        exchange.getMessage().setBody("wire");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        if (!Addresses.keepsAnswersHeadersOut(mock.getName())) {
            exchange.getMessage().setHeader("Retry-After", "60");
            exchange.getMessage().setHeader("Content-Type", "application/json");
        }
    }

    /** Plays one scene: everything is called in this thread. */
    Exchange play(String door, Processor prepared, Journal written) {
        journal = written;
        StandIns.ALL.play(written);
        return sender.send(door, prepared);
    }

    /** Puts a file into the folder of the personnel office. */
    void publish(String name, String text) {
        try {
            Files.writeString(hrFolder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void withdraw(String name) {
        try {
            Files.deleteIfExists(hrFolder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the routes on it; a verb of the API is one too. */
    Set<String> routes() {
        Set<String> ids = new TreeSet<>();
        camel.getRoutes().stream().map(Route::getRouteId).forEach(ids::add);
        return ids;
    }

    Nodes nodes() {
        return nodes;
    }

    CamelContext camel() {
        return camel;
    }

    @Override
    public void close() {
        camel.stop();
        try {
            FileSystemUtils.deleteRecursively(hrFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
