package cn.zrzy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The enforcement brigade reads leads from a real broker, which it waits for, and replies as its mood is. */
class EnforcementTests {

    private static final String LEAD = """
            {"idempotencyKey":"KEY","leadNo":"XC-2026-L0001","taskCode":"XC-2026-P01-S01","resultId":"XC-2026-F0001",
             "itemCode":"NRP-10","object":{"name":"禹州某矿业有限公司","idType":"统一社会信用代码","idNo":"91411081MA9KRX818F",
             "address":"禹州市"},"foundAt":"2026-06-10T10:00:00+08:00","place":"禹州市神垕镇",
             "inspectors":[{"name":"张伟","certNo":"16110020001"},{"name":"李娜","certNo":"16110020002"}],
             "facts":"越界开采","suspectedClause":"矿产资源法","evidence":[{"no":1,"name":"检查记录","spec":"A4","qty":1,
             "sm3":"SM3","storage":"局档案室"}],"measures":[],"urgency":"一般","transferBasis":"部令第12号",
             "transferOrgan":"许昌市自然资源和规划局","handler":"王强","phone":"0374-2960000",
             "receivingOrgan":"许昌市自然资源综合行政执法支队","deadline":"2026-07-10","copyTo":[]}""".replace("SM3\",\"storage", Sm3.of("") + "\",\"storage");

    @TempDir
    static Path folder;

    private static Child child;
    private static EmbeddedActiveMQ broker;
    private static Connection connection;
    private static Session session;
    private static MessageConsumer replies;

    @BeforeAll
    static void start() throws Exception {
        ((Logger) LoggerFactory.getLogger("org.apache.activemq.audit")).setLevel(Level.WARN);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        child = Child.start("SandboxApplication", folder, 1, "enforcement", "--broker=amqp://127.0.0.1:" + port);
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP"));
        broker.start();
        connection = new JmsConnectionFactory("amqp://127.0.0.1:" + port).createConnection();
        connection.start();
        session = connection.createSession();
        replies = session.createConsumer(session.createQueue("agency.enforcement.outbox"));
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        child.close();
        broker.stop();
    }

    @BeforeEach
    void calm() throws Exception {
        child.mood("enforcement", "calm", 0);
        while (replies.receive(500) != null) {
            // Replies that another test left over.
        }
        child.send(child.request("enforcement", "/sim/enforcement/received").DELETE());
    }

    private static String send(String key, String lead) throws Exception {
        String text = lead.replace("KEY", key);
        try (var producer = session.createProducer(session.createQueue("agency.enforcement.inbox"))) {
            producer.send(session.createTextMessage(text));
        }
        return text;
    }

    private static JsonNode reply() throws Exception {
        Message message = replies.receive(8000);
        assertThat(message).isNotNull();
        return Child.JSON.readTree(message.getBody(String.class));
    }

    private static JsonNode effects() throws Exception {
        return child.received("enforcement").path("effects");
    }

    @Test
    void aLeadBecomesOneCaseHoweverOftenTheSameBytesArrive() throws Exception {
        String text = send("lead-key:1", LEAD);
        JsonNode reply = reply();
        assertThat(reply.path("verdict").asText()).isEqualTo("受理");
        assertThat(reply.path("idempotencyKey").asText()).isEqualTo("lead-key:1");
        assertThat(reply.path("digest").asText()).isEqualTo(Sm3.of(text));
        assertThat(reply.path("caseNo").asText()).startsWith("许执立");
        send("lead-key:1", LEAD);
        assertThat(reply()).isEqualTo(reply);
        assertThat(effects().get(0).path("times").asInt()).isEqualTo(1);
        assertThat(effects().get(0).path("repeats").asInt()).isEqualTo(1);
        send("lead-key:1", LEAD.replace("越界", "无证"));
        reply();
        assertThat(effects().get(0).path("times").asInt()).isEqualTo(2);
    }

    @Test
    void unfitAndForeignLeadsComeBack() throws Exception {
        send("lead-key:2", LEAD.replace("\"facts\":\"越界开采\",", ""));
        JsonNode back = reply();
        assertThat(back.path("verdict").asText()).isEqualTo("退回补正");
        assertThat(back.path("reason").asText()).contains("facts：必填字段缺失");
        send("lead-key:3", LEAD.replace("许昌市自然资源综合", "郑州市自然资源综合"));
        assertThat(reply().path("verdict").asText()).isEqualTo("转送");
        child.mood("enforcement", "rejecting", 1);
        send("lead-key:4", LEAD);
        assertThat(reply().path("verdict").asText()).isEqualTo("不受理");
        assertThat(effects()).isEmpty();
    }

    @Test
    void aReplyMayComeTwiceOrOnlyLater() throws Exception {
        child.mood("enforcement", "duplicate", 1);
        send("lead-key:5", LEAD);
        assertThat(reply()).isEqualTo(reply());
        child.mood("enforcement", "answer-lost", 0);
        send("lead-key:6", LEAD);
        Awaitility.await().until(() -> effects().size() == 2);
        assertThat(replies.receive(500)).isNull();
        child.mood("enforcement", "garbage", 0);
        send("lead-key:7", LEAD);
        assertThat(replies.receive(8000).getBody(String.class)).startsWith("<html>");
        child.mood("enforcement", "calm", 0);
        assertThat(new String[] {
                    reply().path("idempotencyKey").asText(),
                    reply().path("idempotencyKey").asText()
                })
                .containsExactlyInAnyOrder("lead-key:6", "lead-key:7");
    }

    @Test
    void whileDownItLetsGoOfTheQueue() throws Exception {
        child.mood("enforcement", "down", 0);
        Awaitility.await()
                .until(() -> child.get("enforcement", "/sim/enforcement/line")
                        .path("state")
                        .asText()
                        .equals("已脱离"));
        send("lead-key:8", LEAD);
        assertThat(replies.receive(700)).isNull();
        assertThat(effects()).isEmpty();
        child.mood("enforcement", "calm", 0);
        assertThat(reply().path("verdict").asText()).isEqualTo("受理");
    }

    @Test
    void theSameLeadIsOneCaseThatCanBeWithdrawn() throws Exception {
        send("lead-key:F7@1", LEAD);
        String caseNo = reply().path("caseNo").asText();
        send("lead-key:F7@2", LEAD.replace("越界开采", "越界采矿"));
        assertThat(reply().path("caseNo").asText()).isEqualTo(caseNo);
        send("lead-key:F7@3", """
                {"idempotencyKey":"KEY","leadNo":"XC-2026-L0001","resultId":"XC-2026-F0001","object":{"name":"禹州某矿业有限公司",
                 "idType":"统一社会信用代码","idNo":"91411081MA9KRX818F","address":"禹州市"},"withdrawReason":"检查结果已更正",
                 "withdrawnAt":"2026-06-12T10:00:00+08:00","transferOrgan":"许昌市自然资源和规划局","handler":"王强",
                 "phone":"0374-2960000","receivingOrgan":"许昌市自然资源综合行政执法支队"}""");
        assertThat(reply().path("verdict").asText()).isEqualTo("受理");
        JsonNode matter = child.received("enforcement").path("matters").get(0);
        assertThat(matter.path("times").asInt()).isEqualTo(3);
        assertThat(matter.path("standing").asBoolean()).isFalse();
    }

    @Test
    void oneFirmsNameWithAnotherFirmsCodeIsSentBack() throws Exception {
        send("lead-key:F8@1", LEAD.replace("91411081MA9KRX818F", "91411002MA9KRX025C"));
        assertThat(reply().path("reason").asText()).contains("不是同一主体");
        assertThat(effects()).isEmpty();
    }
}
