package cn.zrzy.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the checks found stands on the duty desk by name, at most twenty of it, and so does a check that no longer comes. */
@OverLedgers
class BookProblemsTests {

    @Autowired
    Desk desk;

    @BeforeEach
    void emptyBooks() {
        desk.begin();
    }

    @Test
    void eachBookIsNamedWithItsObjectAndTheWayThere() throws Exception {
        breach("delivery", "D000000007", "I1", "已确认但没有回执");
        breach("registry", "20261123-sync-parcels-from-landuse", "I1", "收到 10 行，去向合计 7 行");
        breach("duty", "20261123-draw-run", "I7", "运行没有结束");
        assertThat(desk.page("/ops")).contains("报送台账账目不符（I1）：D000000007 已确认但没有回执");
        assertThat(desk.page("/ops")).contains("href=\"/messages/D000000007\"");
        assertThat(desk.page("/ops")).contains("名录台账账目不符（I1）：20261123-sync-parcels-from-landuse 收到 10 行，去向合计 7 行");
        assertThat(desk.page("/ops")).contains("href=\"/sync/20261123-sync-parcels-from-landuse\"");
        assertThat(desk.page("/ops")).contains("值班台账账目不符（I7）：20261123-draw-run 运行没有结束");
    }

    @Test
    void ofAMultitudeTwentyAreListedAndAllAreCounted() throws Exception {
        for (int i = 1; i <= 31; i++) {
            breach("delivery", "D%09d".formatted(i), "I1", "已确认但没有回执");
        }
        assertThat(desk.page("/ops")).contains("D000000020");
        assertThat(desk.page("/ops")).doesNotContain("D000000021");
        assertThat(desk.page("/ops")).contains("账目不符共 31 处，这里列出最早的 20 处");
    }

    @Test
    void booksThatNobodyChecksAnyMoreAreNoCalm() throws Exception {
        desk.jdbc
                .sql("insert into console.book_check values ('delivery', now() - interval '9 minutes')")
                .update();
        assertThat(desk.page("/ops")).contains("一切正常");
        desk.jdbc
                .sql("update console.book_check set checked_at = now() - interval '11 minutes'")
                .update();
        assertThat(desk.page("/ops")).contains("账目已有十分钟以上没有核对");
    }

    private void breach(String book, String object, String invariant, String detail) {
        desk.jdbc
                .sql("insert into console.breach (book, object, invariant, detail) values (?, ?, ?, ?)")
                .params(book, object, invariant, detail)
                .update();
    }
}
