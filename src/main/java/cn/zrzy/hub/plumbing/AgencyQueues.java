package cn.zrzy.hub.plumbing;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * Component {@code agencies}: sends to the agencies' queues, each message a commit of its own (对接单位队列). The ledger says
 * "sent" after the send returned, so by then the broker must have stored the message. Camel copies the settings of
 * {@code camel.component.jms} onto every JMS component; with them a send would join the transaction of the message that is
 * being worked on and be undone with it. So each endpoint is set here last, whoever configured the component.
 */
class AgencyQueues extends JmsComponent {

    private final ConnectionFactory connections;

    AgencyQueues(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    protected void afterConfiguration(String uri, String remaining, Endpoint endpoint, Map<String, Object> parameters)
            throws Exception {
        super.afterConfiguration(uri, remaining, endpoint, parameters);
        JmsConfiguration settings = ((JmsEndpoint) endpoint).getConfiguration();
        settings.setConnectionFactory(connections);
        settings.setTemplateConnectionFactory(connections);
        settings.setDisableReplyTo(true);
        settings.setTransacted(false);
        settings.setTransactionManager(null);
        settings.setDeliveryPersistent(true);
        settings.setExplicitQosEnabled(true);
    }
}
