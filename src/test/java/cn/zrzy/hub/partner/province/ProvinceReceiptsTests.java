package cn.zrzy.hub.partner.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.AnswerLost;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.CodeTables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt is believed only with success code, our key and our digest; everything else has its own name. */
class ProvinceReceiptsTests {

    private static final String KEY = "publish-plan-to-province:XC-2026-P01@1";
    private static final String SM3 = "ab".repeat(32);
    private static final String GOOD = """
            {"code":"0","message":"成功","data":{"receiptNo":"HN20261123000001","idempotencyKey":"%s","digest":"%s",
             "receivedAt":"2026-11-23T09:00:00+08:00","duplicate":true}}""".formatted(KEY, SM3);
    private static final Debt DEBT =
            new Debt("D000000001", "publish-plan-to-province", "XC-2026-P01@1", "XC-2026-P01", KEY, 1, "0".repeat(32));

    private final ProvinceReceipts receipts = new ProvinceReceipts(
            new CodeTables(Path.of("config/codes")),
            Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC));

    private static Answer answer(int status, String text) {
        return new Answer(status, text, "", SM3, false);
    }

    @Test
    void the_contract_receipt_is_read() {
        Receipt receipt = receipts.read(DEBT, answer(200, GOOD));
        assertThat(receipt.receiptNo()).isEqualTo("HN20261123000001");
        assertThat(receipt.note()).contains("此前");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "OK",
                "null",
                "[]",
                "\"0\"",
                "<!DOCTYPE html><html><body>请登录 <form></form></body></html>",
                "{\"code\":\"0\"",
                "{\"code\":\"0\"}",
                "{\"code\":0,\"data\":{}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"\",\"idempotencyKey\":\"KEY\",\"digest\":\"SM3\"}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"HN1\",\"digest\":\"SM3\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"KEY\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"other:key@1\",\"digest\":\"SM3\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"KEY\",\"digest\":\"0000\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"KEY\",\"digest\":\"SM3\",\"receivedAt\":\"昨天\"}}",
                "{\"code\":\"1\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"KEY\",\"digest\":\"SM3\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}}",
                "{\"code\":\"0\",\"code\":\"1\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"KEY\",\"digest\":\"SM3\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}}",
                "{\"code\":\"0\",\"data\":{\"receiptNo\":\"HN1\",\"idempotencyKey\":\"KEY\",\"digest\":\"SM3\",\"receivedAt\":\"2026-11-23T09:00:00+08:00\"}} <html>",
            })
    void garbage_with_200_is_never_success(String text) {
        String body = text.replace("KEY", KEY).replace("SM3", SM3);
        assertThatThrownBy(() -> receipts.read(DEBT, answer(200, body))).isInstanceOf(AnswerLost.class);
    }

    @Test
    void a_depth_bomb_and_an_endless_answer_are_garbage_too() {
        assertThatThrownBy(() -> receipts.read(DEBT, answer(200, "[".repeat(60_000))))
                .isInstanceOf(AnswerLost.class);
        Answer cut = new Answer(200, GOOD, "", SM3, true);
        assertThatThrownBy(() -> receipts.read(DEBT, cut)).isInstanceOf(AnswerLost.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refused_credential_is_one_cause(int status) {
        assertThatThrownBy(() -> receipts.read(DEBT, answer(status, "{\"code\":\"E-SIGN\",\"message\":\"签名无效\"}")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-PROV-401"))
                .hasMessageContaining("province-key");
    }

    @Test
    void a_refusal_keeps_their_code_and_gains_our_words() {
        assertThatThrownBy(() -> receipts.read(DEBT, answer(422, "{\"code\":\"E-ORDER\",\"message\":\"no plan\"}")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-ORDER"))
                .hasMessageContaining("先报计划")
                .hasMessageContaining("no plan");
        assertThatThrownBy(() -> receipts.read(DEBT, answer(409, "<html>")))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("E-PROV-409"));
        assertThatThrownBy(() -> receipts.read(DEBT, answer(200, "{\"code\":\"E-1042\",\"message\":\"x\"}")))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 302})
    void busy_is_later(int status) {
        assertThatThrownBy(() -> receipts.read(DEBT, answer(status, ""))).isInstanceOf(TryLater.class);
    }

    @Test
    void a_gateway_timeout_is_a_lost_answer() {
        assertThatThrownBy(() -> receipts.read(DEBT, answer(504, ""))).isInstanceOf(AnswerLost.class);
        assertThatThrownBy(() -> receipts.read(DEBT, answer(0, ""))).isInstanceOf(AnswerLost.class);
    }

    @Test
    void retry_after_is_seconds_or_a_date_and_at_most_a_day() {
        assertThat(after("3600")).isEqualTo(Duration.ofHours(1));
        assertThat(after("Mon, 23 Nov 2026 01:30:00 GMT")).isEqualTo(Duration.ofMinutes(30));
        assertThat(after("Mon, 23 Nov 2020 01:30:00 GMT")).isEqualTo(Duration.ZERO);
        assertThat(after("999999999")).isEqualTo(Duration.ofHours(24));
        assertThat(after("soon")).isEqualTo(Duration.ZERO);
    }

    private Duration after(String retryAfter) {
        try {
            receipts.read(DEBT, new Answer(429, "", retryAfter, SM3, false));
        } catch (TryLater later) {
            return later.after();
        }
        throw new AssertionError("429 is later");
    }

    @Test
    void only_the_agency_itself_can_say_that_it_has_nothing() {
        assertThat(receipts.find(DEBT, answer(404, "{\"code\":\"E-NONE\"}")).isAbsent())
                .isTrue();
        assertThatThrownBy(() -> receipts.find(DEBT, answer(404, "<html>nginx</html>")))
                .isInstanceOf(TryLater.class);
        assertThat(receipts.find(DEBT, answer(200, GOOD)).isAbsent()).isFalse();
        assertThat(receipts.query(DEBT)).isEqualTo("key=publish-plan-to-province%3AXC-2026-P01%401");
    }
}
