package cn.zrzy.hub.blackbox;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** One API call with every header and byte under the test's hand. */
final class RawCall {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubProcess hub = BlackBoxHub.running().process();
    private final String method;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>();
    private byte[] body = new byte[0];

    private RawCall(String method, String path) {
        this.method = method;
        this.path = path;
        with("Content-Type", "application/json");
        with("X-Operator", "%E6%9D%8E%E6%95%8F");
    }

    static RawCall post(String path) {
        return new RawCall("POST", path);
    }

    static RawCall get(String path) {
        return new RawCall("GET", path);
    }

    RawCall as(String account) {
        try {
            return with("Authorization", "Bearer " + hub.secret(account + "-token"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param value null leaves the header out */
    RawCall with(String header, String value) {
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }
        return this;
    }

    RawCall body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    RawCall body(byte[] bytes) {
        this.body = bytes;
        return this;
    }

    HttpResponse<String> send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.url() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String code(HttpResponse<String> answer) {
        return json(answer).path("code").asText();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
