package cn.zrzy.hub.ceremony.platform;

import cn.zrzy.hub.ceremony.record.PlatformDraws;
import cn.zrzy.hub.ceremony.record.PlatformSheet;
import cn.zrzy.hub.ceremony.seed.SeedWindow;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down for the platform what was frozen (交平台的名单), from the evidence itself and not from today's registries. */
@Component
class PlatformPapers implements PlatformDraws {

    private final Schemes schemes;
    private final DrawLedger ledger;

    PlatformPapers(Schemes schemes, DrawLedger ledger) {
        this.schemes = schemes;
        this.ledger = ledger;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean drawsItself(String schemeNo) {
        return mode(schemeNo).equals("P");
    }

    @Override
    @Transactional(readOnly = true)
    public boolean takesPart(String schemeNo) {
        return !mode(schemeNo).equals("L");
    }

    @Override
    @Transactional(readOnly = true)
    public PlatformSheet sheet(String drawNo) {
        DrawLedger.Entry entry = ledger.find(drawNo)
                .orElseThrow(() -> new Rejected("E-DRAW-UNKNOWN", "没有抽取 " + drawNo, Place.field("drawNo")));
        FrozenDraw frozen = ledger.frozen(drawNo);
        DrawRequest request = frozen.request();
        Scheme scheme = schemes.find(request.scheme()).orElseThrow();
        boolean draws = !request.mode().provable();
        SeedWindow window = draws ? new SeedWindow(null, null) : SeedWindow.of(request.recipe());
        return new PlatformSheet(
                drawNo,
                scheme.schemeNo(),
                scheme.planNo(),
                request.mode().code(),
                entry.manifestSm3(),
                request.frozenAt(),
                window.from(),
                window.until(),
                request.rules().inspectionFrom(),
                request.rules().inspectionTo(),
                draws ? shares(frozen) : List.of(),
                draws ? teams(request) : List.of(),
                draws ? people(request) : List.of(),
                draws ? recusals(request) : List.of());
    }

    private String mode(String schemeNo) {
        return schemes.find(schemeNo).map(scheme -> scheme.terms().mode()).orElse("L");
    }

    private static List<PlatformSheet.Share> shares(FrozenDraw frozen) {
        Map<String, List<PoolSubject>> members = Draws.members(frozen);
        return frozen.strata().stream()
                .filter(stratum -> stratum.quota() > 0)
                .map(stratum -> new PlatformSheet.Share(
                        stratum.code(),
                        stratum.item(),
                        stratum.quota(),
                        expertise(frozen.request(), stratum),
                        members.get(stratum.code()).stream()
                                .map(subject -> new PlatformSheet.Member(subject.id(), subject.region()))
                                .toList()))
                .toList();
    }

    private static List<String> expertise(DrawRequest request, Stratum stratum) {
        return request.rules().items().stream()
                .filter(item -> item.code().equals(stratum.item()))
                .findFirst()
                .map(DrawItem::expertise)
                .orElseThrow();
    }

    private static List<PlatformSheet.Team> teams(DrawRequest request) {
        return request.rules().teams().stream()
                .map(team -> new PlatformSheet.Team(
                        team.name(),
                        team.items(),
                        team.size(),
                        team.roles().stream()
                                .map(role -> new PlatformSheet.Role(
                                        role.name(),
                                        role.dept(),
                                        role.leader(),
                                        role.expertise(),
                                        role.least(),
                                        role.most()))
                                .toList()))
                .toList();
    }

    private static List<PlatformSheet.Person> people(DrawRequest request) {
        return request.inspectors().stream()
                .map(person -> new PlatformSheet.Person(
                        person.id(),
                        person.dept(),
                        person.leader(),
                        person.regions(),
                        person.expertise(),
                        person.cap()))
                .toList();
    }

    private static List<PlatformSheet.Pair> recusals(DrawRequest request) {
        return request.recusals().stream()
                .map(pair -> new PlatformSheet.Pair(pair.inspectorId(), pair.subjectId()))
                .toList();
    }
}
