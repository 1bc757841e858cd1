package cn.zrzy.hub.draw.jdbc;

import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.VerifierFile;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 证据文件: the exact bytes of every file, by draw and name. */
final class EvidenceShelf {

    private static final Set<String> FROZEN = Set.of(
            "manifest.json",
            "manifest.json.sm2",
            "manifest.json.ed25519",
            "rules.json",
            "objects.jsonl",
            "objects.leaf",
            "inspectors.jsonl",
            "inspectors.leaf",
            "recusal.leaf");

    private record Content(String name, byte[] bytes) {}

    private final JdbcClient jdbc;

    EvidenceShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String drawNo, Map<String, byte[]> files) {
        files.forEach((name, bytes) -> jdbc.sql(
                        "insert into draw.evidence (draw_no, name, content) values (:drawNo, :name, :content)")
                .param("drawNo", drawNo)
                .param("name", name)
                .param("content", bytes)
                .update());
    }

    void putVerifiers(FrozenDraw draw, Map<String, byte[]> verifiers) {
        for (VerifierFile file : draw.request().verifiers()) {
            byte[] bytes = verifiers.get(file.name());
            if (bytes == null || !VerifierFile.of(file.name(), bytes).equals(file)) {
                throw new Rejected("E-DRAW-VERIFIER", "验证程序与清单中的摘要不符", Place.field(file.name()));
            }
            jdbc.sql("insert into draw.verifier (sm3, content) values (:sm3, :content) on conflict do nothing")
                    .param("sm3", file.sm3())
                    .param("content", bytes)
                    .update();
        }
    }

    Map<String, byte[]> verifiers(List<VerifierFile> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach(file -> bytes.put(
                file.name(),
                jdbc.sql("select content from draw.verifier where sm3 = :sm3")
                        .param("sm3", file.sm3())
                        .query(byte[].class)
                        .single()));
        return bytes;
    }

    SortedMap<String, byte[]> frozen(String drawNo) {
        return files(drawNo, "name = any(:frozen)");
    }

    /** The files of the result, and the signed manifest that says by whom it must be signed. */
    SortedMap<String, byte[]> result(String drawNo) {
        return files(drawNo, "(name <> all(:frozen) or name like 'manifest.json%')");
    }

    Optional<byte[]> one(String drawNo, String name) {
        return jdbc.sql("select content from draw.evidence where draw_no = :drawNo and name = :name")
                .param("drawNo", drawNo)
                .param("name", name)
                .query(byte[].class)
                .optional();
    }

    private SortedMap<String, byte[]> files(String drawNo, String which) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select name, content from draw.evidence where draw_no = :drawNo and " + which)
                .param("drawNo", drawNo)
                .param("frozen", FROZEN.toArray(String[]::new))
                .query((row, i) -> new Content(row.getString("name"), row.getBytes("content")))
                .list()
                .forEach(content -> files.put(content.name(), content.bytes()));
        return files;
    }
}
