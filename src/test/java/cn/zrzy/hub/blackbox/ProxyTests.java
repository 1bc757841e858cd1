package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.HubSql;
import cn.zrzy.hub.fixtures.WebClient;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom the hub believes about who stands behind a reverse proxy: nobody who is not named ({@link OwnSettingsTests}). */
class ProxyTests {

    static final Map<String, String> FORWARDED =
            Map.of("X-Forwarded-For", "203.0.113.7, 198.51.100.23", "X-Forwarded-Proto", "https");

    @Test
    void nobodyElseIs() {
        HubProcess hub = BlackBoxHub.running().process();
        ConsolePeople.ofTheBlackBox();
        WebClient person = new WebClient(hub.url(), FORWARDED);
        HttpResponse<String> page = person.get("/login");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        person.post(
                "/login",
                Map.of(
                        "_csrf",
                        WebClient.hidden(page.body(), "/login").get("_csrf"),
                        "username",
                        "unproxied",
                        "password",
                        "x"));
        assertThat(new HubSql(hub).rows("select distinct ip from audit.entry where actor = 'unproxied'"))
                .containsExactly(Map.of("ip", "127.0.0.1"));
    }

    @Test
    void noRedirectTakesItsHostFromTheCaller() throws IOException {
        for (String path : new String[] {"/ops", "/language?to=en&back=/ops", "/messages?q=a", "/logout"}) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n"
                    + "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .contains("HTTP/1.1 30", "\r\nLocation: /")
                    .doesNotContain("evil.example");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", BlackBoxHub.running().process().httpPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
