package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.registry.StagedSubject;
import cn.zrzy.hub.registry.SubjectKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers from the field, {@code shared/cases/ledger-*}; each test is named after its case. */
class LedgerCasesTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String INDENTED = "ledger-indented-shared-strings";

    private final MiningRecords records = new MiningRecords(new LanduseCodes(Path.of("config/codes")));
    private final Map<String, StagedSubject> taken = new LinkedHashMap<>();
    private final List<Rejected> refused = new ArrayList<>();
    private final List<String> spared = new ArrayList<>();

    @Test
    void ledgerSecondSheet() throws IOException {
        assertThat(read(file("ledger-second-sheet"))).isEqualTo(60);

        assertThat(taken).hasSize(60).containsKeys("KQ:" + licence("C", 1), "KQ:" + licence("T", 51));
        assertThat(taken.values())
                .filteredOn(right -> right.kind() == SubjectKind.EXPLORATION_RIGHT)
                .hasSize(10);
    }

    @Test
    void aSheetWithRowsButAnotherHeaderIsRefusedByName() throws IOException {
        byte[] other = changed(file("ledger-second-sheet"), "xl/worksheets/sheet2.xml", "<v>2</v>", "<v>20</v>");

        assertThatThrownBy(() -> read(other)).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-FEED-HEADER");
            assertThat(e.place().source()).endsWith("工作表“探矿权”");
        });
    }

    @Test
    void aHiddenListBehindADropDownIsNoLedger() throws IOException {
        byte[] other = changed(file("ledger-second-sheet"), "xl/worksheets/sheet2.xml", "<v>2</v>", "<v>20</v>");

        assertThat(read(changed(other, "xl/workbook.xml", "sheetId=\"2\"", "sheetId=\"2\" state=\"hidden\"")))
                .isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true"})
    void ledgerDateSystem1904(String flag) throws IOException {
        read(changed(
                file("ledger-date-system-1904"), "xl/workbook.xml", "\"1\"/><sheets", "\"" + flag + "\"/><sheets"));

        assertThat(refused).isEmpty();
        assertThat(taken.values())
                .allSatisfy(right -> assertThat(right.details())
                        .containsEntry("有效期起", "2020-01-05")
                        .containsEntry("有效期止", "2029-06-30"));
    }

    @Test
    void ledgerSmallAreasInScientificNotation() throws IOException {
        read(file("ledger-small-areas-in-scientific-notation"));

        assertThat(refused).isEmpty();
        assertThat(right(10).details()).containsEntry("面积(平方米)", "5000.00");
        assertThat(right(11).details()).containsEntry("面积(平方米)", "800.00");
    }

    @Test
    void ledgerLookupErrorInNames() throws IOException {
        assertThat(read(file("ledger-lookup-error-in-names"))).isEqualTo(60);

        assertThat(taken).hasSize(58);
        assertThat(refused).extracting(Rejected::code).containsOnly("E-FIELD-ERROR");
        assertThat(refused)
                .extracting(fault -> fault.place().toString())
                .containsExactly("台账 工作表“矿业权台账” 第22行 第3列 字段“矿业权人”", "台账 工作表“矿业权台账” 第23行 第5列 字段“矿山名称”");
        assertThat(refused.get(0)).hasMessageContaining("#N/A");
        assertThat(spared)
                .as("the live rights stay")
                .containsExactly("MINING_RIGHT/KQ:" + licence("C", 20), "MINING_RIGHT/KQ:" + licence("C", 21));
    }

    @Test
    void anErrorValuePastedAsTextAndOneInTheKindAreErrorsToo() throws IOException {
        byte[] pasted = changed(file(INDENTED), "xl/sharedStrings.xml", "许昌试验矿业零一有限公司", "#REF!");
        byte[] both = changed(pasted, SHEET, "<c r=\"F62\" t=\"s\"><v>232</v>", "<c r=\"F62\" t=\"e\"><v>#VALUE!</v>");
        read(both);

        assertThat(refused).extracting(Rejected::code).containsExactly("E-FIELD-ERROR", "E-FIELD-ERROR");
        assertThat(spared.get(1)).isEqualTo("EXPLORATION_RIGHT/KQ:" + licence("T", 60));
    }

    @Test
    void ledgerIsoDateCells() throws IOException {
        assertThat(read(file("ledger-iso-date-cells"))).isEqualTo(60);

        assertThat(refused).isEmpty();
        assertThat(right(30).details()).containsEntry("有效期止", "2029-06-30");
        assertThat(right(31).details()).containsEntry("有效期止", "2029-06-30");
    }

    @Test
    void ledgerHolderMergedOverThreeRows() throws IOException {
        read(file("ledger-holder-merged-over-three-rows"));

        assertThat(refused).isEmpty();
        for (int i = 25; i <= 27; i++) {
            assertThat(right(i).holderName()).isEqualTo("许昌试验矿业二五有限公司");
            assertThat(right(i).holderCode()).isEqualTo("91411000MA9000625D");
        }
        assertThat(right(28).holderName()).isEqualTo("许昌试验矿业二八有限公司");
    }

    @Test
    void aCellMergedOverTwoColumnsOrOverTwoLicencesIsQuarantinedAsMerged() throws IOException {
        byte[] wide = changed(file("ledger-holder-merged-over-three-rows"), SHEET, "\"C27:C29\"", "\"C27:D29\"");
        byte[] both = changed(wide, SHEET, "\"D27:D29\"", "\"B30:B31\"");
        read(both);

        assertThat(refused).hasSize(4).allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("E-XLSX-MERGED");
            assertThat(fault).hasMessageContaining("合并单元格");
        });
    }

    @Test
    void ledgerIndentedSharedStrings() throws IOException {
        assertThat(read(file(INDENTED))).isEqualTo(60);

        assertThat(refused).isEmpty();
        assertThat(right(1).holderName()).isEqualTo("许昌试验矿业零一有限公司");
    }

    @Test
    void ledgerOldXlsNamedXlsx() throws IOException {
        assertThatThrownBy(() -> read(file("ledger-old-xls-named-xlsx"))).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-XLSX-KIND");
            assertThat(e).hasMessageContaining(".xls").hasMessageContaining("另存为 .xlsx");
        });
    }

    @Test
    void otherKindsOfFileEndAtOnceAndACutOneIsReadAgain() throws IOException {
        byte[] csv = "序号,许可证号\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] page =
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>".getBytes(StandardCharsets.UTF_8);
        byte[] noBook = changed(file(INDENTED), "[Content_Types].xml", "x", "x", "xl/workbook.xml");
        for (byte[] body : List.of(csv, page, noBook)) {
            assertThatThrownBy(() -> read(body))
                    .isInstanceOfSatisfying(
                            Rejected.class, e -> assertThat(e.code()).isEqualTo("E-XLSX-KIND"));
        }
        byte[] whole = file(INDENTED);
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void aLicenceTurnedIntoANumberStillSaysThatItsDigitsAreLost() throws IOException {
        read(changed(
                file(INDENTED), SHEET, "<c r=\"D3\" t=\"s\"><v>16</v>", "<c r=\"D3\"><v>9.1411000000000006E+17</v>"));

        assertThat(refused).extracting(Rejected::code).containsExactly("E-NUM-PRECISION");
    }

    @Test
    void aWrongLicenceAndAnEndBeforeItsBeginningAreNamedWithSheetLineAndColumn() throws IOException {
        byte[] licence = changed(file(INDENTED), "xl/sharedStrings.xml", "C4110002020017100900001", "4110-1");
        read(changed(licence, SHEET, "<c r=\"J4\" s=\"1\"><v>47299</v>", "<c r=\"J4\" s=\"1\"><v>43834</v>"));

        assertThat(refused).extracting(Rejected::code).containsExactly("E-LICENCE", "E-DATE-ORDER");
        assertThat(refused)
                .extracting(fault -> fault.place().toString())
                .containsExactly("台账 工作表“矿业权台账” 第3行 第2列 字段“许可证号”", "台账 工作表“矿业权台账” 第4行 第10列 字段“有效期止”");
    }

    private long read(byte[] bytes) {
        byte[] checked = ZipGuard.check(new ByteArrayInputStream(bytes), "台账");
        return LedgerTable.read(checked, "台账", MiningRecords.FIELDS, line -> {
            try {
                if (line.fault() != null) {
                    throw line.fault();
                }
                StagedSubject right = records.translate(line.row());
                taken.put(right.code(), right);
            } catch (Rejected fault) {
                refused.add(fault);
                spared.add(records.key(line.row()));
            }
        });
    }

    private StagedSubject right(int number) {
        return taken.get("KQ:" + licence("C", number));
    }

    private static String licence(String letter, int number) {
        return letter + "4110002020017100900%03d".formatted(number);
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/cases", name + ".xlsx"));
    }

    /** The workbook with the first such words of one part replaced, and without the parts named last. */
    private static byte[] changed(byte[] book, String part, String from, String to, String... without)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = content(in);
                if (entry.getName().equals(part)) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    assertThat(text).contains(from);
                    content = text.replaceFirst(
                                    java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))
                            .getBytes(StandardCharsets.UTF_8);
                }
                if (!List.of(without).contains(entry.getName())) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(InputStream in) throws IOException {
        return in.readAllBytes();
    }
}
