package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.registry.Subject;
import cn.zrzy.hub.registry.Subjects;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One firm with several certificates is one subject, in every pool that asks for one of them. */
class UnitCasesTests extends LanduseNights {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String GEOHAZARD = "91411000MA90004568";
    private static final String SURVEY = "91411000MA9000457B";
    private static final String SECOND_ROW = "\"zzlx\": \"地灾治理\", \"zzbh\": \"试资字41900056\", \"yxqz\": \"2029-06-30\"";

    @Test
    void unitsFirmWithTwoQualifications() {
        Outcome outcome = units(FIRST, firms());

        assertThat(outcome).satisfies(end -> {
            assertThat(end.state()).isEqualTo(Outcome.State.DONE);
            assertThat(end.message())
                    .startsWith("收到 59 行 = 隔离 0 + 被取代 2 + 不变 0 + 新增 57 + 变更 0；停用 0；")
                    .endsWith("2 行是同一单位的另一张证书，并入该单位");
        });
        assertThat(live(GEOHAZARD).tags()).containsExactlyInAnyOrder("地灾治理", "地灾评估");
        assertThat(live(SURVEY).tags()).containsExactlyInAnyOrder("甲级测绘", "乙级测绘");
        assertThat(live(GEOHAZARD).details().get("证书编号"))
                .contains("试资字41000056")
                .contains("试资字41900056");
        assertThat(pool("GEOHAZARD_UNIT/地灾评估")).contains(GEOHAZARD);
        assertThat(pool("GEOHAZARD_UNIT/地灾治理")).contains(GEOHAZARD);
        assertThat(pool("SURVEY_UNIT")).containsOnlyOnce(SURVEY);
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        units(FIRST, firms());
        List<byte[]> reversed = new ArrayList<>(firms());
        Collections.reverse(reversed);

        assertThat(units(SECOND, reversed).message()).contains("不变 57 + 新增 0 + 变更 0；停用 0；");
    }

    @Test
    void aCertificateThatRanOutOrWasCancelledNoLongerCounts() {
        units(FIRST, firms());

        units(SECOND, changed(SECOND_ROW, SECOND_ROW.replace("2029", "2026")));
        assertThat(pool("GEOHAZARD_UNIT/地灾治理")).doesNotContain(GEOHAZARD);
        assertThat(pool("GEOHAZARD_UNIT/地灾评估")).contains(GEOHAZARD);
    }

    @Test
    void aRenewedCertificateOfTheSameKindCountsBesideTheOldOne() {
        units(FIRST, changed(SECOND_ROW, SECOND_ROW.replace("地灾治理", "地灾评估").replace("2029", "2026")));

        assertThat(pool("GEOHAZARD_UNIT/地灾评估")).contains(GEOHAZARD);
        assertThat(hub.quarantined(FIRST)).isEmpty();
    }

    @Test
    void theSameCertificateTwiceIsADuplicate() {
        units(FIRST, changed(SECOND_ROW, SECOND_ROW.replace("地灾治理", "地灾评估").replace("41900056", "41000056")));

        assertThat(theOnlyOneQuarantined(FIRST).rule()).isEqualTo("E-ROW-DUPLICATE");
    }

    @Test
    void oneCodeUnderTwoNamesIsNotJoinedAndTheLiveFirmStaysAsItIs() {
        units(FIRST, firms());
        String named = "\"许昌试验单位五六有限公司\", \"tyshxydm\": \"91411000MA90004568\", " + SECOND_ROW;

        units(SECOND, changed(named, named.replace("五六", "九九")));

        assertThat(theOnlyOneQuarantined(SECOND).rule()).isEqualTo("E-ROW-DUPLICATE");
        assertThat(live(GEOHAZARD).version()).isEqualTo(1);
        assertThat(live(GEOHAZARD).tags()).hasSize(2);
    }

    @Test
    void aFirmWithOneRowInQuarantineKeepsBothPools() {
        units(FIRST, firms());

        units(SECOND, changed(SECOND_ROW, SECOND_ROW.replace("2029-06-30", "2029-06-31")));

        assertThat(hub.quarantined(SECOND)).hasSize(1);
        assertThat(pool("GEOHAZARD_UNIT/地灾治理")).contains(GEOHAZARD);
        assertThat(live(GEOHAZARD).version()).isEqualTo(1);
    }

    private List<String> pool(String target) {
        return hub.bean(org.springframework.transaction.support.TransactionTemplate.class)
                .execute(tx -> {
                    try (Stream<Subject> pool = hub.bean(Subjects.class).eligible(List.of(target), "411000", DAY)) {
                        return pool.map(Subject::code).toList();
                    }
                });
    }

    private static List<byte[]> firms() {
        return pages("units-firm-with-two-qualifications", "units");
    }

    private static List<byte[]> changed(String from, String to) {
        List<byte[]> changed = firms().stream()
                .map(page -> new String(page, StandardCharsets.UTF_8)
                        .replace(from, to)
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(changed).isNotEqualTo(firms());
        assertThat(changed.stream().map(page -> new String(page, StandardCharsets.UTF_8)))
                .as("the replaced words were there")
                .anyMatch(page -> page.contains(to));
        return changed;
    }
}
