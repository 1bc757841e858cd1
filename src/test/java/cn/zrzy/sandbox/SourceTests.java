package cn.zrzy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two sources: their lists are the same on every run, dirty as their truth says, and spoilt as their mood says. */
class SourceTests {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CSV = "/outbox/inspectors_20261123.csv";

    @TempDir
    static Path folder;

    private static Child child;

    @BeforeAll
    static void start() throws IOException {
        child = Child.start("SandboxApplication", folder, 2, "hr", "landuse");
    }

    @AfterAll
    static void stop() {
        child.close();
    }

    @AfterEach
    void calm() throws Exception {
        child.mood("hr", "calm", 0);
        child.mood("landuse", "calm", 0);
        child.put("landuse", "/sim/landuse/shrink", "{\"feed\":\"units\",\"percent\":0}");
    }

    private static Sftp hr() throws IOException {
        return new Sftp(child.sftp("hr"), "s-hr-sftp");
    }

    @Test
    void theStaffListIsWholeAndAsDirtyAsItsTruth() throws Exception {
        byte[] csv;
        String ok;
        try (Sftp sftp = hr()) {
            assertThat(sftp.names("/outbox"))
                    .containsExactly(
                            "inspectors_20261123.csv",
                            "inspectors_20261123.csv.ok",
                            "inspectors_20261124.csv",
                            "inspectors_20261124.csv.ok");
            csv = sftp.read(CSV);
            ok = new String(sftp.read(CSV + ".ok"), StandardCharsets.UTF_8);
        }
        assertThat(ok).isEqualTo("rows=400\nsm3=" + Sm3.of(csv) + "\n");
        String text = new String(csv, GB18030);
        JsonNode bad = child.get("hr", "/sim/hr/truth").path("bad");
        assertThat(text.split(",工勤,|,辅助,", -1))
                .hasSize(1 + bad.path("notEnforcement").asInt());
        assertThat(text.split(",[0-9]{15},", -1)).hasSize(1 + bad.path("id15").asInt());
        assertThat(text).contains("411024199002290013", "𩸽", "\"执法监督科\n（驻窗口）\"", "\uFFFD", "411099");
        assertThat(text.split("\r\n")).hasSize(401);
    }

    @Test
    void aFewPeopleChangeOvernight() throws Exception {
        try (Sftp sftp = hr()) {
            Set<String> today = lines(sftp.read(CSV));
            Set<String> tomorrow = lines(sftp.read("/outbox/inspectors_20261124.csv"));
            Set<String> fresh = new HashSet<>(tomorrow);
            fresh.removeAll(today);
            assertThat(fresh).hasSizeBetween(1, 20);
        }
    }

    private static Set<String> lines(byte[] csv) {
        return new HashSet<>(Arrays.asList(new String(csv, GB18030).split("\r\n")));
    }

    @Test
    void aDamagedListIsPublishedOnDemand() throws Exception {
        child.get("hr", "/sim/hr/publish?date=2026-12-01&rows=half");
        child.get("hr", "/sim/hr/publish?date=2026-12-02&rows=0");
        try (Sftp sftp = hr()) {
            byte[] half = sftp.read("/outbox/inspectors_20261201.csv");
            String ok = new String(sftp.read("/outbox/inspectors_20261201.csv.ok"), StandardCharsets.UTF_8);
            assertThat(ok).doesNotContain(Sm3.of(half)).doesNotContain("rows=0\n");
            byte[] none = sftp.read("/outbox/inspectors_20261202.csv");
            assertThat(new String(none, GB18030).split("\r\n")).hasSize(1);
        }
    }

    @Test
    void moodsOfThePersonnelSystem() throws Exception {
        assertThatThrownBy(() -> new Sftp(child.sftp("hr"), "wrong")).isInstanceOf(IOException.class);
        child.mood("hr", "down", 1);
        assertThatThrownBy(SourceTests::hr).isInstanceOf(IOException.class);
        child.mood("hr", "rejecting", 1);
        try (Sftp sftp = hr()) {
            assertThatThrownBy(() -> sftp.read(CSV)).isInstanceOf(IOException.class);
        }
        byte[] whole;
        try (Sftp sftp = hr()) {
            whole = sftp.read(CSV);
        }
        child.mood("hr", "garbage", 1);
        try (Sftp sftp = hr()) {
            assertThat(sftp.read(CSV)).hasSize(whole.length / 2);
        }
        child.mood("hr", "duplicate", 1);
        try (Sftp sftp = hr()) {
            assertThat(new String(sftp.read(CSV), GB18030).split("\r\n")).hasSize(801);
        }
        child.mood("hr", "answer-lost", 1);
        try (Sftp sftp = hr()) {
            assertThatThrownBy(() -> sftp.read(CSV)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theCityHasFiftyThousandSubjectsAndTheDirtThatItsTruthNames() throws Exception {
        JsonNode truth = child.get("landuse", "/sim/landuse/truth");
        assertThat(truth.path("rows").asInt()).isEqualTo(50_000);
        List<JsonNode> parcels = rows("parcels", "");
        JsonNode bad = truth.path("feeds").path("parcels").path("bad");
        assertThat(parcels).hasSize(30_000);
        assertThat(parcels.stream()
                        .filter(row -> row.path("tyshxydm").asText("").length() != 18))
                .hasSize(bad.path("missingUscc").asInt());
        Set<String> codes = new HashSet<>();
        assertThat(parcels.stream().filter(row -> !codes.add(row.path("zddm").asText())))
                .hasSize(bad.path("duplicateKey").asInt());
        assertThat(parcels.stream().filter(row -> row.path("xzqdm").asText().equals("411099")))
                .hasSize(bad.path("wrongDistrict").asInt());
        Set<String> kinds = new HashSet<>();
        rows("units", "").forEach(row -> kinds.add(row.path("zzlx").asText()));
        assertThat(kinds).hasSize(12);
    }

    @Test
    void aSecondNightShowsASmallDifferenceAndTheSameOneEachTime() throws Exception {
        Map<String, JsonNode> today = byCode(rows("projects", ""));
        Map<String, JsonNode> tomorrow = byCode(rows("projects", "&date=2026-11-24"));
        assertThat(tomorrow).isEqualTo(byCode(rows("projects", "&date=2026-11-24")));
        long changed = tomorrow.entrySet().stream()
                .filter(row -> !row.getValue().equals(today.get(row.getKey())))
                .count();
        assertThat(changed).isBetween(10L, 120L);
    }

    private static Map<String, JsonNode> byCode(List<JsonNode> rows) {
        Map<String, JsonNode> map = new HashMap<>();
        rows.forEach(row -> map.put(row.path("xmdm").asText(), row));
        return map;
    }

    @Test
    void theLedgerIsAWorkbookWithItsHeaderInTheSecondRow() throws Exception {
        byte[] xlsx = landuse("/landuse/ledgers/mining-rights.xlsx").body();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(5002);
            assertThat(rows.get(1).getCellText(7)).isEqualTo("面积(平方公里)");
            assertThat(rows.get(2).getCellText(1)).matches("[CT][0-9]{22}");
        }
    }

    @Test
    void aFeedCanLoseAThirdOfItsRows() throws Exception {
        child.put("landuse", "/sim/landuse/shrink", "{\"feed\":\"units\",\"percent\":31}");
        assertThat(rows("units", "")).hasSize(2070);
    }

    @Test
    void moodsOfTheLandSystem() throws Exception {
        assertThat(child.send(child.request("landuse", "/landuse/units")).statusCode())
                .isEqualTo(401);
        child.mood("landuse", "rejecting", 1);
        assertThat(landuse("/landuse/units").statusCode()).isEqualTo(403);
        child.mood("landuse", "garbage", 1);
        byte[] half = landuse("/landuse/units?size=10").body();
        assertThatThrownBy(() -> Child.JSON.readTree(half)).isInstanceOf(IOException.class);
        child.mood("landuse", "down", 0);
        assertThatThrownBy(() -> landuse("/landuse/units")).isInstanceOf(IOException.class);
        child.mood("landuse", "duplicate", 1);
        assertThat(Child.JSON.readTree(landuse("/landuse/units?size=10").body()).path("rows"))
                .hasSize(20);
        child.mood("landuse", "slow", 1);
        long start = System.nanoTime();
        landuse("/landuse/units?size=10");
        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
        assertThat(Child.JSON.readTree(landuse("/landuse/units?size=10").body()).path("rows"))
                .hasSize(10);
    }

    private static HttpResponse<byte[]> landuse(String path) throws Exception {
        return child.send(child.request("landuse", path).header("Authorization", "Bearer s-landuse-token"));
    }

    private static List<JsonNode> rows(String feed, String more) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1, pages = 1; page <= pages; page++) {
            JsonNode answer = Child.JSON.readTree(landuse("/landuse/" + feed + "?size=5000&page=" + page + more)
                    .body());
            pages = answer.path("pages").asInt();
            answer.path("rows").forEach(rows::add);
        }
        return rows;
    }
}
