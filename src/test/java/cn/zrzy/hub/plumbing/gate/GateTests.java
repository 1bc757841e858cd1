package cn.zrzy.hub.plumbing.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The gate in a web server without a hub behind it. */
class GateTests {

    private static final String FORM =
            "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    @TempDir
    Path base;

    private final Tomcat tomcat = new Tomcat();
    private final List<Socket> sockets = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @BeforeEach
    void start() throws LifecycleException {
        GateSettings.Limits narrow = new GateSettings.Limits(2, 0, DataSize.ofBytes(1000), Duration.ofSeconds(2));
        GateSettings.Limits forms = new GateSettings.Limits(4, 1, DataSize.ofBytes(1000), Duration.ofSeconds(2));
        GateSettings settings = new GateSettings(
                List.of(),
                Duration.ofSeconds(2),
                Map.of(Door.PUBLIC, narrow, Door.API, narrow, Door.CONSOLE, narrow, Door.FORMS, forms));
        tomcat.setBaseDir(base.toString());
        SlowHeaders protocol = new SlowHeaders();
        protocol.setHeadersWithin(settings.headersWithin());
        Connector connector = new Connector(protocol);
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", base.toString());
        context.getPipeline().addValve(new GateValve(settings));
        Tomcat.addServlet(context, "all", new Room17());
        context.addServletMappingDecoded("/*", "all");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException, IOException {
        release.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    /** Reads the form, and under /…/wait stays until it is let go. */
    private final class Room17 extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (!request.getRequestURI().endsWith("unread")) {
                request.getParameterMap();
            }
            if (request.getRequestURI().endsWith("wait")) {
                inside.incrementAndGet();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            response.getOutputStream().print("done");
        }
    }

    @Test
    void whoFindsNoRoomIsToldToComeBackAndTheOtherDoorsStayOpen() throws IOException {
        open("GET /api/wait HTTP/1.1\r\nHost: x\r\n\r\n");
        open("GET /api/wait HTTP/1.1\r\nHost: x\r\n\r\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> inside.get() == 2);
        assertThat(once("GET /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 503 ", "Retry-After: 5", "application/problem+json", "E-GATE-FULL", "请 5 秒后再试");
        assertThat(once("GET /pub HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(once("GET /ops HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        release.countDown();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> once("GET /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .contains(" 200 "));
    }

    @Test
    void strangersFormsFromOneAddressDoNotFillTheDoor() throws IOException {
        open(FORM.replace("/form", "/form/wait") + "Content-Length: 3\r\n\r\na=b");
        await().atMost(Duration.ofSeconds(30)).until(() -> inside.get() == 1);
        assertThat(once(FORM + "Content-Length: 3\r\nConnection: close\r\n\r\na=b"))
                .contains(" 503 ", "<html lang=\"zh-CN\">", "E-GATE-FULL");
    }

    @Test
    void aFormThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws IOException {
        assertThat(once(FORM + "Content-Length: 1001\r\n\r\n")).contains(" 413 ", "E-BODY-LARGE");
        String chunk = "400\r\n" + "a".repeat(0x400) + "\r\n";
        assertThat(once(FORM + "Transfer-Encoding: chunked\r\n\r\n" + chunk)).contains(" 413 ", "E-BODY-LARGE");
    }

    @Test
    void aFormThatDoesNotComeInTimeIsRefused() throws Exception {
        Socket socket = open(FORM + "Content-Length: 900\r\n\r\na=");
        Thread drip = dripping(socket);
        assertThat(rest(socket)).contains(" 408 ", "E-BODY-SLOW");
        drip.join();
    }

    @Test
    void aHeadThatDoesNotComeInTimeIsCutOff() throws Exception {
        Socket socket = open("GET /pub HTTP/1.1\r\nHost: x\r\nX-A: ");
        Thread drip = dripping(socket);
        assertThat(rest(socket)).isEmpty();
        drip.join();
    }

    @Test
    void whatNobodyReadIsNotWaitedFor() throws IOException {
        assertThat(once(FORM.replace("/form", "/form/unread") + "Content-Length: 900\r\n\r\na="))
                .as("the connection ends with the answer")
                .contains(" 200 ", "done");
    }

    @Test
    void anOrdinaryConnectionGoesOn() throws IOException {
        String two = once("GET /pub HTTP/1.1\r\nHost: x\r\n\r\n" + FORM + "Content-Length: 3\r\n\r\na=b"
                + FORM.replace("/form", "/form/unread") + "Content-Length: 3\r\n\r\na=b"
                + "GET /ops HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(two.split("HTTP/1.1 200", -1)).hasSize(5);
    }

    private Socket open(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", tomcat.getConnector().getLocalPort());
        sockets.add(socket);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** All that comes until the server closes the connection. */
    private String once(String request) throws IOException {
        return rest(open(request));
    }

    private static String rest(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4096];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketException e) {
            // reset: closed all the same
        }
        return text.toString();
    }

    /** A byte now and then until the server has had enough. */
    private static Thread dripping(Socket socket) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write('a');
                    Thread.sleep(300);
                }
            } catch (IOException | InterruptedException e) {
                // closed
            }
        });
        thread.start();
        return thread;
    }
}
