package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.delivery.Arrivals;
import cn.zrzy.hub.delivery.PutAside;
import cn.zrzy.hub.kernel.OurOutage;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.core.SessionCallback;
import org.springframework.stereotype.Component;

/**
 * Takes in messages from agencies' queues (收件): each try is counted before anything is read, kind and size are looked at
 * next, and only then the text. What cannot be worked on goes unread into a queue of its own beside the one it came from.
 */
@Component("reception")
class Reception {

    /** A message beyond this is not carried over: that would need it whole in memory. */
    private static final int MOST_CARRIED = 16 * 1024 * 1024;

    private static final String ARRIVED = "reception.arrived";

    private final Arrivals arrivals;
    private final PlainMessages plain;
    private final JmsTemplate broker;

    Reception(Arrivals arrivals, PlainMessages plain, JmsTemplate broker) {
        this.arrivals = arrivals;
        this.plain = plain;
        this.broker = broker;
    }

    /** Sets the text as the exchange's body. @throws PutAside when it is not to be read, or was tried too often */
    void take(Exchange exchange) throws JMSException, InvalidPayloadException {
        Message message = exchange.getMessage().getMandatoryBody(Message.class);
        exchange.setProperty(ARRIVED, message); // the exchange's own message is another one after the next step
        arrivals.begin(exchange.getFromRouteId(), id(message));
        try {
            exchange.getMessage().setBody(plain.text(message));
        } catch (Rejected unreadable) {
            throw new PutAside(unreadable.getMessage(), unreadable);
        }
    }

    /** In the session that the message came in, so that it is in one of the two queues and never in both. */
    void putAside(Exchange exchange) throws JMSException {
        Message message = message(exchange);
        String aside = ((Queue) message.getJMSDestination()).getQueueName() + ".unread";
        boolean carried = size(message) <= MOST_CARRIED;
        if (carried) {
            broker.execute((SessionCallback<Object>) session -> {
                try (MessageProducer producer = session.createProducer(session.createQueue(aside))) {
                    producer.send(message);
                }
                return null;
            });
        }
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String place = carried ? "消息队列 " + aside : "没有留存：" + size(message) + " 字节，大到不能整件搬动";
        arrivals.aside(exchange.getFromRouteId(), id(message), place, "", why.getCause());
    }

    /** On record, as a receipt or as a stray. */
    void done(Exchange exchange) throws JMSException {
        arrivals.end(exchange.getFromRouteId(), id(message(exchange)));
    }

    void failed(Exchange exchange) throws JMSException {
        if (OurOutage.caused(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))) {
            arrivals.forgive(exchange.getFromRouteId(), id(message(exchange)));
        }
    }

    private static Message message(Exchange exchange) {
        return exchange.getProperty(ARRIVED, Message.class);
    }

    /** The broker's own number, since senders need give none; with the time of sending, since a new journal counts anew. */
    private static String id(Message message) throws JMSException {
        return ((ActiveMQMessage) message).getCoreMessage().getMessageID() + "@" + message.getJMSTimestamp();
    }

    private static long size(Message message) {
        return ((ActiveMQMessage) message).getCoreMessage().getBodySize();
    }
}
