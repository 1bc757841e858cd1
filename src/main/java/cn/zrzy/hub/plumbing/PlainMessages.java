package cn.zrzy.hub.plumbing;

import cn.zrzy.hub.kernel.PlainText;
import cn.zrzy.hub.kernel.Rejected;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What may be read from a queue (可读的报文): text, and bytes that are UTF-8, up to a size that is asked for before a byte is
 * read. Objects, maps and streams are never opened, whatever Camel's own settings are (CVE-2026-40860).
 */
@Component
class PlainMessages {

    private final long limit;

    PlainMessages(@Value("${broker.message-limit:1MB}") DataSize limit) {
        this.limit = limit.toBytes();
    }

    /** @throws Rejected E-MESSAGE-KIND, E-MESSAGE-SIZE or E-MESSAGE-CHARSET; nothing was read then */
    String text(Message message) throws JMSException {
        requireSmall(message);
        if (message instanceof TextMessage text) {
            return text.getText() == null ? "" : text.getText();
        }
        if (message instanceof BytesMessage bytes) {
            byte[] body = new byte[(int) bytes.getBodyLength()];
            bytes.readBytes(body);
            return PlainText.utf8(body).orElseThrow(() -> new Rejected("E-MESSAGE-CHARSET", "字节报文不是 UTF-8 文本"));
        }
        throw new Rejected("E-MESSAGE-KIND", "只收文本和字节报文，对象、映射、流一律不收");
    }

    /** A body has at most three bytes a character; a large message tells its size without being fetched. */
    private void requireSmall(Message message) throws JMSException {
        long size = message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0;
        if (message instanceof ActiveMQMessage artemis) {
            size = Math.max(size, artemis.getCoreMessage().getBodySize());
        }
        if (size > 3 * limit) {
            throw new Rejected("E-MESSAGE-SIZE", "报文 " + size + " 字节，超过上限 " + limit + " 字节，没有读取");
        }
    }
}
