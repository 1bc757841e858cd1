package cn.zrzy.hub.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agency may put into the broker (来件限制): text and bytes up to a size, nothing that would have to be deserialised. A
 * message is refused to its sender when it is complete; one that never completes is cut off with its connection as soon as
 * more bytes have come than a message may have, so neither memory nor disk fills.
 */
final class MessageLimits implements ActiveMQServerMessagePlugin, ActiveMQServerConnectionPlugin {

    private static final Logger LOG = LoggerFactory.getLogger(MessageLimits.class);
    /** Frames, headers and TLS beside the body. */
    private static final long AROUND = 256 * 1024;

    private static final String COUNTER = "message-limits";

    private final long limit;

    MessageLimits(long limit) {
        this.limit = limit;
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        if (connection.getTransportConnection() instanceof NettyConnection netty) {
            netty.getNettyChannel().pipeline().addFirst(COUNTER, new Counter());
        }
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (!(session.getRemotingConnection().getTransportConnection() instanceof NettyConnection netty)) {
            return; // the hub itself, inside the process
        }
        if (netty.getNettyChannel().pipeline().get(COUNTER) instanceof Counter counter) {
            counter.since.set(0);
        }
        long size = message.getWholeMessageSize();
        if (size > limit) {
            throw refused("E-MESSAGE-SIZE 报文 " + size + " 字节，超过上限 " + limit + " 字节");
        }
        if (!isTextOrBytes(message)) {
            throw refused("E-MESSAGE-KIND 只收文本和字节报文，对象、映射、流一律不收");
        }
    }

    /** A message that cannot even be taken apart would throw its reader out again and again, and nobody else would get on. */
    private static boolean isTextOrBytes(Message message) throws ActiveMQException {
        try {
            byte type = message.toCore().getType();
            return type == Message.TEXT_TYPE || type == Message.BYTES_TYPE || type == Message.DEFAULT_TYPE;
        } catch (RuntimeException e) {
            throw refused("E-MESSAGE-KIND 报文的 AMQP 编码不完整");
        }
    }

    private static ActiveMQException refused(String why) {
        return new ActiveMQException(why, ActiveMQExceptionType.ILLEGAL_STATE);
    }

    /** Bytes since the last complete message of this connection. */
    private final class Counter extends ChannelInboundHandlerAdapter {

        private final AtomicLong since = new AtomicLong();

        @Override
        public void channelRead(ChannelHandlerContext context, Object data) throws Exception {
            if (data instanceof ByteBuf bytes && since.addAndGet(bytes.readableBytes()) > limit + AROUND) {
                LOG.warn(
                        "E-MESSAGE-SIZE {} 的报文没有发完就超过上限 {} 字节，已断开",
                        context.channel().remoteAddress(),
                        limit);
                bytes.release();
                context.close();
                return;
            }
            super.channelRead(context, data);
        }
    }
}
