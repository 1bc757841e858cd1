package cn.zrzy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The police take a case file over SFTP, look into it, and lay out a slip, sometimes late or unreadable. */
class JudiciaryTests {

    private static final String LETTER = """
            {"idempotencyKey":"KEY","caseNo":"许自然资移〔2026〕1号","transferOrgan":"许昌市自然资源和规划局","address":"许昌市建安大道",
             "handlers":[{"name":"张伟","certNo":"16110020001"},{"name":"李娜","certNo":"16110020002"}],"phone":"0374-2960000",
             "receivingOrgan":"许昌市公安局","party":{"kind":"单位","name":"禹州某矿业有限公司","idType":"统一社会信用代码",
             "idNo":"91411081MA9KRX818F","address":"禹州市"},"suspectedCrime":"非法采矿罪","investigation":"越界开采",
             "approvedBy":"局长","approvedAt":"2026-11-22T10:00:00+08:00","transferredAt":"2026-11-23T09:00:00+08:00",
             "materials":[{"no":1,"name":"调查报告","spec":"A4","qty":1}],"copyTo":["许昌市人民检察院"]}""";

    @TempDir
    static Path folder;

    private static Child child;

    @BeforeAll
    static void start() throws IOException {
        child = Child.start("SandboxApplication", folder, 1, "judiciary");
    }

    @AfterAll
    static void stop() {
        child.close();
    }

    @BeforeEach
    void calm() throws Exception {
        child.mood("judiciary", "calm", 0);
        child.send(child.request("judiciary", "/sim/judiciary/received").DELETE());
    }

    private static byte[] zip(String letter, String key) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("案件移送书.json", letter.replace("KEY", key).getBytes(StandardCharsets.UTF_8));
        files.put("调查报告.txt", "调查经过".getBytes(StandardCharsets.UTF_8));
        files.put("涉案物品清单.csv", "序号,名称,数量,特征,存放地\r\n".getBytes(StandardCharsets.UTF_8));
        files.put("检验报告.txt", "无须检验".getBytes(StandardCharsets.UTF_8));
        ObjectNode manifest = Child.JSON.createObjectNode().put("idempotencyKey", key);
        files.forEach((name, bytes) -> manifest.withArray("files")
                .addObject()
                .put("name", name)
                .put("size", bytes.length)
                .put("sm3", Sm3.of(bytes)));
        files.put("清单.json", Child.JSON.writeValueAsBytes(manifest));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void hand(Sftp sftp, String name, byte[] zip) throws IOException {
        sftp.write("/inbox/" + name + ".zip.part", zip);
        sftp.files.rename("/inbox/" + name + ".zip.part", "/inbox/" + name + ".zip");
        waiting().until(() -> sftp.names("/inbox").isEmpty());
    }

    /** A file that goes while the server lists its folder spoils that listing: ask again. */
    private static ConditionFactory waiting() {
        return Awaitility.await().ignoreExceptionsInstanceOf(UncheckedIOException.class);
    }

    private static JsonNode slip(Sftp sftp, String name) throws IOException {
        return Child.JSON.readTree(sftp.read("/outbox/" + name + ".slip.json"));
    }

    @Test
    void aWholeFileIsAcceptedOnceAndKnownAgain() throws Exception {
        byte[] zip = zip(LETTER, "case-key:F1@1");
        try (Sftp sftp = new Sftp(child.sftp("judiciary"), "s-judiciary-sftp")) {
            hand(sftp, "case-key_F1_v1", zip);
            JsonNode slip = slip(sftp, "case-key_F1_v1");
            assertThat(slip.path("verdict").asText()).isEqualTo("受理");
            assertThat(slip.path("idempotencyKey").asText()).isEqualTo("case-key:F1@1");
            assertThat(slip.path("digest").asText()).isEqualTo(Sm3.of(zip));
            hand(sftp, "case-key_F1_v1", zip);
            assertThat(slip(sftp, "case-key_F1_v1")).isEqualTo(slip);
            JsonNode effect = child.received("judiciary").path("effects").get(0);
            assertThat(effect.path("times").asInt()).isEqualTo(1);
            assertThat(effect.path("repeats").asInt()).isEqualTo(1);
            hand(sftp, "case-key_F1_v1", zip(LETTER.replace("越界开采", "无证开采"), "case-key:F1@1"));
            assertThat(child.received("judiciary")
                            .path("effects")
                            .get(0)
                            .path("times")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void anUnfitFileIsSentBackWithReasons() throws Exception {
        try (Sftp sftp = new Sftp(child.sftp("judiciary"), "s-judiciary-sftp")) {
            hand(sftp, "case-key_F2_v1", zip(LETTER.replace("\"phone\":\"0374-2960000\",", ""), "case-key:F2@1"));
            assertThat(slip(sftp, "case-key_F2_v1").path("reason").asText()).contains("移送书 phone：必填字段缺失");
            hand(sftp, "case-key_F3_v1", zip(LETTER.replace("11-23T09", "11-23T11"), "case-key:F3@1"));
            assertThat(slip(sftp, "case-key_F3_v1").path("reason").asText()).contains("24 小时");
            hand(sftp, "case-key_F4_v1", new byte[] {1, 2, 3});
            assertThat(slip(sftp, "case-key_F4_v1").path("verdict").asText()).isEqualTo("不受理");
            hand(sftp, "case-key_F5_v1", zip(LETTER.replace("许昌市公安局", "郑州市公安局"), "case-key:F5@1"));
            assertThat(slip(sftp, "case-key_F5_v1").path("verdict").asText()).isEqualTo("转送");
        }
        assertThat(child.received("judiciary").path("effects")).isEmpty();
    }

    @Test
    void moodsOfThePolice() throws Exception {
        child.mood("judiciary", "down", 1);
        assertThatThrownBy(() -> new Sftp(child.sftp("judiciary"), "s-judiciary-sftp"))
                .isInstanceOf(IOException.class);
        try (Sftp sftp = new Sftp(child.sftp("judiciary"), "s-judiciary-sftp")) {
            child.mood("judiciary", "rejecting", 1);
            hand(sftp, "mood-key_R", zip(LETTER, "mood-key:R"));
            assertThat(slip(sftp, "mood-key_R").path("verdict").asText()).isEqualTo("不受理");
            assertThat(child.received("judiciary").path("effects")).isEmpty();
            child.mood("judiciary", "duplicate", 1);
            hand(sftp, "mood-key_D", zip(LETTER, "mood-key:D"));
            assertThat(sftp.read("/outbox/mood-key_D.2.slip.json"))
                    .isEqualTo(sftp.read("/outbox/mood-key_D.slip.json"));
            child.mood("judiciary", "garbage", 0);
            hand(sftp, "mood-key_G", zip(LETTER, "mood-key:G"));
            assertThat(sftp.read("/outbox/mood-key_G.slip.json")).startsWith('<');
        }
    }

    @Test
    void aSlipHeldBackComesAfterARestart() throws Exception {
        child.mood("judiciary", "answer-lost", 0);
        try (Sftp sftp = new Sftp(child.sftp("judiciary"), "s-judiciary-sftp")) {
            hand(sftp, "lost-key_L", zip(LETTER, "lost-key:L"));
            assertThat(sftp.names("/outbox")).doesNotContain("lost-key_L.slip.json");
        }
        stop();
        start();
        try (Sftp sftp = new Sftp(child.sftp("judiciary"), "s-judiciary-sftp")) {
            waiting().until(() -> sftp.names("/outbox").contains("lost-key_L.slip.json"));
            assertThat(slip(sftp, "lost-key_L").path("verdict").asText()).isEqualTo("受理");
        }
        assertThat(child.received("judiciary").path("effects")).hasSize(1);
    }

    @Test
    void whatIsLateSaysSoAndWhatComesAgainBelongsToItsCase() throws Exception {
        try (Sftp sftp = new Sftp(child.sftp("judiciary"), "s-judiciary-sftp")) {
            String late = LETTER.replace("11-23T09", "11-23T11").replaceFirst("\\{", "{\"remark\":\"迟延移送\",");
            hand(sftp, "case-key_F8_v1", zip(late, "case-key:F8@1"));
            assertThat(slip(sftp, "case-key_F8_v1").path("verdict").asText()).isEqualTo("受理");
            hand(sftp, "case-key_F8_v2", zip(late.replace("越界开采", "越界采矿"), "case-key:F8@2"));
            assertThat(slip(sftp, "case-key_F8_v2").path("reason").asText()).contains("归入原案");
            assertThat(child.received("judiciary").path("matters")).hasSize(1);
            hand(
                    sftp,
                    "case-key_F9_v1",
                    zip(LETTER.replace("91411081MA9KRX818F", "91411002MA9KRX025C"), "case-key:F9@1"));
            assertThat(slip(sftp, "case-key_F9_v1").path("reason").asText()).contains("不是同一主体");
        }
    }
}
