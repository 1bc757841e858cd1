package cn.zrzy.hub.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zrzy.hub.alert.AlertChannel;
import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.Bulletin;
import cn.zrzy.hub.alert.Letter;
import cn.zrzy.hub.alert.NotTold;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the other side answers, a call ends in time, and either it took the message or there is a sentence for the desk. */
class MisbehavingRobotTests {

    private static final String TOKEN = "token-that-nobody-may-read";

    private HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
    }

    @TestFactory
    Stream<DynamicTest> everyMisbehaviourIsASentenceAndNoMore() {
        Map<String, String> answers = Map.of(
                "401 {}",
                "对方不认我方的凭据（401）",
                "429 {}",
                "对方说发得太密（429）",
                "500 {}",
                "对方应答 500",
                "302 {}",
                "对方应答 302",
                "200 <html>请登录</html>",
                "对方的应答不是约定的样子",
                "200 ",
                "对方的应答不是约定的样子",
                "200 []",
                "对方的应答不是约定的样子",
                "200 {}",
                "没有收下",
                "200 {\"errcode\":310000,\"code\":19021,\"errmsg\":\"" + TOKEN + "\"}",
                "没有收下");
        List<DynamicTest> tests = new ArrayList<>();
        for (AlertTerms.Kind kind :
                List.of(AlertTerms.Kind.DINGTALK, AlertTerms.Kind.WECOM, AlertTerms.Kind.FEISHU, AlertTerms.Kind.SMS)) {
            answers.forEach((answer, sentence) ->
                    tests.add(DynamicTest.dynamicTest(kind + " " + answer, () -> refused(kind, answer, sentence))));
        }
        return tests.stream();
    }

    private void refused(AlertTerms.Kind kind, String answer, String sentence) {
        String path = "/" + kind + answer.hashCode();
        server.createContext(path, exchange -> answer(exchange, answer));
        NotTold refusal = catchThrowableOfType(
                NotTold.class,
                () -> channel(kind, "http://127.0.0.1:" + port() + path).tell(bulletin()));
        assertThat(refusal.getMessage()).contains(sentence).doesNotContain(TOKEN, "127.0.0.1", "请登录");
        if (answer.startsWith("429")) {
            assertThat(refusal.rest()).isEqualTo(Duration.ofMinutes(10));
        }
    }

    @Test
    void answerThatNeverEndsIsCutOff() {
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('{');
            out.flush();
            hold();
        });
        assertThat(refusal("/drip").getMessage()).isEqualTo("对方 2 秒内没有应答完");
    }

    @Test
    void silenceIsCutOff() {
        server.createContext("/silent", exchange -> hold());
        assertThat(refusal("/silent").getMessage()).isEqualTo("对方 2 秒内没有应答完");
    }

    @Test
    void floodIsNotSwallowed() {
        server.createContext("/flood", exchange -> answer(exchange, "200 " + "x".repeat(1_000_000)));
        assertThat(refusal("/flood").getMessage()).isEqualTo("对方的应答太长");
    }

    @Test
    void nobodyAtTheAddressAndNoAddressAtAllAreSaid() {
        AlertChannel nobody = channel(AlertTerms.Kind.WECOM, "http://127.0.0.1:1/x");
        assertThat(catchThrowableOfType(NotTold.class, () -> nobody.tell(bulletin()))
                        .getMessage())
                .isEqualTo("连不上对方，或对方中途断开");
        for (String bad : List.of("", " ", "file:///etc/passwd", "not an address")) {
            AlertChannel wrong = channel(AlertTerms.Kind.WECOM, bad);
            assertThat(catchThrowableOfType(NotTold.class, () -> wrong.tell(bulletin()))
                            .getMessage())
                    .containsAnyOf("没有设置地址", "地址不是 http");
        }
    }

    @Test
    void whatWasTakenIsTaken() {
        server.createContext("/good", exchange -> answer(exchange, "200 {\"errcode\":0,\"code\":0,\"extra\":1}"));
        for (AlertTerms.Kind kind : List.of(
                AlertTerms.Kind.DINGTALK,
                AlertTerms.Kind.WECOM,
                AlertTerms.Kind.FEISHU,
                AlertTerms.Kind.SMS,
                AlertTerms.Kind.WEBHOOK)) {
            assertThatCode(() -> channel(kind, "http://127.0.0.1:" + port() + "/good")
                            .tell(bulletin()))
                    .as(kind.name())
                    .doesNotThrowAnyException();
        }
    }

    private NotTold refusal(String path) {
        return catchThrowableOfType(
                NotTold.class,
                () -> channel(AlertTerms.Kind.DINGTALK, "http://127.0.0.1:" + port() + path)
                        .tell(bulletin()));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The flood is not read to its end.
        }
    }

    static Bulletin bulletin() {
        Letter letter = new Letter(5, 17, Letter.What.URGENT, "省平台有 12 件报送转人工（同因）", "/messages", OffsetDateTime.now());
        return new Bulletin("alert-letter-5-5", "【枢纽告警】17 号　须处理", "【枢纽告警】17 号　须处理\n省平台有 12 件", List.of(letter));
    }

    static AlertChannel channel(AlertTerms.Kind kind, String url) {
        AlertTerms.Channel one =
                new AlertTerms.Channel(kind, url, "secret", "", "hub@example.cn", List.of("a@example.cn"));
        Duration two = Duration.ofSeconds(2);
        AlertTerms terms = new AlertTerms(
                two, two, two, two, two, "http://hub", new AlertTerms.Heartbeat("", two), Map.of(), Map.of("one", one));
        return new AlertChannels()
                .alertDoors(terms, new BoundedCall(terms), Clock.systemUTC())
                .byName()
                .get("one");
    }
}
