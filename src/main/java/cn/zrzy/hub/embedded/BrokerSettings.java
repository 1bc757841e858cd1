package cn.zrzy.hub.embedded;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The broker's block of config/queues.yaml (消息中间件设置).
 *
 * @param url of an external broker; the embedded one is reached inside the process
 * @param acceptor where agencies connect, CORE and AMQP
 * @param tlsAcceptor a second acceptor with TLS; empty for none
 * @param agencies each gets a user of its name and the addresses agency.&lt;name&gt;.inbox and .outbox
 * @param maxDiskUsage percent of the disk at which the broker refuses new messages
 */
@ConfigurationProperties("broker")
record BrokerSettings(
        String url,
        String acceptor,
        @DefaultValue("") String tlsAcceptor,
        List<String> agencies,
        @DefaultValue("90") int maxDiskUsage) {}
