package cn.zrzy.hub.catalog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.catalog.InspectionItem;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 一单: the list that ships, its versions, and what is refused. */
class CatalogTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theListThatShipsHasAllTwentyFourItems() {
        JdbcCatalog catalog = load(Path.of("config/catalog/items.csv"), TODAY);

        assertThat(catalog.faults()).isEmpty();
        assertThat(catalog.list(TODAY)).hasSize(24).allSatisfy(item -> {
            assertThat(item.basis()).isNotBlank();
            assertThat(item.ratioSource()).isNotBlank();
        });
        assertThat(catalog.find("NRP-12", TODAY).orElseThrow().ratio()).isEqualTo(OptionalInt.of(3000));
        assertThat(catalog.find("NRP-10", LocalDate.of(2025, 6, 30)))
                .as("new 矿产资源法 is in force from 2025-07-01")
                .isEmpty();
        Set<String> kinds = catalog.list(TODAY).stream()
                .flatMap(item -> item.targets().stream())
                .map(target -> target.split("/")[0])
                .collect(Collectors.toSet());
        assertThat(kinds).hasSize(14);
    }

    @Test
    void aChangedRowIsANewVersionAndTheOldOneStays() throws IOException {
        Path list = list(row("NRP-01", "500", ""));
        load(list, LocalDate.of(2026, 1, 10));
        load(list, LocalDate.of(2026, 2, 10));
        Files.writeString(list, header() + row("NRP-01", "2000", ""));
        JdbcCatalog catalog = load(list, LocalDate.of(2026, 6, 1));

        InspectionItem before =
                catalog.find("NRP-01", LocalDate.of(2026, 5, 31)).orElseThrow();
        InspectionItem after = catalog.find("NRP-01", LocalDate.of(2026, 6, 1)).orElseThrow();
        assertThat(before.version()).isEqualTo(1);
        assertThat(before.ratio()).isEqualTo(OptionalInt.of(500));
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.ratio()).isEqualTo(OptionalInt.of(2000));
        assertThat(catalog.version("NRP-01", 1)).contains(before);
        assertThat(catalog.list(LocalDate.of(2026, 6, 1))).hasSize(1);
    }

    @Test
    void badRowsAreRefusedInChineseAndTheRestLoads() throws IOException {
        Path list = list(
                row("NRP-01", "500", ""),
                row("NRP-02", "五成", ""),
                row("NRP-03", "500", "2024-01-01"),
                row("NRP-01", "600", ""));
        JdbcCatalog catalog = load(list, TODAY);

        assertThat(catalog.list(TODAY)).extracting("code").containsExactly("NRP-01");
        assertThat(catalog.faults())
                .extracting("message")
                .containsExactly(
                        "第3行第8列“比例(万分之)”：应为1至10000的整数，或留空", "第4行第14列“有效期止”：早于有效期起", "第5行第13列“有效期起”：与同一事项的另一行有效期重叠");
    }

    @Test
    void anItemThatIsNoLongerListedCannotBeUsed() throws IOException {
        Path list = list(row("NRP-01", "500", ""), row("NRP-02", "500", ""));
        load(list, LocalDate.of(2026, 1, 10));
        Files.writeString(list, header() + row("NRP-01", "500", "") + row("NRP-02", "坏", ""));
        assertThat(load(list, LocalDate.of(2026, 2, 10)).find("NRP-02", LocalDate.of(2026, 2, 10)))
                .as("a refused row is a typing error, not a withdrawal")
                .isPresent();
        Files.writeString(list, header() + row("NRP-01", "500", ""));
        JdbcCatalog catalog = load(list, LocalDate.of(2026, 3, 10));

        assertThat(catalog.find("NRP-02", LocalDate.of(2026, 3, 9))).isPresent();
        assertThat(catalog.find("NRP-02", LocalDate.of(2026, 3, 10))).isEmpty();
        assertThat(catalog.version("NRP-02", 1)).isPresent();
    }

    private JdbcCatalog load(Path file, LocalDate today) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        JdbcCatalog catalog = new JdbcCatalog(
                database.jdbc(),
                database.transaction(),
                Clock.fixed(today.atTime(9, 0).atZone(zone).toInstant(), zone),
                file);
        catalog.afterSingletonsInstantiated();
        return catalog;
    }

    private Path list(String... rows) throws IOException {
        return Files.writeString(folder.resolve("items.csv"), header() + String.join("", rows));
    }

    private static String header() {
        return "事项编码,抽查事项,检查对象,检查依据,检查方式,实施层级,事项类别,比例(万分之),比例来源,OKU,抽查频次,是否涉企,有效期起,有效期止\n";
    }

    private static String row(String code, String ratio, String validTo) {
        return code + ",测绘资质巡查,SURVEY_UNIT,测绘法第二十七条,实地;书面,省;市,一般," + ratio + ",待定,是,每年1次,是,2026-01-01," + validTo
                + "\n";
    }
}
