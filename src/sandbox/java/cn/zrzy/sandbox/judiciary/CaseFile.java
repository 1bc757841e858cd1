package cn.zrzy.sandbox.judiciary;

import cn.zrzy.sandbox.data.Register;
import cn.zrzy.sandbox.kit.Fault;
import cn.zrzy.sandbox.kit.Json;
import cn.zrzy.sandbox.kit.Schema;
import cn.zrzy.sandbox.kit.Sm3;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** 移送案卷: the parcel's files, and everything that is wrong with them. */
final class CaseFile {

    private static final String LETTER = "案件移送书.json";
    private static final String MANIFEST = "清单.json";
    private static final String GOODS = "涉案物品清单.csv";
    private static final List<String> NEEDED = List.of(LETTER, "调查报告.txt", GOODS, "检验报告.txt");
    private static final int LARGEST = 20_000_000;
    private static final Schema SCHEMA = Schema.load("judiciary/transfer");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private CaseFile() {}

    static CaseFile open(byte[] zip) {
        CaseFile file = new CaseFile();
        int left = LARGEST;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null && left > 0; entry = in.getNextEntry()) {
                byte[] bytes = in.readNBytes(left);
                left -= bytes.length;
                if (entry.getName().matches(".*[/\\\\].*") || file.files.put(entry.getName(), bytes) != null) {
                    file.faults.add("包内文件名带目录或重复：" + entry.getName());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            file.faults.add("压缩包损坏");
        }
        if (left <= 0) {
            file.faults.add("包内文件超过 20 MB");
        }
        return file;
    }

    /** Empty when neither the manifest nor the letter names one. */
    String key() {
        String key = manifest().path("idempotencyKey").asText();
        return key.isEmpty() ? letter().path("idempotencyKey").asText() : key;
    }

    ObjectNode letter() {
        return Json.object(files.getOrDefault(LETTER, new byte[0])).orElseGet(Json::object);
    }

    private ObjectNode manifest() {
        return Json.object(files.getOrDefault(MANIFEST, new byte[0])).orElseGet(Json::object);
    }

    /** @param known the case is here already: this is material handed in later, for which no hours run */
    List<String> faults(String name, boolean known) {
        for (String needed : NEEDED) {
            if (files.getOrDefault(needed, new byte[0]).length == 0) {
                faults.add("缺" + needed);
            }
        }
        manifestFaults();
        for (Fault fault : SCHEMA.check(letter())) {
            faults.add("移送书 " + fault);
        }
        String key = letter().path("idempotencyKey").asText();
        expect(key.equals(manifest().path("idempotencyKey").asText()), "移送书与清单的幂等键不一致");
        expect(key.replace(":", "_").replace("@", "_v").equals(name), "文件名与幂等键不符");
        String goods = new String(files.getOrDefault(GOODS, new byte[0]), StandardCharsets.UTF_8);
        expect(goods.replace("\uFEFF", "").startsWith("序号,名称,数量,特征,存放地"), GOODS + "首行不对");
        if (faults.isEmpty() && !known) {
            hours();
        }
        JsonNode party = letter().path("party");
        expect(
                !party.path("idType").asText().equals("统一社会信用代码")
                        || Register.pairs(
                                party.path("name").asText(), party.path("idNo").asText()),
                "当事人名称与统一社会信用代码不是同一主体");
        return faults;
    }

    private void hours() {
        OffsetDateTime approved =
                OffsetDateTime.parse(letter().path("approvedAt").asText());
        Duration took = Duration.between(
                approved, OffsetDateTime.parse(letter().path("transferredAt").asText()));
        expect(!took.isNegative(), "移送时间早于批准时间");
        boolean late = took.compareTo(Duration.ofHours(24)) > 0;
        expect(!late || letter().has("remark"), "移送时间不在批准后 24 小时内（国务院令第310号第五条），又没有在备注里写明");
    }

    private void manifestFaults() {
        Map<String, JsonNode> listed = new LinkedHashMap<>();
        manifest().path("files").forEach(line -> listed.put(line.path("name").asText(), line));
        expect(!listed.isEmpty(), "缺清单.json 或清单为空");
        files.forEach((file, bytes) -> {
            if (!file.equals(MANIFEST)) {
                JsonNode line = listed.remove(file);
                boolean same = line != null
                        && line.path("size").asLong(-1) == bytes.length
                        && line.path("sm3").asText().equals(Sm3.of(bytes));
                expect(same, "清单与文件不符：" + file);
            }
        });
        listed.keySet().forEach(file -> faults.add("清单所列文件不在包内：" + file));
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
