package cn.zrzy.hub.draw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** "我在不在名单里": inclusion proofs, and absence by two neighbours in the sorted pool. */
final class Membership {

    private final FrozenDraw frozen;
    private final List<String> lines;
    private final MerkleTree tree;
    private final DrawHash hash;

    Membership(FrozenDraw frozen) {
        this.frozen = frozen;
        hash = frozen.request().rules().hash();
        lines = JcsReader.lines(frozen.files().get("objects.jsonl"));
        Evidence.Leaves leaves = Evidence.Leaves.of(lines);
        tree = new MerkleTree(hash == DrawHash.SM3 ? leaves.sm3() : leaves.sha256(), hash);
    }

    String proof(String subjectId) {
        List<PoolSubject> pool = frozen.request().subjects();
        int low = 0;
        int high = pool.size();
        while (low < high) {
            int mid = low + high >>> 1;
            if (pool.get(mid).id().compareTo(subjectId) < 0) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        if (low < pool.size() && pool.get(low).id().equals(subjectId)) {
            return Jcs.write(inclusion(low));
        }
        Map<String, Object> absence = new HashMap<>();
        absence.put("absent", subjectId);
        absence.put("drawNo", frozen.drawNo());
        absence.put("left", low > 0 ? inclusion(low - 1) : "");
        absence.put("right", low < pool.size() ? inclusion(low) : "");
        return Jcs.write(absence);
    }

    private Map<String, Object> inclusion(int index) {
        Map<String, Object> proof = new HashMap<>();
        proof.put("drawNo", frozen.drawNo());
        proof.put("hash", hash.label());
        proof.put("index", index);
        proof.put("line", lines.get(index));
        proof.put("path", tree.path(index).stream().map(Bytes::hex).toList());
        proof.put("root", Bytes.hex(tree.root()));
        proof.put("size", lines.size());
        return proof;
    }
}
