package cn.zrzy.hub.source.landuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.source.SourceRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are cut off, of another kind or meant to harm. */
class HostileAnswerTests {

    private static final String PAGE = "{\"code\":0,\"total\":2,\"pages\":1,\"page\":1,\"rows\":["
            + "{\"zddm\":\"411002001003GB00012\",\"zdmj\":1.10,\"qlrmc\":\"𩸽记\"},{\"zddm\":null,\"x\":{\"y\":[1]}}]}";

    @Test
    void aPageGivesItsRowsWithTheirOwnBytesAndExactNumbers() {
        List<SourceRow> rows = read(PAGE);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).values()).containsEntry("zdmj", "1.10").containsEntry("qlrmc", "𩸽记");
        assertThat(new String(rows.get(0).original(), StandardCharsets.UTF_8))
                .isEqualTo("{\"zddm\":\"411002001003GB00012\",\"zdmj\":1.10,\"qlrmc\":\"𩸽记\"}");
        assertThat(rows.get(1).values()).isEmpty();
        assertThat(rows.get(1).number()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>登录</html>",
                "[]",
                "{}",
                "{\"code\":0,\"rows\":[]}",
                "{\"code\":401,\"total\":0,\"rows\":[]}",
                "{\"code\":0,\"total\":1,\"rows\":[1]}",
                "{\"code\":0,\"total\":\"1\",\"rows\":[]}",
                "{\"code\":0,\"total\":0,\"rows\":[]} trailing"
            })
    void otherAnswersAreReadAgainLater(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(TryLater.class);
    }

    @Property(tries = 300)
    void aPageCutAnywhereIsNeverTakenAsWhole(@ForAll @IntRange(max = 150) int at) {
        byte[] whole = PAGE.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(at, whole.length - 1);
        assertThatThrownBy(() -> JsonPage.read(new ByteArrayInputStream(whole, 0, length), "s", 0, row -> {}))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void depthAndLengthAreBounded() {
        String deep = "{\"code\":0,\"total\":1,\"rows\":[{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]}";
        assertThatThrownBy(() -> read(deep)).isInstanceOf(TryLater.class);
        String longText = "{\"code\":0,\"total\":1,\"rows\":[{\"a\":\"" + "x".repeat(100_000) + "\"}]}";
        assertThatThrownBy(() -> read(longText)).isInstanceOf(TryLater.class);
        String longNumber = "{\"code\":0,\"total\":1,\"rows\":[{\"a\":" + "9".repeat(100_000) + "}]}";
        assertThatThrownBy(() -> read(longNumber)).isInstanceOf(TryLater.class);
    }

    @Test
    void aZipBombIsRefusedBeforeItIsParsed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThatThrownBy(() -> ZipGuard.check(new ByteArrayInputStream(bytes.toByteArray()), "s"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-XLSX-BOMB"));
    }

    @Test
    void anEntryThatPointsOutwardIsRefusedAndNoZipIsReadAgain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../etc/cron.d/x"));
        }
        assertThatThrownBy(() -> ZipGuard.check(new ByteArrayInputStream(bytes.toByteArray()), "s"))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> ZipGuard.check(new ByteArrayInputStream("<html>".getBytes()), "s"))
                .isInstanceOf(TryLater.class);
    }

    private static List<SourceRow> read(String answer) {
        List<SourceRow> rows = new ArrayList<>();
        JsonPage.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), "s", 5, rows::add);
        return rows;
    }
}
