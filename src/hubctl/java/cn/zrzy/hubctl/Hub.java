package cn.zrzy.hubctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The hub as this program knows it (枢纽): its REST operations, and what its answers mean. */
final class Hub {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String token;

    Hub(String url, String token) {
        this.url = url.replaceAll("/+$", "");
        this.token = token;
    }

    JsonNode get(String path, Object... parts) {
        return document(send(request(path, parts).GET()));
    }

    JsonNode post(Object document, String path, Object... parts) {
        try {
            return document(send(request(path, parts)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(document)))));
        } catch (IOException e) {
            throw new Stop(Exit.FOUND, e.toString());
        }
    }

    /** The answer as it came, whatever it says. */
    HttpResponse<String> look(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path, Object... parts) {
        Object[] encoded = Arrays.stream(parts)
                .map(part -> URLEncoder.encode(String.valueOf(part), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .toArray();
        return HttpRequest.newBuilder(URI.create(url + path.formatted(encoded)))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Stop(Exit.UNREACHABLE, Words.say("hub.away", url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.FOUND, Words.say("interrupted"));
        }
    }

    private static JsonNode document(HttpResponse<String> answer) {
        JsonNode document = read(answer.body());
        int status = answer.statusCode();
        if (status < 300) {
            return document;
        }
        String code = document.path("code").asText("HTTP " + status);
        String sentence = ("401 403".contains(Integer.toString(status))
                        ? document.path("detail")
                        : document.path("title"))
                .asText();
        int exit = status == 401 || status == 403
                ? Exit.UNAUTHORISED
                : status >= 500 || status == 429 ? Exit.UNREACHABLE : Exit.REFUSED;
        throw new Stop(exit, Words.say("hub.refused", code, sentence));
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    /** Parts of several lines as one. */
    static String oneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
