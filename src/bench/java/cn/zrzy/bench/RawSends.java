package cn.zrzy.bench;

import cn.zrzy.hub.fixtures.HubProcess;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import org.apache.qpid.jms.JmsConnectionFactory;

/** What the hub's broker can do when nothing is asked of it but to store: one sender, each message stored before the next. */
final class RawSends {

    private RawSends() {}

    /** Into a queue that nobody reads. */
    static double perSecond(HubProcess hub, int messages) throws JMSException, IOException {
        try (Connection line = new JmsConnectionFactory(
                        "credit", hub.secret("broker-credit"), "amqp://127.0.0.1:" + hub.brokerPort())
                .createConnection()) {
            Session session = line.createSession();
            MessageProducer producer = session.createProducer(session.createQueue("agency.credit.outbox"));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            long start = 0;
            for (int i = -messages / 10; i < messages; i++) {
                start = i == 0 ? System.nanoTime() : start;
                producer.send(session.createTextMessage("D%09d".formatted(Math.abs(i))));
            }
            return messages / ((System.nanoTime() - start) / 1e9);
        }
    }
}
