package cn.zrzy.hub.source.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An office so small that the guard against mass change lets everything pass. */
class SmallOfficeTests extends HrNights {

    private static final String BASE = "small-office/hr-fifteen-people.csv";
    private final Shift second = new Shift("n2", 1);

    @BeforeEach
    void baseNight() {
        assertThat(night(new Shift("n1", 1), "20261123", BASE).message()).contains("新增 15 +");
    }

    @Test
    void hrFifteenPeopleTrailingEmptyColumns() {
        assertThat(night(second, "20261124", "small-office/hr-fifteen-people-trailing-empty-columns.csv"))
                .satisfies(end -> {
                    assertThat(end.state()).isEqualTo(Outcome.State.DONE);
                    assertThat(end.message()).startsWith("收到 15 行 = 隔离 0 + 被取代 0 + 不变 15 + 新增 0 + 变更 0；停用 0；");
                });
    }

    @Test
    void aFileWithoutOneUsableRowIsRefused() {
        byte[] file = text(BASE).replace(",执法岗,", ",执法 岗,").getBytes(GB);

        assertThatThrownBy(() -> night(second, "20261124", file, 15)).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-FEED-ALL-BAD");
            assertThat(e.getMessage()).contains("15 行全部被隔离");
        });
        assertThat(inspectors().count()).isEqualTo(15);
    }
}
