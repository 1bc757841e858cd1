package cn.zrzy.hub.draw.paper;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Hash;
import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.PublicKeys;
import cn.zrzy.hub.kernel.Rejected;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * 出处: what comes back from the database is believed only under the bureau's own signatures and with the digest that the
 * log keeps of it. Signing is a function, so the check is signing again: who may write into the database has no key.
 */
public final class Provenance {

    private static final String MANIFEST = "manifest.json";
    private static final String RESULT = "result.json";

    /** The manifest and its signatures: enough to know the keys of a draw. */
    public static final Set<String> SIGNED_MANIFEST = Set.of(MANIFEST, MANIFEST + ".sm2", MANIFEST + ".ed25519");

    private static final Set<String> SIGNED_RESULT = Set.of(RESULT, RESULT + ".sm2", RESULT + ".ed25519");

    private final String drawNo;
    private final SortedMap<String, byte[]> files;
    private final List<List<Object>> log;

    /** @param log the draw's own lines of the log */
    public Provenance(String drawNo, SortedMap<String, byte[]> files, List<String> log) {
        this.drawNo = drawNo;
        this.files = files;
        this.log = log.stream().map(line -> JcsReader.line(line, "log.jsonl")).toList();
    }

    /**
     * @return the keys of the draw
     * @throws Rejected E-DRAW-KEY-MISSING, or E-DRAW-FORGED when this is not the manifest that was signed and logged
     */
    public Signatures manifest(SigningRing ring) {
        Map<String, Object> paper = paper(MANIFEST);
        if (!(paper.get("keys") instanceof Map<?, ?> keys)
                || !(keys.get("sm2") instanceof String sm2)
                || !(keys.get("ed25519") instanceof String ed25519)
                || !Bytes.isHex(sm2, 130)) {
            throw forged("清单没有签名公钥", MANIFEST);
        }
        Signatures signatures = ring.of(new PublicKeys(sm2, ed25519));
        signed(MANIFEST, signatures);
        Object before = logged("frozen", MANIFEST).get(5);
        if (!before.equals(paper.get("logHead"))) {
            throw forged("日志里冻结之前的一行与清单所写的不是同一行", MANIFEST);
        }
        return signatures;
    }

    /** @throws Rejected E-DRAW-FORGED, or E-DRAW-EVIDENCE when a file is not the one that the result binds */
    public void result(Signatures signatures) {
        Map<String, Object> paper = paper(RESULT);
        signed(RESULT, signatures);
        logged("result", RESULT);
        if (!Evidence.pair(files.get(MANIFEST)).equals(paper.get("manifest"))) {
            throw forged("结果属于另一份清单", RESULT);
        }
        Set<String> bound = new HashSet<>(SIGNED_MANIFEST);
        bound.addAll(SIGNED_RESULT);
        for (List<Object> row : RulesPaper.read(paper, "files", row -> row)) {
            String name = PoolLines.text(row, 0);
            byte[] bytes = files.get(name);
            if (bytes == null || !Hash.of(DrawHash.SM3).hex(bytes).equals(row.get(1))) {
                throw Refusal.at("E-DRAW-EVIDENCE", "保存的证据与结果所记的摘要不符，可能被改动", name, 0);
            }
            bound.add(name);
        }
        files.keySet().stream()
                .filter(name -> !bound.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.at("E-DRAW-EVIDENCE", "保存的证据里多出一个结果没有记的文件", name, 0);
                });
    }

    private Map<String, Object> paper(String name) {
        if (!files.containsKey(name)) {
            throw forged("文件不在了", name);
        }
        Map<String, Object> paper = JcsReader.document(files.get(name), name);
        if (!drawNo.equals(paper.get("drawNo"))) {
            throw forged("文件属于另一次抽取", name);
        }
        return paper;
    }

    private void signed(String name, Signatures signatures) {
        byte[] bytes = files.get(name);
        if (!Arrays.equals(signatures.sm2(bytes), files.get(name + ".sm2"))
                || !Arrays.equals(signatures.ed25519(bytes), files.get(name + ".ed25519"))) {
            throw forged("签名与文件不符", name);
        }
    }

    private List<Object> logged(String kind, String name) {
        List<List<Object>> lines = log.stream()
                .filter(line -> kind.equals(line.get(2)) && drawNo.equals(line.get(3)))
                .toList();
        if (lines.size() != 1
                || !Hash.of(DrawHash.SM3)
                        .hex(files.get(name))
                        .equals(lines.get(0).get(4))) {
            throw forged("与抽取日志所记的摘要不符", name);
        }
        return lines.get(0);
    }

    private static Rejected forged(String why, String name) {
        return Refusal.at("E-DRAW-FORGED", "保存的证据不是本枢纽签发、登记的那一份（" + why + "），不据此抽取或公布", name, 0);
    }
}
