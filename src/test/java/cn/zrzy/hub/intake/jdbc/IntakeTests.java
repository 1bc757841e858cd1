package cn.zrzy.hub.intake.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.intake.BadRow;
import cn.zrzy.hub.intake.QuarantinedRow;
import cn.zrzy.hub.intake.StoredBody;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.Shift;
import cn.zrzy.hub.kernel.TryLater;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** 原文库 and 隔离区 on disk and PostgreSQL. */
class IntakeTests {

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.fresh();
    private final ShiftTable shifts = new ShiftTable(database.jdbc(), database.transaction());
    private final JdbcQuarantine quarantine =
            new JdbcQuarantine(database.jdbc(), new JdbcTemplate(database.dataSource()), shifts, Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameBytesAreKeptOnceUnderTheirHash() throws IOException {
        JdbcIntakeStore store = new JdbcIntakeStore(
                database.jdbc(), shifts, Clock.systemUTC(), data, DataSize.ofBytes(1000), DataSize.ofBytes(2000));
        StoredBody first = store.keep(on("r1"), "hr/inspectors", bytes("工号"));
        StoredBody second = store.keep(on("r2"), "hr/inspectors", bytes("工号"));

        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(first.sm3()).isEqualTo(cn.zrzy.hub.kernel.Digest.sm3("工号".getBytes(StandardCharsets.UTF_8)));
        assertThat(data.resolve("bodies")
                        .resolve(first.sha256().substring(0, 2))
                        .resolve(first.sha256().substring(2)))
                .isRegularFile();
        try (InputStream in = store.open(first.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo("工号".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(store.of("r1")).hasSize(1);
        assertThat(files()).as("nothing half-written is left").hasSize(1);
    }

    @Test
    void aBodyThatIsGoneIsNamed() {
        JdbcIntakeStore store = new JdbcIntakeStore(
                database.jdbc(), shifts, Clock.systemUTC(), data, DataSize.ofBytes(10), DataSize.ofBytes(2000));
        for (String address : List.of("a".repeat(64), "../../etc/passwd")) {
            assertThatThrownBy(() -> store.open(address)).isInstanceOfSatisfying(Rejected.class, e -> {
                assertThat(e.code()).isEqualTo("E-BODY-GONE");
                assertThat(e.place().source()).isEqualTo("原文库");
            });
        }
    }

    @Test
    void tooLargeAndMissingBodiesAreRefusedAndLeaveNothing() throws IOException {
        JdbcIntakeStore store = new JdbcIntakeStore(
                database.jdbc(), shifts, Clock.systemUTC(), data, DataSize.ofBytes(10), DataSize.ofBytes(2000));

        assertThatThrownBy(() -> store.keep(on("r1"), "landuse/parcels", bytes("0123456789A")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-BODY-SIZE"));
        assertThatThrownBy(() -> store.keep(on("r1"), "landuse/parcels", null)).isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> store.open("../../etc/passwd")).isInstanceOf(Rejected.class);
        assertThat(files()).isEmpty();
        assertThat(store.of("r1")).isEmpty();
    }

    @Test
    void manySmallBodiesOfOneRunHaveALimitTogether() {
        JdbcIntakeStore store = new JdbcIntakeStore(
                database.jdbc(), shifts, Clock.systemUTC(), data, DataSize.ofBytes(10), DataSize.ofBytes(20));
        store.keep(on("r1"), "landuse/parcels", bytes("0123456789"));
        store.keep(on("r1"), "landuse/parcels", bytes("1234567890"));
        assertThatThrownBy(() -> store.keep(on("r1"), "landuse/parcels", bytes("2")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-BODY-RUN"));
        store.keep(on("r2"), "landuse/parcels", bytes("2"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void theSameDirtNextNightIsMarkedAgainNotDoubled() {
        quarantine.put(on("r1"), "hr.inspectors", "人事科", List.of(bad(214, "E-CITIZEN-ID", "XC000001", "旧内容")));
        quarantine.put(on("r2"), "hr.inspectors", "人事科", List.of(bad(215, "E-DATE", "XC000001", "新内容")));

        assertThat(quarantine.page("hr.inspectors", null, null, 0, 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.sightings()).isEqualTo(2);
                    assertThat(row.rule()).isEqualTo("E-DATE");
                    assertThat(row.place().line()).isEqualTo(215);
                    assertThat(row.excerpt()).isEqualTo("新内容");
                    assertThat(row.firstSeen()).isBefore(row.lastSeen());
                });
        assertThat(quarantine.count("r1")).isEqualTo(1);
        assertThat(quarantine.count("r2")).isEqualTo(1);
    }

    @Test
    void aRepeatedRunCountsItsRowsOnce() {
        List<BadRow> rows = List.of(bad(2, "E-USCC", "a", "a"), bad(3, "E-USCC", "b", "b"));
        quarantine.put(on("r1"), "landuse.units", "登记科", rows);
        quarantine.reopen(on("r1"));
        quarantine.put(on("r1"), "landuse.units", "登记科", rows);

        assertThat(quarantine.count("r1")).isEqualTo(2);
        assertThat(quarantine.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.rows()).isEqualTo(2));
        assertThat(quarantine.ofRun("r1", 0, 10))
                .extracting(row -> row.place().line())
                .containsExactly(2L, 3L);
        assertThat(quarantine.page(null, null, null, 0, 10))
                .allSatisfy(row -> assertThat(row.sightings()).isEqualTo(1));
    }

    @Test
    void mendedRowsAreGoneAndComeBackWhenBrokenAgain() {
        quarantine.put(on("r1"), "f", "科", List.of(bad(2, "E-USCC", "a", "a"), bad(3, "E-USCC", "b", "b")));
        quarantine.put(on("r2"), "f", "科", List.of(bad(2, "E-USCC", "a", "a")));
        quarantine.settle(on("r2"), "f");
        assertThat(quarantine.page("f", null, QuarantinedRow.State.GONE, 0, 10)).hasSize(1);
        quarantine.put(on("r3"), "f", "科", List.of(bad(9, "E-USCC", "b", "b")));
        assertThat(quarantine.page("f", null, QuarantinedRow.State.GONE, 0, 10)).isEmpty();
    }

    @Test
    void noIdentityOrMobileNumberIsShown() {
        byte[] original =
                "XC000001,张三,410105199002290013,13800138000,410105900229001".getBytes(Charset.forName("GB18030"));
        quarantine.put(
                on("r1"),
                "f",
                "科",
                List.of(new BadRow(
                        new Place("f.csv", 2, 4, "身份证号"),
                        "E-CITIZEN-ID",
                        "号码 11010519491231002X 有误",
                        "11010519491231002X",
                        original,
                        "")));

        QuarantinedRow row = quarantine.page("f", null, null, 0, 1).get(0);
        assertThat(row.excerpt()).contains("张三").doesNotContain("199002290013", "13800138000", "105900229001");
        assertThat(row.message()).doesNotContain("11010519491231002X").contains("；原值“110105**********2X”");
        assertThat(database.jdbc()
                        .sql("select original from intake.quarantined_row")
                        .query(byte[].class)
                        .single())
                .as("the original bytes are kept for the office that mends them")
                .isEqualTo(original);
    }

    @Test
    void markingNeedsAReason() {
        quarantine.put(on("r1"), "f", "科", List.of(bad(2, "E-USCC", "a", "a")));
        long id = quarantine.page("f", null, null, 0, 1).get(0).id();

        assertThatThrownBy(() -> quarantine.mark(id, QuarantinedRow.State.RETURNED, "李敏", " "))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-REASON"));
        assertThatThrownBy(() -> quarantine.mark(id + 1, QuarantinedRow.State.RETURNED, "李敏", "退回"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("E-QUARANTINE-ROW"));
        quarantine.mark(id, QuarantinedRow.State.RETURNED, "李敏", "退回人事科核实");
        assertThat(quarantine.find(id).orElseThrow().state()).isEqualTo(QuarantinedRow.State.RETURNED);
    }

    private static BadRow bad(long line, String rule, String key, String original) {
        return new BadRow(
                new Place("f.csv", line, 4, "字段"), rule, "有误", "x1", original.getBytes(StandardCharsets.UTF_8), key);
    }

    private static Shift on(String runId) {
        return new Shift(runId, 1);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
