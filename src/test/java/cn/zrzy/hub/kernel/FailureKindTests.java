package cn.zrzy.hub.kernel;

import static cn.zrzy.hub.kernel.FailureKind.FAULT;
import static cn.zrzy.hub.kernel.FailureKind.OUR_OUTAGE;
import static cn.zrzy.hub.kernel.FailureKind.OUTCOME_UNKNOWN;
import static cn.zrzy.hub.kernel.FailureKind.PERMANENT;
import static cn.zrzy.hub.kernel.FailureKind.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** 失败的含义: each cause that we know, alone and wrapped, and each status. */
class FailureKindTests {

    static Stream<Object[]> causes() {
        return Stream.of(
                        row(PERMANENT, new Rejected("E-1042", "x")),
                        row(
                                TRANSIENT,
                                new TryLater("忙"),
                                new ConnectException("refused"),
                                new UnknownHostException("x"),
                                new NoRouteToHostException("x"),
                                new PortUnreachableException("x"),
                                new SSLHandshakeException("expired"),
                                new SSLPeerUnverifiedException("x"),
                                new HttpHostConnectException("refused"),
                                new ConnectTimeoutException("connect"),
                                new ConnectionRequestTimeoutException("pool")),
                        row(
                                OUTCOME_UNKNOWN,
                                new AnswerLost("断了"),
                                new SocketTimeoutException("read"),
                                new SocketException("reset"),
                                new EOFException(),
                                new InterruptedIOException(),
                                new InterruptedException(),
                                new NoHttpResponseException("x"),
                                new ConnectionClosedException("x"),
                                new MalformedChunkCodingException("x"),
                                new ProtocolException("x")),
                        row(
                                OUR_OUTAGE,
                                new DataAccessResourceFailureException("x"),
                                new QueryTimeoutException("x"),
                                new CannotCreateTransactionException("x"),
                                // What the database's driver says underneath is no word of a partner's.
                                new DataAccessResourceFailureException("x", new SocketException("reset"))),
                        row(FAULT, new IllegalStateException("bug"), new RejectedExecutionException("stopping")))
                .flatMap(rows -> rows);
    }

    private static Stream<Object[]> row(FailureKind kind, Throwable... causes) {
        return Stream.of(causes).map(cause -> new Object[] {kind, cause});
    }

    @ParameterizedTest(name = "{1} is {0}")
    @MethodSource("causes")
    void eachCauseMeansOneThingHoweverDeepItLies(FailureKind kind, Throwable cause) {
        assertThat(FailureKind.of(cause)).isEqualTo(kind);
        assertThat(FailureKind.of(new RuntimeException("wrapped", new IllegalStateException(cause))))
                .isEqualTo(kind);
    }

    @Test
    void eachStatusMeansOneThing() {
        assertThat(IntStream.range(200, 300))
                .allMatch(status -> FailureKind.ofStatus(status).isEmpty());
        assertThat(kinds(0, 100, 103, 199, 408, 504)).containsOnly(OUTCOME_UNKNOWN);
        assertThat(kinds(301, 302, 307, 429, 500, 502, 503, 599)).containsOnly(TRANSIENT);
        assertThat(kinds(400, 401, 403, 404, 409, 413, 422)).containsOnly(PERMANENT);
    }

    private static Stream<FailureKind> kinds(int... statuses) {
        return IntStream.of(statuses)
                .mapToObj(status -> FailureKind.ofStatus(status).orElseThrow());
    }
}
