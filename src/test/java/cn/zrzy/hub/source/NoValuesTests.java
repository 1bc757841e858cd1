package cn.zrzy.hub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written where there is no value: one list for every source ({@code config/codes/no-values.csv}). */
class NoValuesTests {

    private static final Path CODES = Path.of("config/codes");
    private static final NoValues LIST = NoValues.load(CODES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NULL",
                "null",
                "Null",
                "-",
                "－",
                "——",
                "/",
                "／",
                "\\",
                "无",
                " 无 ",
                "待定",
                "暂无",
                "N/A",
                "n/a",
                "undefined"
            })
    void wordsThatSayNoneAreAnEmptyField(String word) {
        assertThat(row(word).optional("f")).isEmpty();
        assertThat(row(word).code("f")).isEmpty();
        assertThat(row(word).optionalDate("f")).isNull();
        assertThatThrownBy(() -> row(word).text("f"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-FIELD-MISSING"));
        assertThatThrownBy(() -> row(word).creditCode("f"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-USCC-MISSING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "＃Ｎ／Ａ", "#REF!", "#ref!", "#DIV/0!", "#VALUE!", "NaN", "Err:502"})
    void errorValuesHideAValueAndCostTheirRow(String word) {
        for (Runnable reading : List.<Runnable>of(
                () -> row(word).text("f"),
                () -> row(word).optional("f"),
                () -> row(word).code("f"),
                () -> row(word).words("f"),
                () -> row(word).optionalDate("f"),
                () -> row(word).squareMetres("f", "公顷", "u"))) {
            assertThatThrownBy(reading::run).isInstanceOfSatisfying(Rejected.class, e -> {
                assertThat(e.code()).isEqualTo("E-FIELD-ERROR");
                assertThat(e.place().field()).isEqualTo("f");
                assertThat(e).hasMessageContaining("是错误值");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"无锡路测绘公司", "待定河村", "A-1", "南-北", "空", "甲/乙", "NULLA", "0", "许昌#REF!公司"})
    void wordsThatOnlyHoldSuchAWordAreValues(String word) {
        assertThat(row(word).text("f")).isEqualTo(word);
    }

    @Test
    void oneOfSeveralWordsThatSaysNoneIsLeftOut() {
        assertThat(row("地籍调查;无；-").words("f")).containsExactly("地籍调查");
    }

    @ParameterizedTest
    @CsvSource({"5E-3,50.00", "5.0e-3,50.00", "1.2E2,1200000.00", "1E+1,100000.00"})
    void areasInScientificNotationAreNumbers(String written, String metres) {
        assertThat(row(written).squareMetres("f", "公顷", "u")).isEqualTo(metres);
    }

    @Test
    void theListIsWrittenAsItIsCompared() throws IOException {
        assertThat(Files.readAllLines(CODES.resolve("no-values.csv")))
                .as("half width, upper case, without spaces, and nothing but 空 and 错误")
                .allSatisfy(line -> {
                    String theirs = line.substring(0, line.indexOf(','));
                    assertThat(line).matches(Pattern.quote(theirs) + ",(ours|空|错误),.*");
                    assertThat(theirs.equals("theirs") || Words.code(theirs).equals(theirs))
                            .as(theirs)
                            .isTrue();
                });
    }

    private static SourceRow row(String value) {
        return new SourceRow("f.csv", 7, 6, Map.of("f", value), Map.of("f", 4), new byte[0]).reading(LIST);
    }
}
