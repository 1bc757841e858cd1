package cn.zrzy.hub.plan;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 抽取结果 by name, as it is published and reported.
 *
 * @param manifestDigest SM3 of the signed manifest
 * @param seedDigest the seed itself in hex; it is public once drawn
 * @param drawnAt null while only the pool is frozen
 * @param closedUntil who was drawn is not public before this moment (不预告检查); null once it is open
 */
public record DrawnResult(
        String drawNo,
        String schemeNo,
        String planNo,
        int poolCount,
        int pickedCount,
        String manifestDigest,
        String seedDigest,
        OffsetDateTime frozenAt,
        OffsetDateTime drawnAt,
        OffsetDateTime closedUntil,
        List<Pick> picks) {

    /** Is it drawn and still closed to the public? */
    public boolean sealed() {
        return drawnAt != null && closedUntil != null;
    }

    /** The same draw after a correction. */
    public DrawnResult withPicks(List<Pick> corrected) {
        return new DrawnResult(
                drawNo,
                schemeNo,
                planNo,
                poolCount,
                corrected.size(),
                manifestDigest,
                seedDigest,
                frozenAt,
                drawnAt,
                closedUntil,
                corrected);
    }

    /** @param rank position by ticket within the draw, from 1 */
    public record Pick(int rank, String objectId, String objectName, String itemCodes, List<Member> inspectors) {}

    /** @param certNo 执法证号 */
    public record Member(String name, String certNo, boolean leader) {}
}
