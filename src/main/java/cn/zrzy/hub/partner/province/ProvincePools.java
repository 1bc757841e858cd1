package cn.zrzy.hub.partner.province;

import cn.zrzy.hub.ceremony.DrawFinished;
import cn.zrzy.hub.ceremony.DrawFrozen;
import cn.zrzy.hub.ceremony.record.PlatformDraws;
import cn.zrzy.hub.ceremony.record.PlatformSheet;
import cn.zrzy.hub.delivery.Debt;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.partner.Documents;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** 冻结名单 in the province's words, for the draws in which the platform has a part. */
@Component("provincePools")
class ProvincePools {

    /** The platform's own limit; 35,000 subjects take about 2 MB. */
    private static final int LARGEST = 10_000_000;

    private final PlatformDraws draws;

    ProvincePools(PlatformDraws draws) {
        this.draws = draws;
    }

    private record Document(
            String drawNo,
            String schemeCode,
            String planCode,
            String mode,
            String manifestDigest,
            String frozenAt,
            String seedFrom,
            String seedUntil,
            String windowFrom,
            String windowTo,
            List<PlatformSheet.Share> strata,
            List<PlatformSheet.Team> teams,
            List<PlatformSheet.Person> inspectors,
            List<PlatformSheet.Pair> recusals) {}

    /** Whether the platform has to know of this frozen pool. */
    boolean wants(DrawFrozen frozen) {
        return draws.takesPart(frozen.schemeNo());
    }

    /** Whether the platform has to be told what was drawn: it has, unless it drew itself. */
    boolean wantsResult(DrawFinished finished) {
        return !draws.drawsItself(finished.schemeNo());
    }

    byte[] render(Debt debt) {
        PlatformSheet sheet = draws.sheet(debt.key());
        byte[] document = Documents.json(new Document(
                sheet.drawNo(),
                sheet.schemeNo(),
                sheet.planNo(),
                sheet.mode(),
                sheet.manifestDigest(),
                Documents.time(sheet.frozenAt()),
                time(sheet.seedFrom()),
                time(sheet.seedUntil()),
                sheet.windowFrom().toString(),
                sheet.windowTo().toString(),
                sheet.shares(),
                sheet.teams(),
                sheet.people(),
                sheet.recusals()));
        if (document.length > LARGEST) {
            throw new Rejected("E-PROV-POOL-SIZE", "名单报文 " + document.length + " 字节，超过省平台上限，请把方案拆小");
        }
        return document;
    }

    private static String time(OffsetDateTime time) {
        return time == null ? null : Documents.time(time);
    }
}
