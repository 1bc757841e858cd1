package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.ceremony.DrawCorrected;
import cn.zrzy.hub.ceremony.DrawOpened;
import cn.zrzy.hub.ceremony.record.Abandonments;
import cn.zrzy.hub.ceremony.record.Corrections;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.DrawnResult;
import cn.zrzy.hub.ceremony.record.PlatformDraws;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

/** 抽取结果 in the province's words. */
@Component("provinceDraws")
class ProvinceDraws {

    private final DrawResults draws;
    private final PlatformDraws platform;
    private final Corrections corrections;
    private final Abandonments abandonments;

    ProvinceDraws(DrawResults draws, PlatformDraws platform, Corrections corrections, Abandonments abandonments) {
        this.draws = draws;
        this.platform = platform;
        this.corrections = corrections;
        this.abandonments = abandonments;
    }

    private record Document(
            String drawNo,
            String schemeCode,
            String planCode,
            String mode,
            int poolCount,
            int pickedCount,
            String manifestDigest,
            String seedDigest,
            String drawnAt,
            String publishAfter,
            List<Pick> picks,
            Correction correction) {}

    private record Correction(
            int no, String kind, String subjectId, String code, String reason, String approver, String correctedAt) {}

    private record Pick(int rank, String objectId, String objectName, List<Member> inspectors) {}

    private record Member(String name, String certNo, boolean leader) {}

    byte[] render(Debt debt) {
        DrawnResult draw = draws.find(debt.key()).orElseThrow(() -> missing(debt));
        if (draw.drawnAt() == null) {
            throw new TryLater("抽取 " + debt.key() + " 尚未完成");
        }
        return document(draw, draw.closedAt(draw.drawnAt()), null);
    }

    /**
     * A draw that the platform held itself is not reported back to it, nor is what became of it there; of a closed one
     * (不预告检查) it hears when it opens.
     */
    boolean wantsCorrection(DrawCorrected corrected) {
        boolean closed = draws.find(corrected.drawNo())
                .map(draw -> draw.closedUntil() != null && draw.openedAt() == null)
                .orElse(false);
        return !closed && !platform.drawsItself(corrected.schemeNo());
    }

    /** A voided draw's names are nobody's business there. */
    boolean wantsOpened(DrawOpened opened) {
        return abandonments
                .find(opened.drawNo())
                .filter(Abandonments.Case::approved)
                .isEmpty();
    }

    /** Who was drawn, as it stood when the draw opened (密封公开). */
    byte[] opened(Debt debt) {
        DrawnResult draw = draws.find(debt.key()).orElseThrow(() -> missing(debt));
        return document(corrections.atOpening(draw), false, null);
    }

    /** The whole result as it stands after one correction (更正). */
    byte[] corrected(Debt debt) {
        Corrections.Case correction = corrections.ofDraw(debt.subject()).stream()
                .filter(one -> one.approved() && one.no() == debt.version())
                .findFirst()
                .orElseThrow(() -> missing(debt));
        DrawnResult draw = draws.find(debt.subject())
                .orElseThrow(() -> missing(debt))
                .withPicks(corrections.picks(debt.subject(), debt.version()).orElseThrow());
        return document(
                draw,
                false,
                new Correction(
                        correction.no(),
                        correction.kind(),
                        correction.subjectId(),
                        correction.code(),
                        correction.reason(),
                        correction.approver(),
                        Documents.time(correction.approvedAt())));
    }

    /**
     * Their form knows no visit without a team; whoever waits for one (留待候补) stands in our own notice.
     *
     * @param closed nobody outside may know yet who was drawn, the platform neither
     */
    private byte[] document(DrawnResult draw, boolean closed, Correction correction) {
        List<Pick> served = draw.picks().stream()
                .filter(pick -> !pick.inspectors().isEmpty())
                .map(ProvinceDraws::pick)
                .toList();
        return Documents.json(new Document(
                draw.drawNo(),
                draw.schemeNo(),
                draw.planNo(),
                platform.takesPart(draw.schemeNo()) ? "S" : "L",
                draw.poolCount(),
                closed ? draw.pickedCount() : served.size(),
                draw.manifestDigest(),
                draw.seedDigest(),
                Documents.time(draw.drawnAt()),
                closed ? Documents.time(draw.closedUntil()) : null,
                closed ? List.of() : served,
                correction));
    }

    private static Rejected missing(Debt debt) {
        return new Rejected("E-MISSING", "找不到抽取 " + debt.key());
    }

    private static Pick pick(DrawnResult.Pick pick) {
        return new Pick(
                pick.rank(),
                pick.objectId(),
                pick.objectName(),
                pick.inspectors().stream()
                        .map(member -> new Member(member.name(), member.certNo(), member.leader()))
                        .toList());
    }
}
