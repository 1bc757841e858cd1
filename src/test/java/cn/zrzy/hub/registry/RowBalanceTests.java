package cn.zrzy.hub.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 去向: received = quarantined + superseded + unchanged + added + changed, in one line. */
class RowBalanceTests {

    @Test
    void eachRowWentToOnePlace() {
        RowBalance balance = new RowBalance(40, 1, 2, 30, 4, 3);

        assertThat(balance.holds()).isTrue();
        assertThat(balance.sentence()).isEqualTo("收到 40 行 = 隔离 1 + 被取代 2 + 不变 30 + 新增 4 + 变更 3");
    }

    @Test
    void rowsThatWentNowhereAreSeenInTheLine() {
        RowBalance balance = new RowBalance(41, 1, 2, 30, 4, 3);

        assertThat(balance.holds()).isFalse();
        assertThat(balance.sentence()).startsWith("收到 41 行 ≠ 隔离 1");
    }
}
