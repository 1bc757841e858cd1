package cn.zrzy.hub.delivery.terms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;

class FailureTests {

    @Test
    void what_never_left_may_be_sent_again() {
        assertThat(Failure.of(new ConnectException("refused"))).isEqualTo(Failure.NOT_SENT);
        assertThat(Failure.of(new HttpHostConnectException("refused"))).isEqualTo(Failure.NOT_SENT);
        assertThat(Failure.of(new RuntimeException(new UnknownHostException("x"))))
                .isEqualTo(Failure.NOT_SENT);
        assertThat(Failure.of(new SSLHandshakeException("expired"))).isEqualTo(Failure.NOT_SENT);
        assertThat(Failure.of(new TryLater("busy"))).isEqualTo(Failure.NOT_SENT);
    }

    @Test
    void a_connect_timeout_is_no_lost_answer_although_it_inherits_from_one() {
        assertThat(Failure.of(new ConnectTimeoutException("connect"))).isEqualTo(Failure.NOT_SENT);
        assertThat(Failure.of(new SocketTimeoutException("read"))).isEqualTo(Failure.MAYBE_SENT);
    }

    @Test
    void a_silence_after_the_request_is_a_doubt() {
        assertThat(Failure.of(new NoHttpResponseException("x"))).isEqualTo(Failure.MAYBE_SENT);
        assertThat(Failure.of(new SocketException("Connection reset"))).isEqualTo(Failure.MAYBE_SENT);
        assertThat(Failure.of(new AnswerLost("html"))).isEqualTo(Failure.MAYBE_SENT);
        assertThat(Failure.of(new IllegalStateException("bug"))).isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void codes_group_by_cause_and_sentences_hide_personal_data() {
        assertThat(Failure.code(new Rejected("E-1042", "x"))).isEqualTo("E-1042");
        assertThat(Failure.code(new ConnectException("x"))).isEqualTo("E-CONNECT");
        assertThat(Failure.code(new TryLater("busy"))).isEqualTo("E-BUSY");
        assertThat(Failure.sentence(new Rejected("E-1", "身份证 411002199001011234 不对")))
                .doesNotContain("19900101");
    }

    @Test
    void waits_double_up_to_the_cap_with_jitter_and_obey_the_partner() {
        DeliveryTerms terms = new DeliveryTerms(
                Duration.ofSeconds(40), 8, 3, 10, Duration.ofSeconds(5), Duration.ofMinutes(15), 0.2, Map.of());
        Backoff latest = new Backoff(terms, () -> 0);
        Backoff earliest = new Backoff(terms, () -> 1);
        assertThat(latest.next("r", 1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(latest.next("r", 3, null)).isEqualTo(Duration.ofSeconds(20));
        assertThat(latest.next("r", 60, null)).isEqualTo(Duration.ofMinutes(15));
        assertThat(earliest.next("r", 3, null)).isEqualTo(Duration.ofSeconds(16));
        assertThat(latest.next("r", 1, new TryLater("x", Duration.ofHours(1)))).isEqualTo(Duration.ofHours(1));
        assertThat(latest.next("r", 9, new TryLater("x", Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofMinutes(15));
    }
}
