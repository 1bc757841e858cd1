package cn.zrzy.hub.partner.tsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.ceremony.record.StampPapers;
import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.CodeTables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of an authority of our own making: the one good one, and each way to be wrong. */
class StampRepliesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Debt DEBT = new Debt(
            "D1", "stamp-manifest-to-tsa", "XC-2026-0001", "XC-2026-P01", "stamp-manifest-to-tsa:XC-2026-0001", 1, "");
    private static final String POLICY = OwnAuthority.POLICY;

    private final StampPapers papers = mock();
    private final OwnAuthority authority = new OwnAuthority(KeyPurposeId.id_kp_timeStamping);

    @BeforeEach
    void paper() {
        when(papers.paper(DEBT.key(), "manifest.json")).thenReturn("{}\n".getBytes(StandardCharsets.UTF_8));
        when(papers.keep(any(), any(), any())).thenAnswer(call -> call.getArgument(2));
    }

    private StampReplies replies(String policy, String root) {
        Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        return new StampReplies(
                new StampRequests(papers, policy),
                papers,
                new TokenCheck(Duration.ofMinutes(5), root, clock),
                new CodeTables(Path.of("config/codes")),
                clock);
    }

    private TimeStampRequest asked(String policy) {
        return new StampRequests(papers, policy).request(DEBT, "manifest.json");
    }

    private Answer answer(byte[] response) {
        String sent = Digest.sm3(new StampRequests(papers, "").render(DEBT, "manifest.json"));
        return new Answer(200, Base64.getEncoder().encodeToString(response), "", sent, false);
    }

    private Receipt read(byte[] response) {
        return replies("", "").read(DEBT, answer(response), "manifest.json");
    }

    private void refused(String code, byte[] response) {
        refused(code, replies("", ""), response);
    }

    private void refused(String code, StampReplies replies, byte[] response) {
        assertThatThrownBy(() -> replies.read(DEBT, answer(response), "manifest.json"))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
        verify(papers, never()).keep(any(), any(), any());
    }

    @Test
    void theRequestIsTheSameEachTimeAndAsksForTheCertificate() throws Exception {
        byte[] once = new StampRequests(papers, POLICY).render(DEBT, "manifest.json");
        assertThat(new StampRequests(papers, POLICY).render(DEBT, "manifest.json"))
                .isEqualTo(once);
        TimeStampRequest request = new TimeStampRequest(once);
        assertThat(request.getCertReq()).isTrue();
        assertThat(request.getNonce()).isPositive();
        assertThat(request.getReqPolicy().getId()).isEqualTo(POLICY);
    }

    @Test
    void aGoodTokenIsKeptAndItsSerialIsTheReceiptNumber() {
        Receipt receipt = read(authority.response(asked(""), 4711, NOW));
        assertThat(receipt.receiptNo()).isEqualTo("4711");
        assertThat(receipt.at().toInstant()).isEqualTo(NOW);
        assertThat(receipt.idempotencyKey()).isEqualTo(DEBT.idempotencyKey());
        verify(papers).keep(any(), any(), any());
        assertThat(replies("", authority.rootSha256())
                        .read(DEBT, answer(authority.response(asked(""), 4712, NOW)), "manifest.json")
                        .receiptNo())
                .as("under the root that was agreed on")
                .isEqualTo("4712");
    }

    @Test
    void theTrialResultOfAVoidedDrawIsStampedUnderItsDrawNumber() {
        Debt trial = new Debt("D3", "stamp-result-to-tsa", DEBT.key() + "@2", "", "stamp-result-to-tsa:@2", 1, "");
        when(papers.paper(DEBT.key(), "result.json")).thenReturn(new byte[2]);
        TimeStampRequest request = new StampRequests(papers, "").request(trial, "result.json");
        replies("", "").read(trial, answer(authority.response(request, 9, NOW)), "result.json");
        verify(papers).keep(eq(DEBT.key()), eq("result.json"), any());
    }

    @Test
    void theTokenThatStoodBeforeGivesTheNumber() throws Exception {
        byte[] first = new org.bouncycastle.tsp.TimeStampResponse(
                        authority.response(asked(""), 7, NOW.minusSeconds(60)))
                .getTimeStampToken()
                .getEncoded();
        when(papers.keep(any(), any(), any())).thenReturn(first);
        Receipt receipt = read(authority.response(asked(""), 8, NOW));
        assertThat(receipt.receiptNo()).isEqualTo("7");
        assertThat(receipt.at().toInstant()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void tokensOverOtherThingsAreRefused() {
        Debt other = new Debt("D2", "x", "XC-2026-0001", "", "other", 1, "");
        when(papers.paper("XC-2026-0001", "other")).thenReturn(new byte[1]);
        StampRequests requests = new StampRequests(papers, "");
        refused("E-TSA-IMPRINT", authority.response(requests.request(DEBT, "other"), 1, NOW));
        refused("E-TSA-NONCE", authority.response(requests.request(other, "manifest.json"), 1, NOW));
        refused("E-TSA-POLICY", replies("2.999.7", ""), authority.response(asked(""), 1, NOW));
        refused("E-TSA-TIME", authority.response(asked(""), 1, NOW.minusSeconds(301)));
        refused("E-TSA-TIME", authority.response(asked(""), 1, NOW.plusSeconds(301)));
    }

    @Test
    void tokensOfTheWrongSignerAreRefused() {
        OwnAuthority mailer = new OwnAuthority(KeyPurposeId.id_kp_emailProtection);
        refused("E-TSA-CERT", mailer.response(asked(""), 1, NOW));
        refused("E-TSA-CERT", authority.without().response(asked(""), 1, NOW));
        refused("E-TSA-CERT", replies("", "00".repeat(32)), authority.response(asked(""), 1, NOW));
        OwnAuthority impostor = new OwnAuthority(KeyPurposeId.id_kp_timeStamping);
        refused("E-TSA-PROOF", authority.under(impostor).response(asked(""), 1, NOW));
        byte[] flipped = authority.response(asked(""), 1, NOW);
        flipped[flipped.length - 1] ^= 1;
        refused("E-TSA-SIGNATURE", flipped);
    }

    /** What the library says of the fault is English and stays in the log. */
    @Test
    void aWrongSignerIsNamedInChinese() {
        OwnAuthority mailer = new OwnAuthority(KeyPurposeId.id_kp_emailProtection);
        assertThatThrownBy(() -> read(mailer.response(asked(""), 1, NOW)))
                .hasMessage("签名者的证书不是时间戳专用证书（扩展用途须标为关键，且只有 timeStamping 一项），请时间戳机构换证书");
        byte[] flipped = authority.response(asked(""), 1, NOW);
        flipped[flipped.length - 1] ^= 1;
        assertThatThrownBy(() -> read(flipped)).hasMessage("时间戳的签名验不过，或者盖章时签名者的证书不在有效期内，请时间戳机构核对签名密钥与证书");
    }

    @Test
    void aRefusalIsForGoodUnlessTheAuthorityIsOnlyNotReady() {
        refused("E-TSA-REFUSED", authority.refusal(PKIFailureInfo.badAlg));
        for (int later : new int[] {PKIFailureInfo.timeNotAvailable, PKIFailureInfo.systemFailure}) {
            assertThatThrownBy(() -> read(authority.refusal(later))).isInstanceOf(TryLater.class);
        }
    }

    @Test
    void whatIsNoAnswerProvesNothing() {
        assertThatThrownBy(() -> read("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AnswerLost.class);
        Answer page = new Answer(200, "<html>", "", "", false);
        assertThatThrownBy(() -> replies("", "").read(DEBT, page, "manifest.json"))
                .isInstanceOf(AnswerLost.class);
        Answer busy = new Answer(503, "", "", "", false);
        assertThatThrownBy(() -> replies("", "").read(DEBT, busy, "manifest.json"))
                .isInstanceOf(TryLater.class);
    }
}
