package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.Documents;
import cn.zrzy.hub.plan.Corrections;
import cn.zrzy.hub.plan.DrawCorrected;
import cn.zrzy.hub.plan.DrawResults;
import cn.zrzy.hub.plan.DrawnResult;
import cn.zrzy.hub.plan.PlatformDraws;
import java.util.List;
import org.springframework.stereotype.Component;

/** 抽取结果 in the province's words. */
@Component("provinceDraws")
class ProvinceDraws {

    private final DrawResults draws;
    private final PlatformDraws platform;
    private final Corrections corrections;

    ProvinceDraws(DrawResults draws, PlatformDraws platform, Corrections corrections) {
        this.draws = draws;
        this.platform = platform;
        this.corrections = corrections;
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
        return document(draw, null);
    }

    /** A draw that the platform held itself is not reported back to it, nor is what became of it there. */
    boolean wantsCorrection(DrawCorrected corrected) {
        return !platform.drawsItself(corrected.schemeNo());
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
                new Correction(
                        correction.no(),
                        correction.kind(),
                        correction.subjectId(),
                        correction.code(),
                        correction.reason(),
                        correction.approver(),
                        Documents.time(correction.approvedAt())));
    }

    private byte[] document(DrawnResult draw, Correction correction) {
        return Documents.json(new Document(
                draw.drawNo(),
                draw.schemeNo(),
                draw.planNo(),
                platform.takesPart(draw.schemeNo()) ? "S" : "L",
                draw.poolCount(),
                draw.pickedCount(),
                draw.manifestDigest(),
                draw.seedDigest(),
                Documents.time(draw.drawnAt()),
                draw.closedUntil() == null ? null : Documents.time(draw.closedUntil()),
                draw.picks().stream().map(ProvinceDraws::pick).toList(),
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
