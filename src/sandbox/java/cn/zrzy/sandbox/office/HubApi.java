package cn.zrzy.sandbox.office;

import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** 枢纽接口: the hub's REST API as an outside program calls it; a hub that is away is waited for, a refusal is not. */
final class HubApi {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String hub;
    private final Secrets secrets;
    private final Duration patience;

    HubApi(String hub, Secrets secrets, Duration patience) {
        this.hub = hub;
        this.secrets = secrets;
        this.patience = patience;
    }

    /** @param person account whose own token is shown */
    JsonNode get(String person, String path) throws InterruptedException {
        return call(person, path, null, "");
    }

    /** @param requestNo the same number again is the same request: the hub carries it out once */
    JsonNode post(String person, String path, Object document, String requestNo) throws InterruptedException {
        return call(person, path, document, requestNo);
    }

    private JsonNode call(String person, String path, Object document, String requestNo) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                HttpResponse<String> answer =
                        http.send(request(person, path, document, requestNo), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer.body().isBlank() ? Json.object() : Json.MAPPER.readTree(answer.body());
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 401) {
                    throw new HubRefused(answer.statusCode(), answer.body());
                }
            } catch (IOException e) {
                // the hub is down or restarting: ask again
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("枢纽 " + hub + path + " 在 " + patience.toSeconds() + " 秒内没有答复");
            }
            Thread.sleep(500);
        }
    }

    private HttpRequest request(String person, String path, Object document, String requestNo) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub + path))
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Bearer " + secrets.find(person + "-token").orElse(""));
        if (!requestNo.isEmpty()) {
            request.header("Idempotency-Key", requestNo);
        }
        return document == null
                ? request.GET().build()
                : request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(document)))
                        .build();
    }

    /** The hub said no, and why. */
    static final class HubRefused extends RuntimeException {

        private final int status;

        HubRefused(int status, String body) {
            super(body);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
