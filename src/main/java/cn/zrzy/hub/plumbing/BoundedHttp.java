package cn.zrzy.hub.plumbing;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A partner's answer has one deadline for all of it and a largest size (应答的总时限与上限): the client's own time-outs count from
 * read to read, so a partner that drips a byte a second or never ends would hold its thread, and fill the disk, for ever.
 */
class BoundedHttp implements HttpClientConfigurer {

    private final Duration within;
    private final long limit;
    private final BoundsWatch watch;

    /**
     * @param within from the first byte of the request to the last of the answer
     * @param limit bytes of an answer; reading on fails
     */
    BoundedHttp(Duration within, long limit, BoundsWatch watch) {
        this.within = within;
        this.limit = limit;
        this.watch = watch;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.addExecInterceptorFirst("bounds", this::execute);
    }

    private ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = watch.after(within, () -> {
            late.set(true);
            scope.execRuntime.discardEndpoint();
        });
        boolean answered = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(new BoundedEntity(entity, scope.execRuntime, end, late));
                answered = true;
            }
            return response;
        } catch (IOException e) {
            throw late.get() ? tooLate(e) : e;
        } finally {
            if (!answered) {
                end.cancel(false);
            }
        }
    }

    /** A read time-out by kind, since that is what the delivery ledger knows as "may have arrived". */
    private SocketTimeoutException tooLate(IOException cause) {
        SocketTimeoutException late = new SocketTimeoutException("对方在 " + within.toSeconds() + " 秒内没有应答完，已断开");
        late.initCause(cause);
        return late;
    }

    private final class BoundedEntity extends HttpEntityWrapper {

        private final ExecRuntime connection;
        private final ScheduledFuture<?> end;
        private final AtomicBoolean late;
        private InputStream content;

        BoundedEntity(HttpEntity entity, ExecRuntime connection, ScheduledFuture<?> end, AtomicBoolean late) {
            super(entity);
            this.connection = connection;
            this.end = end;
            this.late = late;
        }

        @Override
        public InputStream getContent() throws IOException {
            if (content == null) {
                content = new BoundedStream(super.getContent(), this);
            }
            return content;
        }

        @Override
        public void close() throws IOException {
            end.cancel(false);
            super.close();
        }
    }

    private final class BoundedStream extends CountedStream {

        private final BoundedEntity entity;
        private boolean whole;

        BoundedStream(InputStream in, BoundedEntity entity) {
            super(in);
            this.entity = entity;
        }

        @Override
        void counted(long all) throws IOException {
            if (all > limit) {
                entity.connection.discardEndpoint();
                throw new IOException("对方应答超过上限 " + limit + " 字节，已断开");
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int n = super.read(buffer, offset, length);
                if (n < 0) {
                    whole = true;
                    entity.end.cancel(false);
                }
                return n;
            } catch (IOException e) {
                throw entity.late.get() ? tooLate(e) : e;
            }
        }

        /** What was not read to its end is not drained: the rest may never come. */
        @Override
        public void close() throws IOException {
            entity.end.cancel(false);
            if (whole) {
                super.close();
            } else {
                entity.connection.discardEndpoint();
            }
        }
    }
}
