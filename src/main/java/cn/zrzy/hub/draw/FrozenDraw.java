package cn.zrzy.hub.draw;

import java.util.List;
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

    byte[] manifest() {
        return files.get("manifest.json");
    }
}
