package cn.zrzy.hub.ceremony.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.zrzy.hub.registry.Inspector;
import cn.zrzy.hub.registry.Inspectors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a card named when the pool was frozen. */
class OfficersTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void theOfficerWasMatchedWhereAHelperHasHisCardNumber() {
        Inspectors list = mock(Inspectors.class);
        when(list.asOf(any()))
                .thenReturn(List.of(
                        person("XC1", "1611001", "执法科", "工勤", "411002"),
                        person("XC2", "1611001", "执法科", "执法岗", "411002"),
                        person("XC3", "1611001", "执法科", "辅助", "411002")));
        assertThat(new Officers(list).byCard(Instant.parse("2026-11-23T01:00:00Z")))
                .hasEntrySatisfying(
                        "1611001", person -> assertThat(person.staffNo()).isEqualTo("XC2"));
    }

    private static Inspector person(String staffNo, String card, String room, String post, String... regions) {
        return new Inspector(
                staffNo,
                "张三",
                "许昌市自然资源和规划局",
                "411000",
                room,
                post,
                card,
                DAY.plusYears(1),
                List.of("土地管理"),
                List.of("地籍调查"),
                List.of(regions),
                false,
                "在岗",
                "411002**********66",
                1,
                Instant.EPOCH);
    }
}
