package cn.zrzy.hub.blackbox;

import static cn.zrzy.hub.blackbox.ApiDoorTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.ConsolePeople;
import cn.zrzy.hub.fixtures.HubProcess;
import cn.zrzy.hub.fixtures.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Slow, endless and too large requests stand before nobody else. */
class CrowdedDoorTests {

    private static HubProcess hub;
    private static WebClient operator;

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    @BeforeAll
    static void open() {
        hub = BlackBoxHub.running().process();
        operator = ConsolePeople.ofTheBlackBox().letIn("crowd", "OPERATOR");
    }

    @AfterEach
    void close() throws IOException {
        drip.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void halfSentLogInsLeaveConsoleApiAndPublicPagesAnswering() throws Exception {
        for (int i = 0; i < 230; i++) {
            dripping("POST /login HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 500000\r\n\r\nusername=");
        }
        Thread.yield();
        for (int round = 0; round < 5; round++) {
            assertThat(operator.get("/ops").statusCode()).isEqualTo(200);
            assertThat(new WebClient(hub.url()).get("/login").statusCode()).isEqualTo(200);
            assertThat(new WebClient(hub.url()).get("/pub").statusCode()).isEqualTo(200);
            assertThat(RawCall.get("/api/operator/partners")
                            .as("operator")
                            .send()
                            .statusCode())
                    .isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> new WebClient(hub.url())
                                .logIn("crowd", ConsolePeople.PASSWORD)
                                .statusCode()
                        == 302);
    }

    @Test
    void aRequestHasToBeSentInTime() throws Exception {
        Socket slowHead = dripping("GET /pub HTTP/1.1\r\nHost: hub\r\nX-Slow: ");
        Socket slowForm = dripping("POST /login HTTP/1.1\r\nHost: hub\r\nContent-Length: 15000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=");
        Socket slowCall = dripping("POST /api/plans HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer "
                + hub.secret("office-token") + "\r\nX-Operator: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 15000\r\n\r\n{");
        assertThat(answer(slowHead, 90)).as("no head, no answer").isEmpty();
        assertThat(answer(slowForm, 90)).contains(" 408 ", "E-BODY-SLOW");
        assertThat(answer(slowCall, 90)).contains(" 408 ", "E-BODY-SLOW", "application/problem+json");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        byte[] large = new byte[2_000_000];
        assertProblem(RawCall.post("/api/plans").as("office").body(large).send(), 413, "E-BODY-LARGE");
        HttpResponse<String> form = operator.post("/messages/x/ask", java.util.Map.of("reason", "长".repeat(50_000)));
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("E-BODY-LARGE", "<html lang=\"zh-CN\">");
    }

    /** 300 MB in chunks; the hub of these tests has 512 MB in all. */
    @Test
    void anEndlessBodyIsCutOff() throws Exception {
        Socket socket = new Socket("127.0.0.1", hub.httpPort());
        sockets.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/plans HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + hub.secret("office-token")
                        + "\r\nX-Operator: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            while (sent < 300_000_000L) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException e) {
            // the hub has closed the connection
        }
        assertThat(sent).isLessThan(100_000_000L);
        assertThat(answer(socket, 60)).contains(" 413 ", "E-BODY-LARGE").doesNotContain("STILL OPEN");
        assertThat(RawCall.get("/api/operator/partners").as("operator").send().statusCode())
                .isEqualTo(200);
        assertThat(hub.log()).doesNotContain("OutOfMemoryError");
    }

    /** Sends this much, then one byte every four seconds. */
    private Socket dripping(String begin) throws IOException {
        Socket socket = new Socket("127.0.0.1", hub.httpPort());
        sockets.add(socket);
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        drip.scheduleAtFixedRate(
                () -> {
                    try {
                        socket.getOutputStream().write('a');
                        socket.getOutputStream().flush();
                    } catch (IOException e) {
                        throw new IllegalStateException("closed, so no more is sent", e);
                    }
                },
                4,
                4,
                TimeUnit.SECONDS);
        return socket;
    }

    /** What comes until the hub closes the connection. */
    private static String answer(Socket socket, int seconds) throws IOException {
        socket.setSoTimeout(seconds * 1000);
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException e) {
            return "STILL OPEN " + text;
        } catch (IOException e) {
            // reset: it is closed as well
        }
        return text.toString();
    }
}
