package cn.zrzy.hub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The six partner agencies of the sandbox in a JVM of their own; the hub and they share files of secrets, no class. */
final class AgencyProcess {

    private static final List<String> NAMES =
            List.of("province", "portal", "credit", "enforcement", "judiciary", "tsa");
    private static final List<String> SECRETS =
            List.of("province-key", "portal-token", "credit-key", "judiciary-sftp", "broker-enforcement");
    private static final Pattern READY = Pattern.compile("READY (\\w+) http=(\\d+)(?: sftp=(\\d+))?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Integer> http = new HashMap<>();
    private final Map<String, Integer> sftp = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path data;

    private AgencyProcess(Path data) {
        this.data = data;
    }

    static AgencyProcess start(Path data, int broker) throws IOException {
        Path secrets = Files.createDirectories(data.resolve("secrets"));
        for (String name : SECRETS) {
            Files.writeString(secrets.resolve(name), "only-for-tests-" + name);
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "cn.zrzy.sandbox.SandboxApplication",
                "--http=0",
                "--sftp=0",
                "--broker=amqp://127.0.0.1:" + broker,
                "--data=" + data.resolve("sandbox"),
                "--secrets=" + secrets);
        builder.command().addAll(NAMES);
        Process process =
                builder.redirectError(data.resolve("sandbox.err").toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        AgencyProcess agencies = new AgencyProcess(data.resolve("sandbox"));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        while (agencies.http.size() < NAMES.size()) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException(Files.readString(data.resolve("sandbox.err")));
            }
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                agencies.http.put(ready.group(1), Integer.parseInt(ready.group(2)));
                agencies.sftp.put(ready.group(1), ready.group(3) == null ? -1 : Integer.parseInt(ready.group(3)));
            }
        }
        return agencies;
    }

    /** What an agency has laid down in its own folder. */
    Path file(String name) {
        return data.resolve(name);
    }

    int http(String agency) {
        return http.get(agency);
    }

    int sftp(String agency) {
        return sftp.get(agency);
    }

    void calm() {
        NAMES.forEach(agency -> mood(agency, "calm", 0));
    }

    /** @param count for how many requests; 0 until changed */
    void mood(String agency, String mood, int count) {
        call(HttpRequest.newBuilder(uri(agency, "/sim/" + agency + "/mood"))
                .PUT(BodyPublishers.ofString("{\"mood\":\"%s\",\"millis\":300,\"count\":%d}".formatted(mood, count))));
    }

    /** How often the agency did something because of that key: 0, or 1, and never more. */
    int effects(String agency, String key) {
        int times = 0;
        for (JsonNode effect : received(agency).path("effects")) {
            if (effect.path("key").asText().equals(key)) {
                times += effect.path("times").asInt();
            }
        }
        return times;
    }

    /** What the agency says of one matter by its own reckoning; missing when it never heard of it. */
    JsonNode matter(String agency, String id) {
        for (JsonNode matter : received(agency).path("matters")) {
            if (matter.path("matter").asText().equals(id)) {
                return matter;
            }
        }
        return MissingNode.getInstance();
    }

    JsonNode received(String agency) {
        return call(HttpRequest.newBuilder(uri(agency, "/sim/" + agency + "/received")));
    }

    int status(String url) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String page(String url) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String agency, String path) {
        return URI.create("http://127.0.0.1:" + http(agency) + path);
    }

    private JsonNode call(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    client.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
