package cn.zrzy.hub.embedded;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The broker's block of config/queues.yaml (消息中间件设置).
 *
 * @param url of an external broker; the embedded one is reached inside the process
 * @param acceptor where agencies connect to the embedded broker, {@code tcp://<address>:<port>}; AMQP 1.0 only
 * @param tls on unless a profile for drills switches it off
 * @param agencies each gets a user of its name and the addresses agency.&lt;name&gt;.inbox and .outbox
 * @param messageLimit largest message that an agency may send
 * @param connections how many connections agencies may hold open together
 * @param minDiskFree room on the disk below which the broker refuses new messages; not a percentage, since of a large
 *     disk a tenth is much and of a shared one it may belong to others
 */
@ConfigurationProperties("broker")
record BrokerSettings(
        String url,
        URI acceptor,
        @DefaultValue Tls tls,
        List<String> agencies,
        @DefaultValue("1MB") DataSize messageLimit,
        @DefaultValue("64") int connections,
        @DefaultValue("1GB") DataSize minDiskFree) {

    /**
     * @param keyStore PKCS#12 file with key and certificate, its password is {@code secret.broker-key-store}; made with a
     *     self-signed certificate at the first start when it is not there
     * @param names host names and addresses that a self-made certificate is valid for
     */
    record Tls(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("") String keyStore,
            @DefaultValue({"localhost", "127.0.0.1"}) List<String> names) {}

    BrokerSettings {
        if (acceptor != null && (!"tcp".equals(acceptor.getScheme()) || acceptor.getQuery() != null)) {
            throw new IllegalArgumentException(
                    "broker.acceptor 只写 tcp://地址:端口，例 tcp://127.0.0.1:61616；对外只讲 AMQP，加密用 broker.tls，不再写 protocols 等参数");
        }
    }
}
