package cn.zrzy.hub.plan;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * 抽取结果 by name, as it is published and reported.
 *
 * @param manifestDigest SM3 of the signed manifest
 * @param seedDigest the seed itself in hex; it is public once drawn
 * @param drawnAt null while only the pool is frozen
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
        List<Pick> picks) {

    /** @param rank position by ticket within the draw, from 1 */
    public record Pick(int rank, String objectId, String objectName, String itemCodes, List<Member> inspectors) {}

    /** @param certNo 执法证号 */
    public record Member(String name, String certNo, boolean leader) {}
}
