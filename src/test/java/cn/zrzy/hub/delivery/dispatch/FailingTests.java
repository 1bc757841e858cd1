package cn.zrzy.hub.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.AnswerLost;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Where a failed step leads (失败去向): by what the failure means, and by whether the bytes were about to leave. */
class FailingTests {

    /** The driver's socket exception underneath is no word of the partner's. */
    private static final Exception OUTAGE =
            new DataAccessResourceFailureException("connection lost", new SocketException("Connection reset"));

    @Test
    void ourOwnOutageNeverParksHoweverOftenItComes() {
        Dispatch one = Stood.at(Standing.SENDING, false, true);
        one.failing().postpone(Stood.LEASE, OUTAGE, () -> false, 1, Stood.BACKOFF);
        assertThat(one.course().standing()).isEqualTo(Standing.OWED);
    }

    @Test
    void ourOwnOutageIsADoubtOnceTheBytesWereAboutToLeave() {
        Dispatch one = Stood.at(Standing.SENDING, false, true);
        one.failing().postpone(Stood.LEASE, OUTAGE, () -> true, 10, Stood.BACKOFF);
        assertThat(one.course().standing()).isEqualTo(Standing.DOUBTED);
        assertThat(one.course().situation().unsure()).isTrue();
    }

    @Test
    void aLostAnswerIsADoubtWhicheverWayItIsReported() {
        Dispatch one = Stood.at(Standing.SENDING, false, true);
        one.failing().postpone(Stood.LEASE, new AnswerLost("断了"), () -> false, 10, Stood.BACKOFF);
        Dispatch other = Stood.at(Standing.SENDING, false, true);
        other.failing().doubt(Stood.LEASE, new AnswerLost("断了"), Stood.BACKOFF);
        assertThat(one.course()).usingRecursiveComparison().isEqualTo(other.course());
        assertThat(one.course().standing()).isEqualTo(Standing.DOUBTED);
    }

    @Test
    void whatNeverLeftIsOwedAgainWhicheverWayItIsReported() {
        Dispatch one = Stood.at(Standing.SENDING, false, true);
        one.failing().doubt(Stood.LEASE, new ConnectException("refused"), Stood.BACKOFF);
        assertThat(one.course().standing()).isEqualTo(Standing.OWED);
        assertThat(one.course().situation().causeCode()).isEqualTo("E-CONNECT");
    }

    @Test
    void aFaultOfOurOwnThatComesEveryTimeBecomesATask() {
        Dispatch one = Stood.at(Standing.SENDING, false, true);
        one.failing().postpone(Stood.LEASE, new IllegalStateException("bug"), () -> false, 5, Stood.BACKOFF);
        assertThat(one.course().standing()).isEqualTo(Standing.PARKED);
        assertThat(one.course().situation().causeCode()).isEqualTo("E-INTERNAL");
    }
}
