package cn.zrzy.hub.routes;

import static org.mockito.Mockito.mock;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.progress.RunProgress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformWebMvcConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sync routes as they stand in routes/sync, against real PostgreSQL and the sandbox's HR and land use in a process of
 * their own. Only the duty ledger is played: it writes down what the policy told it.
 */
final class SyncHarness implements AutoCloseable {

    static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    private final Path data;
    private final Process sandbox;
    private final TestDatabase database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context;
    private final int http;
    private final String agency;

    private SyncHarness(String agency, String scale, String... settings) throws IOException {
        this.agency = agency;
        this.data = Files.createTempDirectory(Path.of("target"), "sync").toAbsolutePath();
        Path secrets = Files.createDirectories(data.resolve("secrets"));
        for (String name : List.of("hr-sftp", "landuse-token", "person-salt")) {
            Files.writeString(secrets.resolve(name), name + "-for-tests");
        }
        this.sandbox = startSandbox(agency, scale, secrets);
        Map<String, String> ports = ready(sandbox);
        this.http = Integer.parseInt(ports.get("http"));
        try {
            this.context = startHub(ports, secrets, settings);
        } catch (RuntimeException e) {
            sandbox.destroy();
            throw e;
        }
    }

    /** @param settings further settings of the hub, {@code --name=value} */
    static SyncHarness start(String agency, String scale, String... settings) {
        try {
            return new SyncHarness(agency, scale, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process startSandbox(String agency, String scale, Path secrets) throws IOException {
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath,
                        "cn.zrzy.sandbox.SandboxApplication",
                        agency,
                        "--http=0",
                        "--sftp=0",
                        "--scale=" + scale,
                        "--date=" + NIGHT,
                        "--data=" + data.resolve("sandbox"),
                        "--secrets=" + secrets)
                .redirectError(data.resolve("sandbox.err").toFile())
                .start();
    }

    private static Map<String, String> ready(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("READY ")) {
                Map<String, String> ports = new java.util.HashMap<>();
                for (String part : line.split(" ")) {
                    if (part.contains("=")) {
                        ports.put(part.split("=")[0], part.split("=")[1]);
                    }
                }
                return ports;
            }
        }
        throw new IOException("the sandbox ended before it was ready");
    }

    private ConfigurableApplicationContext startHub(Map<String, String> ports, Path secrets, String... settings) {
        SpringApplication application = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .initializers(c -> c.getBeanFactory().registerSingleton("testDatabase", database))
                .build();
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "--spring.config.location=file:config/endpoints.yaml,file:config/limits.yaml",
                "--spring.main.banner-mode=off",
                "--camel.component.http.automatic-retries-disabled=true",
                "--hub.data=" + data,
                "--hub.secrets.dir=" + secrets,
                "--source.hr.host=127.0.0.1:" + ports.getOrDefault("sftp", "1"),
                "--source.hr.known-hosts=" + data.resolve("sandbox/hr.known_hosts"),
                "--source.landuse.base=http://127.0.0.1:" + ports.get("http"),
                "--camel.main.routes-include-pattern=file:routes/template/*.camel.yaml,file:routes/sync/*.camel.yaml,"
                        + "file:routes/policy/inbound.camel.yaml"));
        return application.run(all.toArray(String[]::new));
    }

    /** Runs one night's job as the timekeeper does, the run's first shift. */
    Outcome run(String route, String runId, LocalDate date) {
        return run(route, new Shift(runId, 1), date);
    }

    Outcome run(String route, Shift shift, LocalDate date) {
        Exchange exchange = context.getBean(CamelContext.class)
                .createProducerTemplate()
                .request("direct:" + route, message -> {
                    message.setVariable("shift", shift);
                    message.getIn().setHeader("businessDate", date.format(DateTimeFormatter.BASIC_ISO_DATE));
                    message.getIn().setHeader("traceId", "test");
                });
        if (exchange.getException() != null) {
            throw new IllegalStateException("the policy let an error through", exchange.getException());
        }
        return exchange.getMessage().getBody(Object.class) instanceof Outcome outcome ? outcome : null;
    }

    /** What the policy told the duty ledger, oldest first: {@code fail E-FEED-SM3 …} or {@code postpone …}. */
    List<String> told() {
        return context.getBean(PlayedLedger.class).told;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    /** A call to the sandbox's control port. */
    String control(String method, String path, String body) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void mood(String mood) {
        mood(mood, 0);
    }

    void mood(String mood, long millis) {
        control("PUT", "/sim/" + agency + "/mood", "{\"mood\":\"" + mood + "\",\"millis\":" + millis + ",\"count\":0}");
    }

    long conservationFaults() {
        return jdbc().sql("select count(*) from registry.i1_conservation")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        sandbox.destroy();
        database.close();
    }

    @TestConfiguration
    @EnableAutoConfiguration(
            exclude = {
                FlywayAutoConfiguration.class,
                SpringBootPlatformHttpAutoConfiguration.class,
                SpringBootPlatformWebMvcConfiguration.class
            })
    @ComponentScan({"cn.zrzy.hub.registry", "cn.zrzy.hub.intake", "cn.zrzy.hub.source"})
    @ComponentScan(
            basePackages = "cn.zrzy.hub.plumbing",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(ShiftWatch|Bounds|PlainNames)"))
    static class Wiring {

        @Bean
        DataSource dataSource(TestDatabase database) {
            return database.dataSource();
        }

        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Asia/Shanghai"));
        }

        /** Nobody watches. */
        @Bean("runProgress")
        RunProgress runProgress() {
            return mock(RunProgress.class);
        }

        @Bean("dutyLedger")
        PlayedLedger dutyLedger() {
            return new PlayedLedger();
        }
    }

    /** The duty ledger's two methods that the policy calls. */
    public static class PlayedLedger {
        final List<String> told = new CopyOnWriteArrayList<>();

        public void fail(Shift shift, Exception cause) {
            String code = cause instanceof cn.zrzy.hub.kernel.Rejected rejected ? rejected.code() + " " : "";
            told.add("fail " + shift.runId() + " " + code + cause.getMessage());
        }

        public void postpone(Shift shift, Exception cause) {
            told.add("postpone " + shift.runId() + " " + cause.getMessage());
        }
    }
}
