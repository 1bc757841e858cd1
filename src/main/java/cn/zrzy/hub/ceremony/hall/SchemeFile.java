package cn.zrzy.hub.ceremony.hall;

import cn.zrzy.hub.ceremony.record.DrawCalls;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.ceremony.record.PlatformChecks;
import cn.zrzy.hub.ceremony.record.SealedSecrets;
import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.DrawLedger;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how a scheme's draw stands (方案与抽取进度): number, parties still to commit, deadlines, result. */
@Service("schemeFile")
class SchemeFile {

    private final Schemes schemes;
    private final DrawCalls calls;
    private final DrawLedger ledger;
    private final DrawResults results;
    private final PlatformChecks checks;
    private final SealedSecrets secrets;
    private final DrawSettings settings;

    SchemeFile(
            Schemes schemes,
            DrawCalls calls,
            DrawLedger ledger,
            DrawResults results,
            PlatformChecks checks,
            SealedSecrets secrets,
            DrawSettings settings) {
        this.schemes = schemes;
        this.calls = calls;
        this.ledger = ledger;
        this.results = results;
        this.checks = checks;
        this.secrets = secrets;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    SchemeSheet show(String schemeNo) {
        Scheme scheme = schemes.find(schemeNo)
                .orElseThrow(
                        () -> new Rejected("E-SCHEME-UNKNOWN", "没有编号为 " + schemeNo + " 的方案", Place.field("schemeNo")));
        if (scheme.drawNo() != null) {
            return frozen(scheme);
        }
        return calls.open()
                .filter(call -> call.schemeNo().equals(schemeNo))
                .map(call -> called(scheme, call.drawNo()))
                .orElseGet(() -> waiting(scheme));
    }

    private static SchemeSheet waiting(Scheme scheme) {
        return new SchemeSheet(
                scheme.schemeNo(),
                scheme.planNo(),
                scheme.state(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private SchemeSheet called(Scheme scheme, String drawNo) {
        boolean isKept = scheme.terms().unannounced();
        return new SchemeSheet(
                scheme.schemeNo(),
                scheme.planNo(),
                scheme.state(),
                drawNo,
                scheme.terms().drawMode().provable() ? settings.parties() : List.of(),
                calls.parties(drawNo).stream().map(SeedRecipe.Party::name).toList(),
                isKept ? settings.keepers() : null,
                isKept ? secrets.find(drawNo).isPresent() : null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private SchemeSheet frozen(Scheme scheme) {
        String drawNo = scheme.drawNo();
        DrawRequest request = ledger.frozen(drawNo).request();
        Optional<SealedSecrets.Sealed> kept = secrets.find(drawNo);
        return new SchemeSheet(
                scheme.schemeNo(),
                scheme.planNo(),
                scheme.state(),
                drawNo,
                null,
                null,
                kept.isPresent() ? settings.keepers() : null,
                null,
                request.recipe().revealDeadline(),
                request.recipe().sources(),
                kept.map(secret -> secret.secret() != null).orElse(null),
                kept.isPresent() ? request.disclosure().openAt() : null,
                results.current(drawNo).orElse(null),
                checks.find(drawNo).orElse(null));
    }
}
