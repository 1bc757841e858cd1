package cn.zrzy.hub.partner.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.Answer;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.partner.CodeTables;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The portal's answers as they came ({@code shared/cases/partner_stubs.py}). */
class PortalCasesTests {

    private static final String KEY = "publish-plan-to-portal:XC-2026-P01@1:ABCDEFGH23";
    private static final String SM3 = "ab".repeat(32);
    private static final Debt DEBT =
            new Debt("D000000001", "publish-plan-to-portal", "XC-2026-P01@1", "XC-2026-P01", KEY, 1, "0".repeat(32));
    private static final String RECEIPT =
            "{\"status\": \"OK\", \"articleId\": \"A900001\", \"revision\": 1, \"url\": \"http://127.0.0.1:7104/x\","
                    + " \"idempotencyKey\": \"" + KEY + "\", \"digest\": \"" + SM3
                    + "\", \"publishedAt\": \"2026-11-27T21:55:00+08:00\"}";

    private final PortalReceipts receipts =
            new PortalReceipts(new CodeTables(Path.of("config/codes")), Clock.systemUTC());

    @Test
    void portalReceiptWithByteOrderMark() {
        assertThat(receipts.read(DEBT, answer("\ufeff" + RECEIPT)).receiptNo()).isEqualTo("A900001");
        assertThat(receipts.find(DEBT, answer("\ufeff" + RECEIPT)).receiptNo()).isEqualTo("A900001");
    }

    @Test
    void portalReceiptWithItsDigestInUpperCaseAndALocalTime() {
        String spelled =
                RECEIPT.replace(SM3, SM3.toUpperCase()).replace("2026-11-27T21:55:00+08:00", "2026-11-27 21:55:00");
        assertThat(receipts.read(DEBT, answer(spelled)).digest()).isEqualTo(SM3);
        assertThat(receipts.read(DEBT, answer(spelled)).at()).isEqualTo("2026-11-27T21:55:00+08:00");
    }

    private static Answer answer(String text) {
        return new Answer(200, text, "", SM3, false);
    }
}
