package cn.zrzy.hub.partner.tsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.verify.HostileStamps;
import cn.zrzy.verify.Trio;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The hub's own reading against the verifiers': it shares no code with them, so the table of hostile stamps that the three are
 * held to is put to it as well. It may be stricter than they are, never kinder.
 */
class ProvabilityTests {

    private static final byte[] PAPER = "{}\n".getBytes(StandardCharsets.UTF_8);
    private static final String TIME = "20261123150100Z";
    private static final TimeStampRequest ASKED = asked();
    private static final TokenCheck CHECK = new TokenCheck(
            Duration.ofMinutes(5), "", Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneId.of("Asia/Shanghai")));
    private static final Map<String, byte[]> BAD =
            HostileStamps.provingNothing(ASKED.getMessageImprintDigest(), TIME, ASKED.getNonce());

    private static TimeStampRequest asked() {
        StampPapers papers = mock();
        Debt debt = new Debt("D1", "stamp-manifest-to-tsa", "XC-2026-0001", "", "stamp-manifest-to-tsa:XC", 1, "");
        when(papers.paper(debt.key(), "manifest.json")).thenReturn(PAPER);
        return new StampRequests(papers, "").request(debt, "manifest.json");
    }

    private static byte[] kept(byte[] token) throws Exception {
        return CHECK.der(new TimeStampResponse(HostileStamps.granted(token)), ASKED);
    }

    @Test
    void everyVerifierProvesWhatIsKept() throws Exception {
        for (var row : HostileStamps.proving(ASKED.getMessageImprintDigest(), TIME, ASKED.getNonce())
                .entrySet()) {
            assertThat(Trio.get().stamp(kept(row.getValue()), PAPER))
                    .as(row.getKey())
                    .doesNotContain("")
                    .allMatch(said -> said.startsWith(
                            Instant.parse("2026-11-23T15:01:00Z").getEpochSecond() + " "))
                    .containsOnly(Trio.get().stamp(row.getValue(), PAPER).get(0));
        }
    }

    /** The last two: what is not even an answer; {@link StampReplies} makes an {@link AnswerLost} of them. */
    @Test
    void whatNobodyCouldProveIsRefused() {
        SoftAssertions all = new SoftAssertions();
        BAD.forEach((name, token) -> all.check(() -> assertThatThrownBy(() -> kept(token))
                .as(name)
                .satisfies(refusal -> assertThat(refusal)
                        .isInstanceOfAny(
                                Rejected.class,
                                AnswerLost.class,
                                TSPException.class,
                                IllegalArgumentException.class))));
        all.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            signer named by key identifier                 | 不能用密钥标识
            an attribute with two values                   | 有两个值
            ESS version 1 right, 2 wrong                   | 写的是另一张证书
            ESS version 2 by SHA-1                         | 摘要算法 1.3.14.3.2.26 不在所列之内
            a length in TSTInfo with a needless octet      | TSTInfo 的编码不是 DER
            an authority by a length with a needless octet | 基本约束 的编码不是 DER
            an RSA key by a length with a needless octet   | RSA 公钥 的编码不是 DER
            an unrelated certificate with unused bits      | 不是整数个字节
            local time                                     | 年月日时分秒Z
            nine authorities above                         | 证书链超过 8 级
            authorities in a ring                          | 绕成一圈
            an authority that is none                      | 不是发证机构
            an authority without basic constraints         | 不是发证机构
            an authority that ran out                      | 不在有效期内
            the signer signed by another                   | 证书链接不上
            SHA-1 in the chain                             | 证书链接不上
            the root signed by another                     | 自签名验不过
            SHA-1 under the root                           | 自签名验不过
            RSA-PSS                                        | 签名算法、密钥或写法
            RSA of 1024 bits                               | 签名算法、密钥或写法
            RSA with DigestInfo without NULL               | 签名算法、密钥或写法
            a compressed key of the signer                 | 签名算法、密钥或写法
            """)
    void theReasonIsSaidInChinese(String row, String reason) {
        assertThatThrownBy(() -> kept(BAD.get(row)))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-TSA-PROOF"))
                .hasMessageStartingWith("公开的核验程序证明不了这枚令牌：")
                .hasMessageContaining(reason);
    }

    @Test
    void aTokenOfAnotherKindOfMessageIsRefused() {
        byte[] token = HostileStamps.proving(ASKED.getMessageImprintDigest(), TIME, ASKED.getNonce())
                .get("plain")
                .clone();
        byte[] signedData = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7, 2};
        int at = 0;
        while (!java.util.Arrays.equals(token, at, at + 9, signedData, 0, 9)) {
            at++;
        }
        token[at + 8] = 5;
        assertThatThrownBy(() -> kept(token)).hasMessageContaining("令牌不是 SignedData");
    }
}
