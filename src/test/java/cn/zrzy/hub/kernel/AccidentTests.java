package cn.zrzy.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;

class AccidentTests {

    static Stream<Object[]> accidents() {
        return Stream.of(
                new Object[] {new ConnectException("Connection refused"), Accident.NEVER_LEFT},
                new Object[] {new SocketTimeoutException("Read timed out"), Accident.NO_ANSWER},
                new Object[] {new NoHttpResponseException("The target server failed to respond"), Accident.NO_ANSWER},
                new Object[] {new RejectedExecutionException("CamelContext is stopped"), Accident.STOPPING},
                new Object[] {new JsonParseException(null, "Unexpected character"), Accident.UNREADABLE},
                new Object[] {new QueryTimeoutException("statement timeout"), Accident.OUR_OUTAGE},
                new Object[] {new IllegalStateException("bug"), Accident.UNKNOWN});
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void isKnownHoweverDeepItLies(Exception cause, Accident expected) {
        assertThat(Accident.of(cause)).isEqualTo(expected);
        assertThat(Accident.of(new RuntimeException("wrapped", new RuntimeException(cause))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Accident.class)
    void isToldInChinese(Accident accident) {
        assertThat(accident.sentence()).doesNotContainPattern("[A-Za-z]{2}");
    }

    @Test
    void ourOwnSentenceStandsAndNobodyElses() {
        assertThat(Accident.told(new RuntimeException(new IllegalStateException("方案已被另一进程冻结"))))
                .isEqualTo("方案已被另一进程冻结");
        assertThat(Accident.told(new IllegalStateException("ERROR: relation does not exist 位置：15")))
                .isEqualTo(Accident.UNKNOWN.sentence());
        assertThat(Accident.told(new IllegalStateException((String) null))).isEqualTo(Accident.UNKNOWN.sentence());
        assertThat(Accident.told(new ConnectException("对方停机"))).isEqualTo("连接不上对方");
    }

    @Test
    void theNearestCauseDecides() {
        assertThat(Accident.of(new SocketTimeoutException("x") {
                    @Override
                    public synchronized Throwable getCause() {
                        return new ConnectException("y");
                    }
                }))
                .isEqualTo(Accident.NO_ANSWER);
    }
}
