package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import cn.zrzy.hub.partner.Documents;
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

    ProvinceDraws(DrawResults draws, PlatformDraws platform) {
        this.draws = draws;
        this.platform = platform;
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
            List<Pick> picks) {}

    private record Pick(int rank, String objectId, String objectName, List<Member> inspectors) {}

    private record Member(String name, String certNo, boolean leader) {}

    byte[] render(Debt debt) {
        DrawnResult draw = draws.find(debt.key()).orElseThrow(() -> new Rejected("E-MISSING", "找不到抽取 " + debt.key()));
        if (draw.drawnAt() == null) {
            throw new TryLater("抽取 " + debt.key() + " 尚未完成");
        }
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
                draw.sealed() ? Documents.time(draw.closedUntil()) : null,
                draw.picks().stream().map(ProvinceDraws::pick).toList()));
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
