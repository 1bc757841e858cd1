package cn.zrzy.hub.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.delivery.DispatchDesk;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.kernel.Fact;
import cn.zrzy.hub.kernel.search.About;
import cn.zrzy.hub.kernel.search.Sought;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dispatch is found by whatever its fact is about, however it is typed. */
class FoundByTests {

    private final LedgerFixture hub = new LedgerFixture();

    private record Recorded(String key, List<String> mentions, About about) implements Fact {
        Recorded(String key, List<String> mentions) {
            this(key, mentions, About.NOBODY);
        }

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
        assertThat(found(Sought.words("F-1", 10).and(List.of("A1", "B1")))).containsExactly("F-1@1");
        assertThat(found(Sought.codes(List.of("NOBODY"), 10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1411002MA9KRX",
                "X025C",
                "ma9krx025",
                "0001-T0",
                "某测绘",
                "许昌",
                "许昌某",
                "〔2026〕12",
                "F-1@",
                "HN-778"
            })
    void aBeginningOrAFragmentIsEnough(String typed) {
        owe("F-1@1", List.of("91411002MA9KRX025C", "XC-2026-0001-T003", "许昌某测绘有限公司", "许自然资罚决〔2026〕12号"));
        owe("F-2@1", List.of("91411000MA0000000X", "XC-2026-0002-T001", "长葛一家矿业有限公司"));
        hub.jdbc.sql("""
                        insert into delivery.receipt (dispatch, idempotency_key, receipt_no, digest, verdict, note, raw)
                        select no, idempotency_key, 'hn-7781' || no, 'x', '受理', '', '' from delivery.dispatch
                        where fact_key = 'F-1@1'
                        """).update();
        assertThat(found(Sought.words(typed, 10))).containsExactly("F-1@1");
    }

    @Test
    void dispatchTraceAndIdempotencyKeyAreFoundByTheirBeginning() {
        owe("F-1@1", List.of());
        DispatchSummary one = hub.desk.search("F-1@1").get(0);
        assertThat(found(Sought.words(one.dispatch(), 10))).containsExactly("F-1@1");
        assertThat(found(Sought.words(one.dispatch().replaceFirst("D0+", "D"), 10)))
                .containsExactly("F-1@1");
        assertThat(found(Sought.words(one.dispatch().substring(0, 8), 10))).containsExactly("F-1@1");
        assertThat(found(Sought.words(one.traceId().substring(0, 12), 10))).containsExactly("F-1@1");
        assertThat(found(Sought.words(one.idempotencyKey(), 10))).containsExactly("F-1@1");
        assertThat(found(Sought.words("PUBLISH-results-to-province:F-1", 10))).containsExactly("F-1@1");
    }

    /** Somebody who types a number in full must not lose it behind a hundred others that begin with it. */
    @Test
    void whatFitsInFullComesFirstHoweverManyOnlyBeginSo() {
        owe("F-1@1", List.of("T3"));
        for (int i = 0; i < 30; i++) {
            owe("G-" + i + "@1", List.of("T3" + i));
        }
        assertThat(found(Sought.words("T3", 5))).hasSize(5).first().isEqualTo("F-1@1");
    }

    @Test
    void signsThatMeanSomethingToTheDatabaseMeanNothing() {
        owe("F-1@1", List.of("100%", "A_B"));
        owe("F-2@1", List.of("1000", "AXB"));
        assertThat(found(Sought.words("00%", 10))).containsExactly("F-1@1");
        assertThat(found(Sought.words("a_b", 10))).containsExactly("F-1@1");
        assertThat(found(Sought.words("'; drop table", 10))).isEmpty();
        assertThat(found(Sought.words("\\", 10))).isEmpty();
    }

    @Test
    void whatASealedDrawHasDrawnIsFoundByNobodyWhoMayNotKnow() {
        hub.transaction.executeWithoutResult(status -> hub.ledger.owe(
                new Recorded(
                        "F-1@1",
                        List.of("91411002MA9KRX025C", "XC-2026-0001"),
                        new About("91411002MA9KRX025C", "许昌某测绘有限公司", "XC-2026-0001")),
                "publish-results-to-province"));
        Sought sought = Sought.words("91411002MA9KRX025C", 10);
        assertThat(found(sought.hiding(List.of("XC-2026-0001")))).isEmpty();
        assertThat(found(Sought.words("F-1", 10).hiding(List.of("XC-2026-0001"))))
                .isEmpty();
        assertThat(found(sought.hiding(List.of("XC-2026-0002")))).containsExactly("F-1@1");
        assertThat(hub.desk.search("F-1@1").get(0).about().name()).isEqualTo("许昌某测绘有限公司");
    }

    @Test
    void aKeyThatManyMessagesShareStandsThereOnce() {
        for (int i = 0; i < 20; i++) {
            owe("F-" + i + "@1", List.of("91411002MA9KRX025C"));
        }
        assertThat(hub.jdbc
                        .sql("select count(*) from delivery.known_key where key = '91411002MA9KRX025C'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(found(Sought.words("MA9KRX", 50))).hasSize(20);
    }

    private List<String> found(Sought sought) {
        return hub.desk.search(sought, DispatchDesk.Filter.ALL).stream()
                .map(DispatchSummary::key)
                .toList();
    }

    private void owe(String key, List<String> mentions) {
        hub.transaction.executeWithoutResult(
                status -> hub.ledger.owe(new Recorded(key, mentions), "publish-results-to-province"));
    }
}
