package cn.zrzy.hub.plumbing.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSchException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a connection can fail is told apart, in words that say what to look at. */
class ProbeVerdictsTests {

    private final ProbeVerdicts verdicts = new ProbeVerdicts();

    static Stream<Arguments> mishaps() {
        SSLHandshakeException expired = new SSLHandshakeException("PKIX path validation failed");
        expired.initCause(new RuntimeException(new CertificateExpiredException("NotAfter: Sun Jan 01")));
        return Stream.of(
                Arguments.of(new UnknownHostException("province.invalid"), "DNS"),
                Arguments.of(new ConnectException("Connection refused"), "连接被拒绝"),
                Arguments.of(new ConnectException("Connection timed out"), "接不通（超时）"),
                Arguments.of(new ConnectTimeoutException("Connect to 10.0.0.1:443 failed: timeout"), "接不通（超时）"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "接通了，但没有应答（超时）"),
                Arguments.of(new SSLHandshakeException("unable to find valid certification path"), "TLS 没有谈成"),
                Arguments.of(expired, "证书已过期"),
                Arguments.of(new JSchException("Auth fail for methods 'password'"), "账号或口令"),
                Arguments.of(new JSchException("UnknownHostKey: 10.0.0.1"), "主机指纹"),
                Arguments.of(new JSchException("reject HostKey: 10.0.0.1"), "主机指纹"),
                Arguments.of(new JSchException("timeout: socket is not established"), "接不通（超时）"),
                Arguments.of(new JSchException("x", new ConnectException("Connection refused")), "连接被拒绝"),
                Arguments.of(new IllegalStateException("Something in English"), "原因在我方"));
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void isToldInWordsWhereverItStandsInTheChain(Exception why, String words) {
        for (Exception wrapped : new Exception[] {why, new RuntimeException("wrapped by the routing engine", why)}) {
            ProbeVerdicts.Verdict verdict = ProbeVerdicts.accident(wrapped);
            assertThat(verdict.through()).isFalse();
            assertThat(verdict.sentence()).contains(words).doesNotContain("wrapped", "failed", "English");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, true, 凭据有效",
        "401, false, 不认我方凭据",
        "403, false, 不认我方凭据",
        "302, false, 转向别处",
        "422, false, 不认这个询问",
        "429, false, 暂时不能受理",
        "503, false, 暂时不能受理"
    })
    void anAnswerIsJudgedByItsStatus(int status, boolean through, String words) {
        assertThat(verdicts.read(status).through()).isEqualTo(through);
        assertThat(verdicts.read(status).sentence()).contains(words);
        assertThat(verdicts.question(status, "").sentence()).contains(words);
        if (status != 422) {
            assertThat(verdicts.head(status).sentence()).contains(words);
        }
    }

    @Test
    void aKeyThatTheyDoNotHoldIsTheGoodAnswerAndABareAbsenceAWrongPath() {
        assertThat(verdicts.question(404, "{\"code\":\"E-NONE\"}").through()).isTrue();
        assertThat(verdicts.question(404, "<html>nginx</html>").through()).isFalse();
        assertThat(verdicts.question(404, null).sentence()).contains("接口路径");
        assertThat(verdicts.head(405).through()).isTrue();
        assertThat(verdicts.head(415).through()).isTrue();
        assertThat(verdicts.head(501).through()).isTrue();
        assertThat(verdicts.head(404).through()).isFalse();
    }
}
