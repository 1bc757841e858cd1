package cn.zrzy.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 子进程: agencies in a JVM of their own, on free ports, as a test sees them. */
final class Child implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern READY = Pattern.compile("READY (\\w+) http=(\\d+)(?: sftp=(\\d+))?");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Map<String, Integer> http = new HashMap<>();
    private final Map<String, Integer> sftp = new HashMap<>();

    private Child(Process process) {
        this.process = process;
    }

    /** Starts a main class and waits until it has announced the given number of agencies. */
    static Child start(String main, Path folder, int agencies, String... args) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        for (String name : List.of(
                "hr-sftp",
                "judiciary-sftp",
                "landuse-token",
                "province-key",
                "portal-token",
                "credit-key",
                "broker-enforcement")) {
            Files.writeString(secrets.resolve(name), "s-" + name + "\n");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "cn.zrzy.sandbox." + main,
                "--http=0",
                "--sftp=0",
                "--date=2026-11-23",
                "--data=" + folder.resolve("data"),
                "--secrets=" + secrets));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
        Child child = new Child(process);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        while (child.http.size() < agencies) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException(Files.readString(folder.resolve("stderr.txt")));
            }
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                child.http.put(ready.group(1), Integer.parseInt(ready.group(2)));
                child.sftp.put(ready.group(1), ready.group(3) == null ? -1 : Integer.parseInt(ready.group(3)));
            }
        }
        return child;
    }

    int sftp(String agency) {
        return sftp.get(agency);
    }

    HttpRequest.Builder request(String agency, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.get(agency) + path));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    JsonNode get(String agency, String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(agency, path)).body());
    }

    JsonNode put(String agency, String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(
                send(request(agency, path).PUT(BodyPublishers.ofString(body))).body());
    }

    void mood(String agency, String mood, int count) throws IOException, InterruptedException {
        JsonNode now = put(
                agency,
                "/sim/" + agency + "/mood",
                "{\"mood\":\"%s\",\"millis\":300,\"count\":%d}".formatted(mood, count));
        if (!now.path("mood").asText().equals(mood)) {
            throw new IllegalStateException("mood not set: " + now);
        }
    }

    JsonNode received(String agency) throws IOException, InterruptedException {
        return get(agency, "/sim/" + agency + "/received");
    }

    /** Kills without a chance to tidy up, as a power cut would. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
