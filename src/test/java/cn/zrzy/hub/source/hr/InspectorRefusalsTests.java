package cn.zrzy.hub.source.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.source.CaseHub;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused of HR's file names file, line, column, field, rule and value in Chinese; the other 39 are taken. */
class InspectorRefusalsTests extends HrNights {

    private static final String BASE = "base/inspectors.csv";
    private static final Shift NIGHT = new Shift("n1", 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-STAFF-NO|XC900005|XC90005|1|工号|XC90005",
                "E-FIELD-MISSING|试零五|待定|2|姓名|待*",
                "E-FIELD-GARBLED|试零五|试\ufffd五|2|姓名|试*",
                "E-FIELD-ERROR|试零五|#N/A|2|姓名|#*",
                "E-FIELD-ERROR|16119900005|#REF!|9|执法证号|#REF!",
                "E-CITIZEN-ID-15|411000198007041053|411000800704105|4|身份证号|411000*******05",
                "E-CITIZEN-ID|411000198007041053|411000198007041050|4|身份证号|411000**********50",
                "E-NUM-PRECISION|411000198007041053|4.11000198007041E17|4|身份证号|4.1100***********17",
                "E-UNIT-CODE|11411000MB1F41107T|11411000MB1F411070|6|单位代码|11411000MB1F411070",
                "E-WORD|执法岗|执法員|8|岗位大类|执法員",
                "E-CARD-NO|16119900005|1611|9|执法证号|1611",
                "E-DATE|2029-12-31|2029-02-30|10|执法证有效期|2029-02-30",
                "E-REGION|411000,|411099,|13|执法区域|411099"
            })
    void aRefusedFieldNamesItsPlaceItsRuleAndItsValue(
            String rule, String from, String to, int column, String field, String value) {
        night(NIGHT, "20261123", changed(from, to), 40);
        QuarantinedRow row = theOnlyOne();
        assertThat(row.rule()).isEqualTo(rule);
        assertThat(row.place().source()).isEqualTo("inspectors_20261123.csv");
        assertThat(row.place().line()).isEqualTo(6);
        assertThat(row.place().column()).isEqualTo(column);
        assertThat(row.place().field()).isEqualTo(field);
        assertThat(row.message()).contains("；原值“" + value + "”").matches(".*\\p{IsHan}.*");
        assertThat(row.excerpt()).as("the bad part is kept").contains("执法");
    }

    @Test
    void aFieldThatIsTooLongOrHoldsAControlCharacterIsNamedToo() {
        night(NIGHT, "20261123", changed("试零五", "长".repeat(301)), 40);
        assertThat(theOnlyOne().rule()).isEqualTo("E-FIELD-LONG");
        assertThat(theOnlyOne().message()).contains("姓名超过300字", "原值“长*”");

        Shift second = new Shift("n2", 1);
        night(second, "20261124", changed("执法监督科", "执法\u0007监督科"), 40);
        assertThat(hub.quarantined(second)).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo("E-FIELD-CONTROL");
            assertThat(row.place().field()).isEqualTo("科室");
            assertThat(row.message()).contains("U+0007", "原值“执法\ufffd监督科”");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"E-ROW-NUL|试零五|试\u0000五|含有空字符", "E-ROW-QUOTE|试零五|\"试零五|双引号没有成对", "E-ROW-COLUMNS|试零五|试零,五|可能错列"})
    void aRowThatCannotBeCutNamesFileAndLine(String rule, String from, String to, String message) {
        night(NIGHT, "20261123", changed(from, to), 40);

        assertThat(theOnlyOne().rule()).isEqualTo(rule);
        assertThat(theOnlyOne().place().source()).isEqualTo("inspectors_20261123.csv");
        assertThat(theOnlyOne().place().line()).isEqualTo(6);
        assertThat(theOnlyOne().message()).contains(message);
    }

    @Test
    void aRowThatIsThereTwiceNamesItsLine() {
        String file = text(BASE);
        String fifth = file.lines().skip(5).findFirst().orElseThrow();
        night(NIGHT, "20261123", (file + fifth + "\r\n").getBytes(GB), 41);

        assertThat(theOnlyOne().rule()).isEqualTo("E-ROW-DUPLICATE");
        assertThat(theOnlyOne().place().line()).isEqualTo(42);
        assertThat(theOnlyOne().message()).contains("主键已出现过");
    }

    @Test
    void aFileThatIsRefusedAsAWholeIsNamed() {
        refused("E-FEED-EMPTY", new byte[0], "rows=0");
        refused("E-FEED-EMPTY", (text(BASE).lines().findFirst().orElseThrow() + "\r\n").getBytes(GB), "rows=0");
        refused("E-FEED-COUNT", CaseHub.read(BASE), "rows=41");
        refused("E-FEED-HEADER", text(BASE).replaceFirst("执法区域", "区域").getBytes(GB), "rows=40");
        refused("E-FEED-ALL-BAD", text(BASE).replace("执法岗", "执法員").getBytes(GB), "rows=40");
    }

    @Test
    void aMarkerThatIsNoneIsNamedAndAHalfWrittenOneIsReadAgain() {
        InspectorMarkers markers = new InspectorMarkers();
        assertThatThrownBy(() -> markers.read("20261123", "行数=40")).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-FEED-MARKER");
            assertThat(e.place().source()).isEqualTo("inspectors_20261123.csv.ok");
        });
        for (String half :
                List.of("", "ro", "rows=4", "rows=40\n", "rows=40\nsm", "rows=40\r\nsm3=" + "a".repeat(63))) {
            assertThatThrownBy(() -> markers.read("20261123", half)).as(half).isInstanceOf(TryLater.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 5000})
    void theFirstPartOfTheFileUnderTheFinalMarkerIsReadAgainAndTakenWhenWhole(int length) {
        byte[] whole = CaseHub.read(BASE);
        String ok = "rows=40\nsm3=" + cn.zrzy.hub.kernel.Digest.sm3(whole) + "\n";
        byte[] part = java.util.Arrays.copyOf(whole, Math.min(length, whole.length / 2));
        InspectorTranslator translator = hub.bean(InspectorTranslator.class);
        translator.open(NIGHT, "20261123");

        assertThatThrownBy(() -> translator.stage(NIGHT, "20261123", ok, hub.keep(NIGHT, "hr/inspectors", part)))
                .isInstanceOf(TryLater.class)
                .hasMessageContaining("SM3 不一致");
        assertThat(night(new Shift("n1", 2), "20261123", whole, 40).message()).contains("新增 40 +");
    }

    private void refused(String rule, byte[] file, String rows) {
        Shift shift = new Shift("w-" + rule + rows + file.length, 1);
        InspectorTranslator translator = hub.bean(InspectorTranslator.class);
        translator.open(shift, "20261123");
        String ok = rows + "\nsm3=" + cn.zrzy.hub.kernel.Digest.sm3(file) + "\n";
        assertThatThrownBy(() -> translator.stage(shift, "20261123", ok, hub.keep(shift, "hr/inspectors", file)))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.code()).isEqualTo(rule);
                    assertThat(e.place().source()).startsWith("inspectors_20261123.csv");
                    assertThat(e.getMessage()).matches("(?s).*\\p{IsHan}.*");
                });
    }

    private QuarantinedRow theOnlyOne() {
        assertThat(hub.quarantined(NIGHT)).hasSize(1);
        return hub.quarantined(NIGHT).get(0);
    }

    /** The base file with the first such words of its fifth person replaced. */
    private static byte[] changed(String from, String to) {
        String[] lines = text(BASE).split("\r\n");
        assertThat(lines[5]).contains(from);
        lines[5] = lines[5].replace(from, to);
        return (String.join("\r\n", lines) + "\r\n").getBytes(GB);
    }
}
