package cn.zrzy.hub.draw.model;

import cn.zrzy.hub.draw.canon.JcsReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * 已冻结的抽取 (T0): pool, rules and manifest committed, quotas fixed, nothing known about the seed.
 *
 * @param request what was asked, normalised: sorted, exclusions by firm cap entered
 * @param strata quotas, already final
 * @param files T0 files of the bundle by name; hold them as they are, they are signed
 * @param recusalLines recusal.jsonl, which is kept but never put into the bundle as a whole
 */
public record FrozenDraw(
        DrawRequest request, List<Stratum> strata, SortedMap<String, byte[]> files, byte[] recusalLines) {

    public String drawNo() {
        return request.drawNo();
    }

    /** 名单根值: SM3 and SHA-256 roots of {@code inspectors}, {@code objects} and {@code recusals}, as signed. */
    @SuppressWarnings("unchecked")
    public Map<String, List<String>> roots() {
        return (Map<String, List<String>>) paper().get("roots");
    }

    /** The keys that signed this draw; the hub may have others by now. */
    @SuppressWarnings("unchecked")
    public PublicKeys keys() {
        Map<String, String> keys = (Map<String, String>) paper().get("keys");
        return new PublicKeys(keys.get("sm2"), keys.get("ed25519"));
    }

    private Map<String, Object> paper() {
        return JcsReader.document(manifest(), "manifest.json");
    }

    public byte[] manifest() {
        return files.get("manifest.json");
    }
}
