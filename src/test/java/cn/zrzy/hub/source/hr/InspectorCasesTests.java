package cn.zrzy.hub.source.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.intake.Quarantine;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.source.CaseHub;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ordinary files from HR (src/test/resources/cases): each a night after the base night, none may harm an officer. */
class InspectorCasesTests extends HrNights {

    private static final String BASE = "base/inspectors.csv";

    private final Shift first = new Shift("n1", 1);
    private final Shift second = new Shift("n2", 1);

    @BeforeEach
    void baseNight() {
        assertThat(night(first, "20261123", BASE).message()).contains("新增 40 +");
    }

    @Test
    void hrOneHalfCharacter() {
        Outcome outcome = night(second, "20261124", "hr-one-half-character.csv");

        assertThat(outcome.message()).startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        assertThat(inspectors().find("XC900007")).isPresent();
        assertThat(hub.quarantined(second)).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo("E-ROW-CHARSET");
            assertThat(row.place().line()).isEqualTo(8);
        });
    }

    @Test
    void hrFullwidthKeyAndAnotherFault() {
        Outcome outcome = night(second, "20261124", "hr-fullwidth-key-and-another-fault.csv");

        assertThat(outcome.message()).startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        assertThat(inspectors().find("XC900009")).isPresent();
        assertThat(hub.quarantined(second)).extracting(QuarantinedRow::rule).containsExactly("E-WORD");
    }

    @Test
    void aHalfCharacterInsideTheKeyRetiresNobodyThatNight() {
        byte[] file = CaseHub.read(BASE);
        file[indexOf(file, "XC900007") + 7] = (byte) 0xbe;
        Outcome outcome = night(second, "20261124", without(file, "XC900020"), 39);

        assertThat(outcome).satisfies(end -> {
            assertThat(end.state()).isEqualTo(Outcome.State.PARTIAL);
            assertThat(end.message())
                    .startsWith("收到 39 行 = 隔离 1 + 被取代 0 + 不变 38 + 新增 0 + 变更 0；停用 0；")
                    .contains("有 1 行认不出是谁，今夜不停用")
                    .endsWith("隔离 2.56%，超出该来源的常态（近 1 次的中位数 0.00%）");
        });
        assertThat(inspectors().find("XC900007")).isPresent();
        assertThat(inspectors().find("XC900020")).isPresent();

        assertThat(night(new Shift("n3", 1), "20261125", without(CaseHub.read(BASE), "XC900020"), 39)
                        .message())
                .as("a night on which everybody is known")
                .startsWith("收到 39 行 = 隔离 0 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 1；");
    }

    @Test
    void aRowThatSomebodyPutAsideAsNobodysStopsNoRetirement() {
        String file = text(BASE).replace("XC900020", "合计").replace("试二零", "");
        assertThat(night(second, "20261124", file.getBytes(GB), 40).message())
                .startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；")
                .contains("有 1 行认不出是谁，今夜不停用");
        hub.bean(Quarantine.class).mark(hub.quarantined(second).get(0).id(), QuarantinedRow.State.IGNORED, "李敏", "合计行");

        assertThat(night(new Shift("n3", 1), "20261125", file.getBytes(GB), 40).message())
                .startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 1；");
    }

    @Test
    void oneIdentityNumberTypedForTwoPeopleRetiresNeither() {
        String file = text(BASE).replace("411000198009161075", "411000198008101062");
        Outcome outcome = night(second, "20261124", file.getBytes(GB), 40);

        assertThat(outcome.message()).startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        refused("E-PERSON-TWICE", 8, "身份证号", "试*（XC900007）的身份证号与试*（XC900006）的相同");
    }

    @Test
    void rowsThatCannotBeCutIntoCellsKeepTheirOfficers() {
        String file = text(BASE)
                .replace("试零三,", "\"试零三,")
                .replace("试零四,", "试零四,,")
                .replace("试零五,", "试零五" + "长".repeat(9000) + ",");
        Outcome outcome = night(second, "20261124", file.getBytes(GB), 40);

        assertThat(outcome.message()).startsWith("收到 40 行 = 隔离 3 + 被取代 0 + 不变 37 + 新增 0 + 变更 0；停用 0；");
        assertThat(hub.quarantined(second))
                .extracting(QuarantinedRow::rule)
                .containsExactlyInAnyOrder("E-ROW-QUOTE", "E-ROW-COLUMNS", "E-ROW-LONG");
        assertThat(List.of("XC900003", "XC900004", "XC900005"))
                .allSatisfy(staffNo -> assertThat(inspectors().find(staffNo)).isPresent());
    }

    @Test
    void hrTwoPeopleOneCardNumber() {
        assertThat(night(second, "20261124", "hr-two-people-one-card-number.csv")
                        .message())
                .startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        refused("E-CARD-TWICE", 13, "执法证号", "试*（XC900012）的执法证号与试*（XC900011）的相同");
    }

    @Test
    void hrOneOfficerWithoutRegion() {
        assertThat(night(second, "20261124", "hr-one-officer-without-region.csv")
                        .message())
                .startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        refused("E-ROW-UNDRAWABLE", 14, "执法区域", "试*（XC900013）的执法区域不合抽取的要求：执法区域为空");
    }

    @Test
    void hrZeroWidthSpaceInDepartment() {
        assertThat(night(second, "20261124", "hr-zero-width-space-in-department.csv")
                        .message())
                .startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        refused("E-ROW-UNDRAWABLE", 16, "科室", "（U+200B）");
    }

    @Test
    void aSpecialtyThatTheEvidenceCannotHoldIsRefusedToo() {
        String file = text(BASE).replaceFirst("地籍调查", "地籍:调查");
        night(second, "20261124", file.getBytes(GB), 40);

        refused("E-ROW-UNDRAWABLE", 2, "专长", "代码词中不能有“:”");
    }

    @Test
    void nothingIsDemandedOfWhoIsNotDrawnAnyway() {
        String file = text(BASE)
                .replaceFirst("411000,是,在岗,19900000013", ",是,退休,19900000013")
                .replace("执法岗,16119900012", "工勤,16119900011");

        assertThat(night(second, "20261124", file.getBytes(GB), 40).message())
                .startsWith("收到 40 行 = 隔离 0 + 被取代 0 + 不变 38 + 新增 0 + 变更 2；停用 0；");
    }

    @Test
    void anOldRegionCodeBesideItsNewOneIsOneRegion() {
        String file = text(BASE).replaceFirst("411000,是,在岗", "411003;411023,是,在岗");
        night(second, "20261124", file.getBytes(GB), 40);

        assertThat(inspectors().find("XC900001").orElseThrow().regions()).containsExactly("411003");
    }

    private void refused(String rule, long line, String field, String message) {
        assertThat(inspectors().count()).isEqualTo(40);
        assertThat(hub.quarantined(second)).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo(rule);
            assertThat(row.place().line()).isEqualTo(line);
            assertThat(row.place().column()).isPositive();
            assertThat(row.place().field()).isEqualTo(field);
            assertThat(row.message()).contains(message);
        });
    }

    @Test
    void theCitysCodeCoversTheWholeCity() {
        assertThat(inspectors().certified(LocalDate.of(2026, 11, 23)))
                .hasSize(40)
                .allSatisfy(person -> assertThat(person.regions()).containsExactly("4110"));
        assertThat(inspectors().find("XC900001").orElseThrow().unitCode()).isEqualTo("11411000MB1F41107T");
    }

    @Test
    void hrExcelTrailingEmptyColumns() {
        Outcome outcome = night(second, "20261124", "hr-excel-trailing-empty-columns.csv");

        assertThat(outcome).satisfies(end -> {
            assertThat(end.state()).isEqualTo(Outcome.State.DONE);
            assertThat(end.message()).startsWith("收到 40 行 = 隔离 0 + 被取代 0 + 不变 40 + 新增 0 + 变更 0；停用 0；");
        });
    }

    @Test
    void anExcelFileWhoseEmptyColumnsEndWithSomeRowsOnly() {
        String file = text(BASE).replaceFirst("手机", "手机,,").replaceFirst("19900000001", "19900000001,,");

        assertThat(night(second, "20261124", file.getBytes(GB), 40).message())
                .startsWith("收到 40 行 = 隔离 0 + 被取代 0 + 不变 40 + 新增 0 + 变更 0；停用 0；");
    }

    @Test
    void whatStandsBehindTheLastNamedColumnIsAShiftedRow() {
        String file = text(BASE).replaceFirst("19900000001", "19900000001,,备注");

        assertThat(night(second, "20261124", file.getBytes(GB), 40).message())
                .startsWith("收到 40 行 = 隔离 1 + 被取代 0 + 不变 39 + 新增 0 + 变更 0；停用 0；");
        assertThat(hub.quarantined(second)).extracting(QuarantinedRow::rule).containsExactly("E-ROW-COLUMNS");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        String file = text(BASE).replaceFirst("性别", "姓名");

        assertThatThrownBy(() -> night(second, "20261124", file.getBytes(GB), 40))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.code()).isEqualTo("E-FEED-HEADER");
                    assertThat(e.getMessage()).contains("两列都叫“姓名”");
                });
    }
}
