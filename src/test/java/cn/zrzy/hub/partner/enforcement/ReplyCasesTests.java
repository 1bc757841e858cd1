package cn.zrzy.hub.partner.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.kernel.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The brigade's replies as they came ({@code shared/cases/replies}); each test is named after its case. */
class ReplyCasesTests {

    private static final Path REPLIES = Path.of("src/test/resources/cases/replies");

    private final EnforcementReplies replies = new EnforcementReplies();

    @Test
    void reply3DigestInUpperCase() throws IOException {
        assertThat(read("reply-3-digest-in-upper-case").digest())
                .isEqualTo("a5c52d81d9a0cb2abcbc8f06511e29b31b2a0a2653ed31d0563b5f9fef506905");
    }

    @Test
    void reply4WithoutReceiptNumber() throws IOException {
        assertThat(read("reply-4-without-receipt-number").receiptNo())
                .as("the ledger takes it for no receipt, E-RECEIPT-NO")
                .isEmpty();
    }

    @Test
    void reply5LocalTimeWithoutOffset() throws IOException {
        assertThat(read("reply-5-local-time-without-offset").at()).isEqualTo("2026-11-27T21:50:00+08:00");
    }

    @Test
    void reply6Sound() throws IOException {
        Receipt receipt = read("reply-6-sound");
        assertThat(receipt.verdict()).isEqualTo(Receipt.ACCEPTED);
        assertThat(receipt.at()).isEqualTo("2026-11-27T21:50:00+08:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27 21:50",
                "2026-11-27T21:50:00",
                "2026/11/27 21:50:00",
                "2026-11-27T21:50:00.000",
                "2026-11-27T13:50:00Z",
                "2026-11-27T21:50:00+0800",
                "2026-11-27 21:50:00+08:00"
            })
    void oneMomentInManySpellings(String written) throws IOException {
        assertThat(replies.read(text("reply-6-sound").replace("2026-11-27T21:50:00+08:00", written))
                        .at())
                .isEqualTo("2026-11-27T21:50:00+08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "昨天", "2026-11-27", "2026-13-27 21:50:00", "21:50:00"})
    void aTimeThatIsNoneGoesToThePersonOnDuty(String written) throws IOException {
        String reply = text("reply-6-sound").replace("2026-11-27T21:50:00+08:00", written);
        assertThatThrownBy(() -> replies.read(reply))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-RECEIPT"));
    }

    private Receipt read(String name) throws IOException {
        return replies.read(text(name));
    }

    private static String text(String name) throws IOException {
        return Files.readString(REPLIES.resolve(name + ".json"));
    }
}
