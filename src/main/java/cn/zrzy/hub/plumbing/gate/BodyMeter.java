package cn.zrzy.hub.plumbing.gate;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Counts a body while it is read, by bytes and by the clock (计量). Stands between the connection and whoever reads, so it
 * sees forms as well, which the web server reads itself. The time is one for the whole body: a limit on each read alone
 * lets one byte every few seconds go on for ever.
 */
final class BodyMeter implements InputBuffer {

    private final InputBuffer connection;
    private final long most;
    private final Duration within;
    private final LongSupplier nanos;
    private final long begun;
    private long read;
    private BodyRefused refused;

    BodyMeter(InputBuffer connection, long most, Duration within, LongSupplier nanos) {
        this.connection = connection;
        this.most = most;
        this.within = within;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (refused != null) {
            throw refused;
        }
        int count = timed(handler);
        read += Math.max(count, 0);
        if (read > most) {
            throw refuse(BodyRefused.large(most));
        }
        return count;
    }

    private int timed(ApplicationBufferHandler handler) throws IOException {
        int count;
        try {
            count = connection.doRead(handler);
        } catch (SocketTimeoutException e) {
            throw refuse(BodyRefused.slow(within.toSeconds()));
        }
        if (count >= 0 && nanos.getAsLong() - begun > within.toNanos()) {
            throw refuse(BodyRefused.slow(within.toSeconds()));
        }
        return count;
    }

    private BodyRefused refuse(BodyRefused why) {
        refused = why;
        return why;
    }

    /** Why reading was stopped; null when it was not. */
    BodyRefused refused() {
        return refused;
    }

    @Override
    public int available() {
        return refused == null ? connection.available() : 0;
    }
}
