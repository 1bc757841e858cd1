package cn.zrzy.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused with every partner alike. */
class ContractRefusalsTests {

    private static final String HELD = "{\"key\":\"K1\",\"kind\":\"plans\",\"digest\":\"%s\",\"receivedAt\":\"%s\"}";

    @Test
    void aCodeThatTheTableLacksIsAPersonsToAdd() {
        CodeTable table = new CodeTable("results", Map.of("R01", "A"));
        assertThat(table.theirs("R01")).isEqualTo("A");
        refused("E-CODE", () -> table.theirs("R0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{\"answer\":\"keys\"}",
                "{\"page\":2,\"pages\":1,\"keys\":[]}",
                "{\"page\":1,\"pages\":1,\"keys\":[{\"key\":\"K 1\"}]}"
            })
    void halfAnAnswerAboutKeysIsNone(String text) {
        refused("E-KEYS-ANSWER", () -> KeyPages.document("公安机关", text));
    }

    @Test
    void aKeyThatWasReceivedAtNoTimeIsNone() {
        String page = "{\"page\":1,\"pages\":1,\"keys\":[" + HELD + "]}";
        String digest = "ab".repeat(32);
        assertThat(KeyPages.document("公安机关", page.formatted(digest, "2026-11-28T01:00:00+08:00"))
                        .keys())
                .hasSize(1);
        refused("E-KEYS-ANSWER", () -> KeyPages.document("公安机关", page.formatted(digest, "昨日")));
    }

    private static void refused(String code, Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
