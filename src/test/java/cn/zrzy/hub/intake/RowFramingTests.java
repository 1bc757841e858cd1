package cn.zrzy.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** 分帧: what one broken row may cost, and what it may not. */
class RowFramingTests {

    private static final Charset GB = Charset.forName("GB18030");

    @Test
    void quotedCellsKeepCommasQuotesAndLineEnds() {
        List<RawRow> rows = rows("工号,科室\r\nXC000001,\"执法科\r\n二组,\"\"东区\"\"\"\r\nXC000002,法规科\r\n");

        assertThat(rows).extracting(RawRow::line).containsExactly(1L, 2L, 4L);
        assertThat(CsvCells.of(rows.get(1), GB, "f")).containsExactly("XC000001", "执法科\r\n二组,\"东区\"");
        assertThat(CsvCells.of(rows.get(2), GB, "f")).containsExactly("XC000002", "法规科");
    }

    @Test
    void aQuoteThatNeverClosesCostsItsOwnLineOnly() {
        List<RawRow> rows = rows("a,b\n\"x,1\ny,2\nz,3\n");

        assertThat(rows).extracting(RawRow::fault).containsExactly("", "E-ROW-QUOTE", "", "");
        assertThat(CsvCells.of(rows.get(3), GB, "f")).containsExactly("z", "3");
        assertThat(rows.get(3).line()).isEqualTo(4);
    }

    @Test
    void aBrokenCharacterNamesItsColumnAndKeepsItsBytes() {
        byte[] bytes = "XC000001,张".getBytes(GB);
        bytes[bytes.length - 1] = (byte) 0xff;
        RawRow row = new RowFraming(new ByteArrayInputStream(bytes), 100).next();

        assertThatThrownBy(() -> CsvCells.of(row, GB, "f.csv")).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("E-ROW-CHARSET");
            assertThat(e.place().column()).isEqualTo(10);
        });
        assertThat(row.bytes()).isEqualTo(bytes);
    }

    @Test
    void aRowInUtf8AmongGb18030IsNotTakenAsMojibake() {
        byte[] bytes = "XC000001,张三丰,许昌市自然资源和规划局".getBytes(StandardCharsets.UTF_8);
        RawRow row = new RowFraming(new ByteArrayInputStream(bytes), 1000).next();
        assertThatThrownBy(() -> CsvCells.of(row, GB, "f"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-ROW-CHARSET"));
    }

    @Test
    void rareCharactersOfFourBytesAreNoFault() {
        RawRow row = rows("XC000001,𩸽田\n").get(0);
        assertThat(CsvCells.of(row, GB, "f")).containsExactly("XC000001", "𩸽田");
    }

    @Test
    void aNulIsRefusedAndTheRestGoesOn() {
        List<RawRow> rows = rows("a\0b,1\nc,2\n");
        assertThatThrownBy(() -> CsvCells.of(rows.get(0), GB, "f"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-ROW-NUL"));
        assertThat(CsvCells.of(rows.get(1), GB, "f")).containsExactly("c", "2");
    }

    @Test
    void anEndlessLineIsNeverGathered() {
        long size = 1L << 28;
        RowFraming framing = new RowFraming(new Endless(size), 16 * 1024);

        RawRow row = framing.next();
        assertThat(row.fault()).isEqualTo("E-ROW-LONG");
        assertThat(row.bytes()).hasSize(16 * 1024);
        assertThat(CsvCells.of(framing.next(), GB, "f")).containsExactly("z", "9");
        assertThat(framing.hasNext()).isFalse();
    }

    @Property(tries = 500)
    void whatWasWrittenIsRead(
            @ForAll @Size(max = 20) List<@Size(min = 1, max = 6) List<@StringLength(max = 12) String>> table) {
        List<List<String>> clean = table.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replaceAll("[\\ud800-\\udfff\\u0000]", "字")
                                .replace('\n', ' ')
                                .replace('\r', ' '))
                        .toList())
                .map(row -> row.size() == 1 && row.get(0).isEmpty() ? List.of("x") : row)
                .toList();
        String text = clean.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        List<List<String>> read = new ArrayList<>();
        new RowFraming(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4096)
                .forEachRemaining(row -> read.add(CsvCells.of(row, StandardCharsets.UTF_8, "f")));

        assertThat(read).isEqualTo(clean);
    }

    /** A byte changed, dropped or put in anywhere: never an exception, and rows far away are read as before. */
    @Property(tries = 2000)
    void oneMutationNeverStopsTheFile(
            @ForAll @IntRange(max = 1999) int at, @ForAll byte value, @ForAll @IntRange(max = 2) int kind) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            text.append("XC%06d,张三,执法科,是\r\n".formatted(i));
        }
        byte[] good = text.toString().getBytes(GB);
        ByteArrayOutputStream bad = new ByteArrayOutputStream();
        bad.write(good, 0, at);
        if (kind != 1) {
            bad.write(value);
        }
        int from = kind == 2 ? at : at + 1;
        bad.write(good, from, good.length - from);

        List<String> last = new ArrayList<>();
        long faults = 0;
        RowFraming framing = new RowFraming(new ByteArrayInputStream(bad.toByteArray()), 1024);
        while (framing.hasNext()) {
            try {
                last = CsvCells.of(framing.next(), GB, "f");
            } catch (Rejected e) {
                faults++;
            }
        }
        assertThat(faults)
                .as("a line end put inside a character breaks both halves")
                .isLessThanOrEqualTo(2);
        assertThat(last).containsExactly("XC000119", "张三", "执法科", "是");
    }

    private static List<RawRow> rows(String text) {
        List<RawRow> rows = new ArrayList<>();
        new RowFraming(new ByteArrayInputStream(text.getBytes(GB)), 4096).forEachRemaining(rows::add);
        return rows;
    }

    /** Many bytes without a line end, then one good row. */
    private static final class Endless extends InputStream {
        private final byte[] tail = "\nz,9\n".getBytes(GB);
        private long left;

        Endless(long size) {
            this.left = size + tail.length;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return left < tail.length ? tail[tail.length - 1 - (int) left] : 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            if (left > tail.length) {
                int n = (int) Math.min(length, left - tail.length);
                Arrays.fill(into, offset, offset + n, (byte) 'x');
                left -= n;
                return n;
            }
            into[offset] = (byte) read();
            return 1;
        }
    }
}
