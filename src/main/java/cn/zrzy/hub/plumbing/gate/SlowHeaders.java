package cn.zrzy.hub.plumbing.gate;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 whose request heads have a deadline (慢请求头). While a head is incomplete its connection waits without a thread,
 * but the server begins its time anew with each byte, so that a few thousand patient ones could hold all connections.
 */
public class SlowHeaders extends Http11NioProtocol {

    private Duration headersWithin = Duration.ofSeconds(10);
    private ScheduledFuture<?> watch;

    void setHeadersWithin(Duration headersWithin) {
        this.headersWithin = headersWithin;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::closeSlow, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    private void closeSlow() {
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            Lock lock = connection.getLock();
            if (isSlow(connection) && lock.tryLock()) {
                try {
                    if (isSlow(connection)) {
                        connection.close();
                    }
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /** A connection has a processor of its own only while a head is incomplete or an answer is awaited. */
    private boolean isSlow(SocketWrapperBase<NioChannel> connection) {
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor)) {
            return false;
        }
        Request request = processor.getRequest();
        boolean waiting = request != null
                && request.getStartTimeNanos() >= 0
                && !processor.isAsync()
                && !request.getResponse().isCommitted();
        return waiting && System.nanoTime() - request.getStartTimeNanos() > headersWithin.toNanos();
    }
}
