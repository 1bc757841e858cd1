package cn.zrzy.hub.ceremony.record;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 抽取结果 by name, as it is published and reported.
 *
 * @param manifestDigest SM3 of the signed manifest
 * @param seedDigest the seed itself in hex; it is public once drawn
 * @param drawnAt null while only the pool is frozen
 * @param closedUntil who was drawn is not public before this moment (不预告检查); null for announced draws
 * @param openedAt when it was opened; null before, and for announced draws
 */
public record DrawnResult(
        String drawNo,
        String schemeNo,
        String planNo,
        int poolCount,
        int pickedCount,
        String manifestDigest,
        @Nullable String seedDigest,
        OffsetDateTime frozenAt,
        @Nullable OffsetDateTime drawnAt,
        @Nullable OffsetDateTime closedUntil,
        @Nullable OffsetDateTime openedAt,
        List<Pick> picks) {

    /** Was it still closed to the public at that moment? */
    public boolean closedAt(OffsetDateTime moment) {
        return closedUntil != null && (openedAt == null || moment.isBefore(openedAt));
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
                openedAt,
                corrected);
    }

    /** @param rank position by ticket within the draw, from 1 */
    public record Pick(int rank, String objectId, String objectName, String itemCodes, List<Member> inspectors) {}

    /** @param certNo 执法证号 */
    public record Member(String name, String certNo, boolean leader) {}
}
