package cn.zrzy.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dirt that real sources send: what is put right, what is refused and under which rule. */
class SourceRowTests {

    @ParameterizedTest
    @ValueSource(strings = {"许昌\u0000", "\u0001", "a\u001bb", "\ud800", "x\udc00y", "\u0085"})
    void whatNoColumnCanHoldCostsItsRow(String written) {
        assertThatThrownBy(() -> row(written).requireStorable())
                .isInstanceOf(Rejected.class)
                .extracting(e -> ((Rejected) e).code())
                .isEqualTo("E-FIELD-CONTROL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "许昌", "𩸽记", "a\tb", "两\r\n行", "　"})
    void ordinaryTextIsLeftAlone(String written) {
        assertThat(row(written).requireStorable().values()).containsEntry("f", written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-05",
                "2024.1.5",
                "2024/1/5",
                "2024年1月5日",
                "20240105",
                "45296",
                "45296.0",
                "２０２４－０１－０５",
                "2024-1-5 ",
                "2024-01-05T00:00:00",
                "2024-01-05 00:00:00",
                "2024/1/5 0:00:00",
                "2024-01-04T16:00:00.000Z",
                "2024-01-04T16:00:00.000+0000",
                "2024-01-04 16:00:00+00:00",
                "2024-01-05T00:00:00+08:00",
                "2024-01-05T00:00:00+08",
                "2024年1月5日 8:30",
                "　2024.01.05"
            })
    void oneDateInManyShapes(String written) {
        assertThat(row(written).date("f")).isEqualTo(LocalDate.of(2024, 1, 5));
    }

    @Test
    void theHourIsNeverTakenForTheDay() {
        assertThat(row("2024/1/15 0:00:00").date("f")).isEqualTo(LocalDate.of(2024, 1, 15));
        assertThat(row("2024/1/1 10:00:00").date("f")).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(row("2024-01-04T15:59:59Z").date("f")).isEqualTo(LocalDate.of(2024, 1, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-05T25:00:00Z",
                "2024-01-05T00:00:00+99:00",
                "2024-01-05 00:00 星期五",
                "0000-00-00",
                "2026-02-30",
                "2024-13-01",
                "去年",
                "1.1E+17",
                "99999",
                "2024-01",
                "0101"
            })
    void noDates(String written) {
        assertThatThrownBy(() -> row(written).date("f")).isInstanceOf(Rejected.class);
    }

    @Test
    void longTermIsNoEnd() {
        assertThat(row("长期").optionalDate("f")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,公顷,15000.00",
        "1,亩,666.67",
        "15,亩,10000.00",
        "0.25,平方公里,250000.00",
        "88.005,平方米,88.01",
        "１２,平方米,12.00"
    })
    void areasInSquareMetres(String value, String unit, String metres) {
        assertThat(row(value).squareMetres("f", unit, "u")).isEqualTo(metres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0", "一百", "1E999999999", "NaN", "", "9999999999999", "1,000"})
    void noAreas(String value) {
        assertThatThrownBy(() -> row(value).squareMetres("f", "公顷", "u")).isInstanceOf(Rejected.class);
    }

    @Test
    void thirtyDecimalsAreRoundedNotRefused() {
        assertThat(row("1.123456789012345678901234567890").squareMetres("f", "平方米", "u"))
                .isEqualTo("1.12");
    }

    @ParameterizedTest
    @CsvSource({
        "410105900229001,E-CITIZEN-ID-15",
        "411024199002290013,E-CITIZEN-ID",
        "411002198503071239,E-CITIZEN-ID",
        "4.11E+17,E-NUM-PRECISION"
    })
    void identityNumbersEachWithTheirOwnRule(String id, String rule) {
        assertThatThrownBy(() -> row(id).citizenId("f")).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo(rule);
            assertThat(e.getMessage()).doesNotContain(id);
            assertThat(e.place().column()).isEqualTo(4);
            assertThat(e.place().line()).isEqualTo(7);
        });
    }

    @Test
    void fullWidthAndSpacesAreFormNotContent() {
        assertThat(row("４１１００２１９８５０３０７１２３８　").citizenId("f")).isEqualTo("411002198503071238");
        assertThat(row("\ufeff91411002ma9krx025c").creditCode("f")).isEqualTo("91411002MA9KRX025C");
        assertThat(row("　许昌（魏都）测绘有限公司 ").text("f")).isEqualTo("许昌（魏都）测绘有限公司");
        assertThat(row("执法科\r\n二组").text("f")).isEqualTo("执法科 二组");
    }

    @Test
    void aWrongCheckCharacterIsNeverPutRight() {
        assertThatThrownBy(() -> row("91411002MA9KRX0250").creditCode("f"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-USCC"));
    }

    @Test
    void oldDistrictsAreKnownAndUnknownOnesRefused() {
        CodeList regions = CodeList.load(Path.of("config/codes/landuse-regions.csv"));
        assertThat(row("411023").mapped("f", regions, "E-REGION")).isEqualTo("411003");
        assertThat(row("４１１００２").mapped("f", regions, "E-REGION")).isEqualTo("411002");
        assertThatThrownBy(() -> row("411099").mapped("f", regions, "E-REGION")).isInstanceOf(Rejected.class);
    }

    /** Whatever stands in a cell, a reading either gives a value or refuses it with a rule and a place. */
    @Property(tries = 3000)
    void nothingButRefusals(@ForAll String anything) {
        SourceRow row = row(anything);
        for (Runnable reading : new Runnable[] {
            () -> row.text("f"),
            () -> row.creditCode("f"),
            () -> row.citizenId("f"),
            () -> row.date("f"),
            () -> row.squareMetres("f", "亩", "u"),
            () -> row.words("f")
        }) {
            try {
                reading.run();
            } catch (Rejected e) {
                assertThat(e.code()).startsWith("E-");
                assertThat(e.place().field()).isEqualTo("f");
            }
        }
    }

    private static SourceRow row(String value) {
        return new SourceRow("f.csv", 7, 6, Map.of("f", value), Map.of("f", 4), value.getBytes(StandardCharsets.UTF_8));
    }
}
