package cn.zrzy.hub.registry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.registry.Undrawables.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A night's line says where each row went, and nothing that did not happen. */
class NightLineTests {

    @Test
    void aQuietNightSaysCountsAndNothingElse() {
        assertThat(new NightLine(Stood.COUNTS, 103, List.of()).text())
                .isEqualTo("收到 10 行 = 隔离 1 + 被取代 0 + 不变 4 + 新增 5 + 变更 0；停用 2；现有 103 条，不能抽取 0 条");
    }

    @Test
    void whatHappenedBesideTheCountsIsSaid() {
        Counts counts = new Counts(10, 1, 2, 3, 0, 0, 4, 100, 1, 5);
        assertThat(new NightLine(counts, 103, List.of(new Reason("f", "证照过期", 7))).text())
                .endsWith("不能抽取 7 条（证照过期 7）；有 1 行认不出是谁，今夜不停用；5 户首次缺席，今夜不停用，下一夜仍缺席才停用；2 行是同一单位的另一张证书，并入该单位");
    }

    @Test
    void manyReasonsEndWithTheMostFrequentSix() {
        List<Reason> reasons = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Reason("f", "原因" + i, 10 - i))
                .toList();
        assertThat(new NightLine(Stood.COUNTS, 103, reasons).text())
                .contains("不能抽取 44 条（原因1 9、原因2 8、")
                .endsWith("原因6 4等）");
    }
}
