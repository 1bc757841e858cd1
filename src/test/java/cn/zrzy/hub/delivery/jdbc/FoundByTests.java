package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Fact;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dispatch is found by whatever its fact is about, however it is typed. */
class FoundByTests {

    private final LedgerFixture hub = new LedgerFixture();

    private record Recorded(String key, List<String> mentions) implements Fact {
        @Override
        public String event() {
            return "inspection.finding-recorded";
        }

        @Override
        public String orderKey() {
            return "XC-2026-P01";
        }

        @Override
        public String sentence() {
            return "检查结果已录入";
        }
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91411002MA9KRX025C",
                " 91411002ma9krx025c ",
                "９１４１１００２ＭＡ９ＫＲＸ０２５Ｃ",
                "XC-2026-0001-T003",
                "许昌某测绘有限公司",
                "许自然资罚决〔2026〕12号",
                "F-1",
                "XC-2026-P01"
            })
    void whoeverLooksForWhatItIsAboutFindsIt(String typed) {
        owe("F-1@1", List.of("91411002MA9KRX025C", "XC-2026-0001-T003", "许昌某测绘有限公司", "许自然资罚决〔2026〕12号", ""));
        owe("F-2@1", List.of("91411000MA0000000X"));
        assertThat(hub.desk.search(typed))
                .extracting(DispatchSummary::key)
                .contains("F-1@1")
                .satisfies(keys -> assertThat(typed.equals("XC-2026-P01") || keys.size() == 1)
                        .isTrue());
    }

    @Test
    void severalThingsAreLookedForAtOnceAndNothingTwice() {
        owe("F-1@1", List.of("A1", "B1"));
        owe("F-1@1", List.of("A1", "B1"));
        assertThat(hub.desk.search(List.of("A1", "B1", "F-1"))).hasSize(1);
        assertThat(hub.desk.search(List.of("NOBODY"))).isEmpty();
    }

    private void owe(String key, List<String> mentions) {
        hub.transaction.executeWithoutResult(
                status -> hub.ledger.owe(new Recorded(key, mentions), "publish-results-to-province"));
    }
}
