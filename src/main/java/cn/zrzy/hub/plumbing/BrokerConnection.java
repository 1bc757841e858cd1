package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.embedded.BrokerAddress;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jms.core.JmsTemplate;

/** Pooled JMS connections to the broker, embedded or external (消息连接). */
@Configuration
class BrokerConnection {

    @Bean(destroyMethod = "stop")
    @Primary
    ConnectionFactory connectionFactory(BrokerAddress address) throws JMSException {
        return pool(address);
    }

    /**
     * Sends to agencies' queues outside the transaction of the message that is being worked on: the ledger says "sent"
     * only after the broker has really stored it.
     */
    @Bean(destroyMethod = "stop")
    ConnectionFactory agencyConnectionFactory(BrokerAddress address) throws JMSException {
        return pool(address);
    }

    @Bean
    JmsComponent agencies(@Qualifier("agencyConnectionFactory") ConnectionFactory connections) {
        return new AgencyQueues(connections);
    }

    private static JmsPoolConnectionFactory pool(BrokerAddress address) throws JMSException {
        ActiveMQConnectionFactory artemis =
                new ActiveMQConnectionFactory(address.url(), address.user(), address.password());
        // Work is leased one by one in the database; a prefetched message would only wait behind a slow partner.
        artemis.setConsumerWindowSize(0);
        artemis.setReconnectAttempts(-1);
        artemis.setCallTimeout(10_000);
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis);
        pool.setMaxConnections(4);
        pool.setUseProviderJMSContext(false);
        return pool;
    }

    @Bean
    JmsTemplate jmsTemplate(ConnectionFactory connections) {
        JmsTemplate template = new JmsTemplate(connections);
        template.setDeliveryPersistent(true);
        template.setExplicitQosEnabled(true);
        template.setReceiveTimeout(1_000);
        return template;
    }
}
