package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bad value in one JSON row costs that row: 64 of 65 are taken, and nobody is retired. */
class ParcelCasesTests extends LanduseNights {

    private static final String FIFTH = "DK:411082001001GB90005";

    @BeforeEach
    void baseNight() {
        assertThat(parcels(FIRST, pages("base", "parcels")).message()).contains("新增 65 +");
    }

    @ParameterizedTest
    @CsvSource({
        "parcels-escaped-nul-in-one-name, E-FIELD-CONTROL, qlrmc, 7, 权利人名称（qlrmc）第 7 个字符是不可显示的字符（U+0000）",
        "parcels-raw-tab-in-one-address, E-FIELD-JSON, zl, 3, 坐落（zl）里有未转义的控制字符（U+0009）",
        "parcels-not-a-number-in-one-area, E-FIELD-JSON, zdmj, 4, 宗地面积（zdmj）不是合法的 JSON 数字（NaN）",
        "parcels-lone-surrogate-in-one-name, E-FIELD-CONTROL, qlrmc, 7, 权利人名称（qlrmc）第 1 个字符是不可显示的字符（U+D842）"
    })
    void oneBadValueCostsItsRow(String folder, String rule, String field, int column, String message) {
        Outcome outcome = parcels(SECOND, pages(folder, "parcels"));

        assertThat(outcome.message()).startsWith("收到 65 行 = 隔离 1 + 被取代 0 + 不变 64 + 新增 0 + 变更 0；停用 0；");
        QuarantinedRow row = theOnlyOneQuarantined(SECOND);
        assertThat(row.rule()).isEqualTo(rule);
        assertThat(row.message()).startsWith(message + "；原值“");
        assertThat(row.place().source()).isEqualTo("landuse/parcels 第1页");
        assertThat(row.place().line()).isEqualTo(5);
        assertThat(row.place().column()).isEqualTo(column);
        assertThat(row.place().field()).isEqualTo(field);
        assertThat(live(FIFTH).version()).isEqualTo(1);
    }

    @Test
    void aByteThatIsNoUtf8CostsItsRow() {
        assertThat(parcels(
                                SECOND,
                                changed(
                                        "零五有限公司".getBytes(StandardCharsets.UTF_8),
                                        "零五有限公司".getBytes(Charset.forName("GBK"))))
                        .message())
                .startsWith("收到 65 行 = 隔离 1 + 被取代 0 + 不变 64 + 新增 0 + 变更 0；停用 0；");
        assertThat(theOnlyOneQuarantined(SECOND).message()).startsWith("权利人名称（qlrmc）里有不是 UTF-8 的字节；原值“");
        assertThat(live(FIFTH).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1005.50\"|01005.50|宗地面积（zdmj）不是合法的 JSON 数字",
                "零五有限公司|零五\\有限公司|权利人名称（qlrmc）里有 JSON 不认的转义",
                "\"1005.50\"|-Infinity|宗地面积（zdmj）不是合法的 JSON 数字",
                "\"zdmj\": \"1005.50\"|\"zdmj\": \"1005.50\", \"zdmj\": \"9\"|宗地面积（zdmj）出现两次，值不一样"
            })
    void otherValuesThatAreNoJsonCostTheirRowToo(String sound, String broken, String message) {
        parcels(SECOND, changed(sound.getBytes(StandardCharsets.UTF_8), broken.getBytes(StandardCharsets.UTF_8)));

        assertThat(theOnlyOneQuarantined(SECOND).rule()).isEqualTo("E-FIELD-JSON");
        assertThat(theOnlyOneQuarantined(SECOND).message()).startsWith(message);
        assertThat(live(FIFTH).version()).isEqualTo(1);
    }

    @Test
    void aKeyInFullWidthAndAnotherFaultKeepsTheLiveParcel() {
        Outcome outcome = parcels(
                SECOND,
                changed(
                        "\"411082001001GB90005\", \"bdcdyh\": \"411082001001GB90005F00010001\""
                                .getBytes(StandardCharsets.UTF_8),
                        "\"４１１０８２００１００１ＧＢ９０００５\", \"bdcdyh\": \"4110\"".getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.message()).startsWith("收到 65 行 = 隔离 1 + 被取代 0 + 不变 64 + 新增 0 + 变更 0；停用 0；");
        assertThat(live(FIFTH).version()).isEqualTo(1);
    }

    @Test
    void parcelsNaturalPersonsInOtherSpellings() {
        Outcome outcome = parcels(SECOND, pages("parcels-natural-persons-in-other-spellings", "parcels"));

        assertThat(outcome.message()).startsWith("收到 65 行 = 隔离 0 + 被取代 0 + 不变 59 + 新增 0 + 变更 6；停用 0；");
        assertThat(live("DK:411003001001GB90031").holderName()).isEqualTo("买试提·吐试孙·艾试力");
        assertThat(live("DK:411003001001GB90031").holderCode()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "张三（许昌）商贸, E-HOLDER-UNCLEAR, 看不出是自然人还是单位",
        "王处一, E-HOLDER-UNCLEAR, 看不出是自然人还是单位",
        "许昌试验零五有限公司, E-USCC-MISSING, 统一社会信用代码缺失"
    })
    void aHolderWithoutACodeIsRefusedForATrueReason(String holder, String rule, String reason) {
        parcels(
                SECOND,
                changed(
                        "许昌试验零五有限公司\", \"tyshxydm\": \"91411000MA90000059\"".getBytes(StandardCharsets.UTF_8),
                        (holder + "\", \"tyshxydm\": null").getBytes(StandardCharsets.UTF_8)));

        assertThat(theOnlyOneQuarantined(SECOND).rule()).isEqualTo(rule);
        assertThat(theOnlyOneQuarantined(SECOND).message()).contains(reason);
    }

    /** The base pages with one value of the first page's fifth row changed. */
    private static List<byte[]> changed(byte[] from, byte[] to) {
        List<byte[]> pages = new ArrayList<>(pages("base", "parcels"));
        String page = new String(pages.get(0), StandardCharsets.ISO_8859_1);
        String old = new String(from, StandardCharsets.ISO_8859_1);
        assertThat(page).contains(old);
        pages.set(
                0,
                page.replace(old, new String(to, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1));
        return pages;
    }
}
