package cn.zrzy.hub.plumbing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner that drips, never ends or points elsewhere (breaks K and L, attack 9): bounded in time, memory and disk. */
class BoundedHttpTests {

    private static final String OPTIONS = "?httpMethod=POST&throwExceptionOnFailure=false&followRedirects=false"
            + "&copyHeaders=true&disableStreamCache=true&httpClientConfigurer=#answerHttp";

    private final BoundsWatch watch = new BoundsWatch();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private DefaultCamelContext camel;

    /** Writes an answer to one connection, for as long as somebody listens. */
    private interface Partner {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws Exception {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("answerHttp", new BoundedHttp(Duration.ofSeconds(2), 64 * 1024, watch));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:partner")
                        .errorHandler(noErrorHandler())
                        .noStreamCaching()
                        .to("http://127.0.0.1:" + server.getLocalPort() + "/in" + OPTIONS)
                        .process(BoundedHttpTests::read);
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        server.close();
        watch.close();
    }

    @Test
    void anAnswerWithinBothBoundsIsReadWhole() throws Exception {
        serve(out -> out.write(("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + "{\"a\":\"b\"}").getBytes()));
        assertThat(read(Integer.MAX_VALUE)).isEqualTo("{\"a\":\"b\"}");
    }

    @Test
    void anAnswerThatDripsIsCutAtTheTotalDeadline() throws Exception {
        serve(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes());
            for (int i = 0; i < 1000; i++) {
                out.write('x');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        });
        assertThatThrownBy(() -> read(Integer.MAX_VALUE)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void headersThatDripAreCutAtTheTotalDeadline() throws Exception {
        serve(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes());
            for (int i = 0; i < 1000; i++) {
                out.write("X-More: 1\r\n".getBytes());
                out.flush();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        });
        assertThatThrownBy(() -> read(Integer.MAX_VALUE)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void anAnswerWithoutEndIsCutAtTheLimit() throws Exception {
        serve(BoundedHttpTests::endless);
        assertThatThrownBy(() -> read(Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("超过上限");
    }

    /** The ledger reads a little more than a receipt may have and closes: what is left is not drained. */
    @Test
    void closingAfterAPartDoesNotWaitForTheRest() throws Exception {
        serve(BoundedHttpTests::endless);
        assertThat(read(1000)).hasSize(1000);
        // The connection was thrown away; the next call gets one of its own.
        serve(out -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes()));
        assertThat(read(Integer.MAX_VALUE)).isEqualTo("ok");
    }

    /** CVE-2026-85251: no credential follows a redirect, since no redirect is followed. */
    @Test
    void aRedirectIsAnAnswerAndNothingMore() throws Exception {
        int port = server.getLocalPort();
        serve(out -> out.write(
                ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + port + "/elsewhere\r\nContent-Length: 0\r\n\r\n")
                        .getBytes()));
        assertThat(send(Integer.MAX_VALUE).getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class))
                .isEqualTo(302);
        assertThat(requests).hasSize(1);
    }

    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
        String chunk = Integer.toHexString(4096) + "\r\n" + "x".repeat(4096) + "\r\n";
        while (true) {
            out.write(chunk.getBytes());
        }
    }

    private void serve(Partner partner) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                byte[] request = new byte[4096];
                int n = socket.getInputStream().read(request);
                requests.add(new String(request, 0, Math.max(n, 0), StandardCharsets.UTF_8));
                partner.answer(socket.getOutputStream());
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException | InterruptedException e) {
                // The hub hung up, which is what some of these partners deserve.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private String read(int most) throws Exception {
        Exchange done = send(most);
        if (done.getException() != null) {
            throw done.getException();
        }
        return done.getMessage().getBody(String.class);
    }

    /** As a route does: the answer is read while the exchange is still under way. */
    private Exchange send(int most) throws Exception {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            return template.send("direct:partner", exchange -> {
                exchange.getMessage().setBody("{}");
                exchange.getMessage().setHeader("Authorization", "Bearer secret");
                exchange.setVariable("most", most);
            });
        }
    }

    private static void read(Exchange exchange) throws IOException {
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(exchange.getVariable("most", Integer.class));
            exchange.getMessage().setBody(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
