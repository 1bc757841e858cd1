package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.registry.Subjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages turned while rows come and go: a subject is retired on its second absence, never on its first. */
class DriftCasesTests extends LanduseNights {

    private static final Shift THIRD = new Shift("n3", 1);
    private static final Shift FOURTH = new Shift("n4", 1);
    private static final String LOST = "DK:411025001001GB90021";

    @Test
    void parcelsDriftWhilePaging() {
        parcels(FIRST, pages("base", "parcels"));

        Outcome outcome = parcels(SECOND, drifted());

        assertThat(outcome).satisfies(end -> {
            assertThat(end.state()).isEqualTo(Outcome.State.DONE);
            assertThat(end.message())
                    .startsWith("收到 65 行 = 隔离 0 + 被取代 0 + 不变 64 + 新增 1 + 变更 0；停用 0；")
                    .endsWith("1 户首次缺席，今夜不停用，下一夜仍缺席才停用");
        });
        assertThat(live(LOST).version()).isEqualTo(1);
    }

    @Test
    void whoeverIsMissingOnTheNextNightTooIsRetired() {
        parcels(FIRST, pages("base", "parcels"));
        parcels(SECOND, drifted());

        assertThat(parcels(THIRD, drifted()).message())
                .startsWith("收到 65 行 = 隔离 0 + 被取代 0 + 不变 65 + 新增 0 + 变更 0；停用 1；");
        assertThat(hub.bean(Subjects.class).find(LOST)).isEmpty();
    }

    @Test
    void twoAbsencesWithAReturnBetweenThemAreTwoFirstAbsences() {
        parcels(FIRST, pages("base", "parcels"));
        parcels(SECOND, drifted());
        parcels(THIRD, pages("base", "parcels"));

        assertThat(parcels(FOURTH, drifted()).message()).contains("停用 0").contains("1 户首次缺席");
        assertThat(live(LOST).version()).isEqualTo(1);
    }

    private static List<byte[]> drifted() {
        return pages("parcels-drift-while-paging", "parcels");
    }
}
