package cn.zrzy.sandbox.enforcement;

import cn.zrzy.sandbox.kit.Call;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Mood;
import cn.zrzy.sandbox.kit.Moods;
import cn.zrzy.sandbox.kit.Secrets;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.qpid.jms.JmsConnectionFactory;

/** 专线: the AMQP connection to the hub's broker; comes back for ever, and lets go of the queue while down. */
final class Line implements AutoCloseable {

    private static final String SECRET = "broker-enforcement";

    private final String broker;
    private final Secrets secrets;
    private final Replies replies;
    private final Moods moods;
    private final Thread thread = new Thread(this::run, "enforcement-line");
    private volatile boolean open = true;
    private volatile String state = "断开";

    Line(String broker, Secrets secrets, Replies replies, Moods moods) {
        this.broker = broker;
        this.secrets = secrets;
        this.replies = replies;
        this.moods = moods;
    }

    void start() {
        thread.start();
    }

    void show(Call call) throws IOException {
        call.json(200, Json.object().put("broker", broker).put("state", state));
    }

    private void run() {
        while (open) {
            String password = secrets.find(SECRET).orElse("");
            if (moods.now() != Mood.DOWN && !password.isEmpty()) {
                try {
                    listen(password);
                } catch (JMSException | RuntimeException e) {
                    state = "断开：" + e.getMessage();
                }
            }
            pause();
        }
    }

    private void listen(String password) throws JMSException {
        JmsConnectionFactory factory = new JmsConnectionFactory(
                "enforcement",
                password,
                "failover:(" + broker + ")?failover.reconnectDelay=200&failover.maxReconnectDelay=2000"
                        + "&jms.prefetchPolicy.all=5");
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("agency.enforcement.inbox"));
                MessageProducer producer = session.createProducer(session.createQueue("agency.enforcement.outbox"))) {
            connection.start();
            state = "已连接";
            while (open && moods.now() != Mood.DOWN) {
                Replies.Sender sender = (key, text) -> {
                    TextMessage message = session.createTextMessage(text);
                    message.setJMSCorrelationID(key);
                    message.setStringProperty("idempotencyKey", key);
                    producer.send(message);
                };
                Set<String> released = replies.release(sender);
                if (!released.isEmpty()) {
                    session.commit();
                    replies.forget(released);
                }
                Message message = consumer.receive(300);
                if (message != null) {
                    replies.answer(body(message), sender);
                    session.commit();
                }
            }
        }
        state = "已脱离";
    }

    private static byte[] body(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] body = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(body);
            return body;
        }
        return message instanceof TextMessage text && text.getText() != null
                ? text.getText().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
    }

    private void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
