package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.kernel.Outcome;
import cn.zrzy.hub.kernel.Rejected;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is refused of the land-use system names page, row, place, field, rule and value in Chinese; the rest is taken. */
class LanduseRefusalsTests extends LanduseNights {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-PARCEL|\"411082001001GB90005\"|\"411082001001GB9000\"|1|zddm|411082001001GB9000",
                "E-REALTY-UNIT|GB90005F00010001|GB90005F0001|2|bdcdyh|411082001001GB90005F0001",
                "E-FIELD-MISSING|许昌市试验路5号|待定|3|zl|待定",
                "E-AREA|\"1005.50\"|\"-5\"|4|zdmj|-5",
                "E-AREA|\"1005.50\"|\"1E999\"|4|zdmj|1E999",
                "E-AREA|\"1005.50\"|\"0\"|4|zdmj|0",
                "E-AREA-UNIT|平方米|坪|5|mjdw|坪",
                "E-FIELD-ERROR|许昌试验零五有限公司|#REF!|7|qlrmc|#REF!",
                "E-USCC|91411000MA90000059|91411000MA90000050|8|tyshxydm|91411000MA90000050",
                "E-NUM-PRECISION|\"91411000MA90000059\"|9.1411E17|8|tyshxydm|9.1411E17",
                "E-REGION|\"xzqdm\": \"411082\"|\"xzqdm\": \"410100\"|9|xzqdm|410100",
                "E-CREDIT-CLASS|\"xyfl\": \"B\"|\"xyfl\": \"E\"|10|xyfl|E",
                "E-STATE|在用|租用|11|zt|租用",
                "E-DATE|\"2026-10-01\"|\"2026-10-32\"|12|gxsj|2026-10-32"
            })
    void aRefusedFieldOfAParcelNamesItsPlaceItsRuleAndItsValue(
            String rule, String from, String to, int column, String field, String value) {
        Outcome outcome = parcels(FIRST, changed("parcels", from, to));

        assertThat(outcome.message()).startsWith("收到 65 行 = 隔离 1 + 被取代 0 + 不变 0 + 新增 64 + 变更 0；");
        refused(rule, "landuse/parcels 第1页", column, field, value);
    }

    @Test
    void aNaturalPersonsNameIsMaskedWhereItIsTheRefusedValue() {
        parcels(FIRST, changed("parcels", "许昌试验零五有限公司", "张\\u0007三"));

        assertThat(theOnlyOneQuarantined(FIRST).rule()).isEqualTo("E-FIELD-CONTROL");
        assertThat(theOnlyOneQuarantined(FIRST).message()).contains("原值“张*”").doesNotContain("三");
        parcels(SECOND, changed("parcels", "许昌试验零五有限公司", "张三" + "、李四".repeat(100)));
        assertThat(theOnlyOneQuarantined(SECOND).rule()).isEqualTo("E-FIELD-LONG");
        assertThat(theOnlyOneQuarantined(SECOND).message()).contains("原值“张*、李*").doesNotContain("三、", "李四");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-PROJECT-CODE|\"2026-411000-0005\"|\"2026#5\"|1|xmdm|2026#5",
                "E-FIELD-MISSING|许昌试验项目零五|NULL|2|xmmc|NULL",
                "E-FIELD-ERROR|许昌试验建设零五有限公司|#N/A|3|jsdw|#N/A",
                "E-USCC-MISSING|91411000MA9000205L|-|4|tyshxydm|-",
                "E-WORD|建设工程规划许可|口头许可|5|xklx|口头许可"
            })
    void aRefusedFieldOfAProjectLikewise(String rule, String from, String to, int column, String field, String value) {
        projects(FIRST, changed("projects", from, to));

        refused(rule, "landuse/projects 第1页", column, field, value);
    }

    @Test
    void aRefusedKindOfAUnitLikewise() {
        units(FIRST, changed("units", "\"登记代理\", \"zzbh\": \"试资字41000005\"", "\"登记中介\", \"zzbh\": \"试资字41000005\""));

        refused("E-UNIT-KIND", "landuse/units 第1页", 3, "zzlx", "登记中介");
    }

    /** {@code shared/cases}: what Excel's ledgers do is done in JSON too. */
    @ParameterizedTest
    @CsvSource({"5E-3, 公顷, 50.00", "0.5e1, 平方米, 5.00", "1.2E3, 平方米, 1200.00"})
    void parcelsSmallAreasInScientificNotation(String written, String unit, String metres) {
        String area = "\"zdmj\": \"1005.50\", \"mjdw\": \"平方米\"";
        parcels(FIRST, changed("parcels", area, "\"zdmj\": " + written + ", \"mjdw\": \"" + unit + "\""));

        assertThat(hub.quarantined(FIRST)).isEmpty();
        assertThat(live("DK:411082001001GB90005").details()).containsEntry("面积(平方米)", metres);
    }

    @Test
    void wordsThatSayNoneInAnOptionalFieldAreNone() {
        parcels(
                FIRST,
                changed(
                        "parcels",
                        "\"qlrmc\": \"许昌试验零五有限公司\", \"tyshxydm\": \"91411000MA90000059\", \"xzqdm\": \"411082\", \"xyfl\": \"B\"",
                        "\"qlrmc\": \"张三\", \"tyshxydm\": \"无\", \"xzqdm\": \"411082\", \"xyfl\": \"-\""));

        assertThat(hub.quarantined(FIRST)).isEmpty();
        assertThat(live("DK:411082001001GB90005").holderCode()).isEmpty();
        assertThat(live("DK:411082001001GB90005").creditClass()).isEmpty();
    }

    @Test
    void aPageThatIsRefusedAsAWholeIsNamed() {
        ParcelTranslator translator = hub.bean(ParcelTranslator.class);
        PageCursor cursor = translator.open(FIRST, "20261123");
        byte[] none = "{\"code\":0,\"total\":0,\"rows\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> translator.stage(cursor, new ByteArrayInputStream(none)))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.code()).isEqualTo("E-FEED-EMPTY");
                    assertThat(e.place().source()).isEqualTo("landuse/parcels");
                });
        byte[] huge = new byte[17 * 1024 * 1024];
        assertThatThrownBy(() -> JsonPage.read(new ByteArrayInputStream(huge), "landuse/parcels 第2页", 0, row -> {}))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.code()).isEqualTo("E-BODY-SIZE");
                    assertThat(e.place().source()).isEqualTo("landuse/parcels 第2页");
                });
    }

    private void refused(String rule, String source, int column, String field, String value) {
        QuarantinedRow row = theOnlyOneQuarantined(FIRST);
        assertThat(row.rule()).isEqualTo(rule);
        assertThat(row.place().source()).isEqualTo(source);
        assertThat(row.place().line()).isEqualTo(5);
        assertThat(row.place().column()).isEqualTo(column);
        assertThat(row.place().field()).isEqualTo(field);
        assertThat(row.message()).contains("；原值“" + value + "”").matches("(?s).*\\p{IsHan}.*");
        assertThat(row.excerpt()).as("the bad part is kept").contains(field);
    }

    /** The base pages with one value of the first page's fifth row changed. */
    private static List<byte[]> changed(String what, String from, String to) {
        List<byte[]> pages = new ArrayList<>(pages("base", what));
        String page = new String(pages.get(0), StandardCharsets.UTF_8);
        int fifth = page.indexOf("\"rows\"");
        for (int i = 0; i < 5; i++) {
            fifth = page.indexOf("{\"", fifth + 1);
        }
        int at = page.indexOf(from, fifth);
        assertThat(at).as(from).isBetween(fifth, page.indexOf('}', fifth));
        pages.set(
                0, (page.substring(0, at) + to + page.substring(at + from.length())).getBytes(StandardCharsets.UTF_8));
        return pages;
    }
}
