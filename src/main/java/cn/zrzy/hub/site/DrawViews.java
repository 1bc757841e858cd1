package cn.zrzy.hub.site;

import cn.zrzy.hub.catalog.Catalog;
import cn.zrzy.hub.catalog.InspectionItem;
import cn.zrzy.hub.ceremony.hall.DrawPhases;
import cn.zrzy.hub.ceremony.record.DrawResults;
import cn.zrzy.hub.draw.Draws;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.outcome.Correction;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Masking;
import cn.zrzy.hub.plan.Scheme;
import cn.zrzy.hub.plan.Schemes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a dossier into the words of its page: scheme and item names, what is awaited, what came, who was drawn. */
@Component
class DrawViews {

    private final Schemes schemes;
    private final DrawResults results;
    private final Catalog catalog;
    private final DrawPhases phases;

    DrawViews(Schemes schemes, DrawResults results, Catalog catalog, DrawPhases phases) {
        this.schemes = schemes;
        this.results = results;
        this.catalog = catalog;
        this.phases = phases;
    }

    DrawView of(Dossier dossier) {
        Scheme scheme = schemes.find(dossier.entry().scheme()).orElse(null);
        DrawRequest request = dossier.frozen().request();
        String drawNo = dossier.entry().drawNo();
        Names names = dossier.current() == null
                ? Names.NONE
                : Names.of(Stream.concat(results.find(drawNo).stream(), results.current(drawNo).stream()));
        ResultLines lines = new ResultLines(dossier, names);
        SeedLines seed = new SeedLines(dossier);
        return new DrawView(
                dossier,
                state(dossier),
                title(dossier.entry().scheme()),
                scheme,
                request.rules().items().stream()
                        .map(item -> item(item, request.rules()))
                        .toList(),
                dossier.frozen().strata().stream().map(DrawViews::layer).toList(),
                seed.sources(),
                seed.parties(),
                lines.results(),
                lines.reserves(),
                dossier.corrections().stream()
                        .map(c -> change(c, request.rules(), names))
                        .toList(),
                dossier.outcome() == null
                        ? List.of()
                        : Draws.deferred(dossier.frozen(), dossier.outcome()).stream()
                                .map(id -> (names.subject(id) + " " + id).strip())
                                .toList(),
                fingerprints(dossier.frozen()),
                request.verifiers());
    }

    /** 方案名称, or its number where the plan room does not know it. */
    String title(String schemeNo) {
        return schemes.find(schemeNo).map(Scheme::name).orElse(schemeNo);
    }

    String state(Dossier dossier) {
        if (dossier.voided() != null) {
            return "VOID";
        }
        if (dossier.outcome() != null) {
            return dossier.closed() ? "SEALED" : "DRAWN";
        }
        return phases.unheld(dossier.frozen()).name();
    }

    private static List<DrawView.Fingerprint> fingerprints(FrozenDraw frozen) {
        byte[] manifest = frozen.files().get("manifest.json");
        List<DrawView.Fingerprint> prints = new ArrayList<>();
        prints.add(new DrawView.Fingerprint("manifest", Digest.sm3(manifest), Digest.sha256(manifest)));
        for (String pool : List.of("objects", "inspectors", "recusals")) {
            List<String> root = frozen.roots().get(pool);
            prints.add(new DrawView.Fingerprint(pool, root.get(0), root.get(1)));
        }
        return prints;
    }

    private DrawView.Item item(DrawItem item, DrawRules rules) {
        String basis = catalog.find(item.code(), rules.inspectionFrom())
                .map(InspectionItem::basis)
                .orElse("");
        return new DrawView.Item(item.code(), item.title(), item.key(), basis);
    }

    private static DrawView.Layer layer(Stratum s) {
        String ratio = percent(BigDecimal.valueOf(s.basisPoints(), 2));
        BigDecimal share =
                BigDecimal.valueOf(s.quota() * 100L).divide(BigDecimal.valueOf(s.members()), 2, RoundingMode.HALF_UP);
        return new DrawView.Layer(
                ResultLines.words(s.code()), ratio, s.members(), s.quota(), s.reserve(), percent(share));
    }

    private static String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString() + "%";
    }

    private static DrawView.Change change(Correction c, DrawRules rules, Names names) {
        return new DrawView.Change(
                c.no(),
                c.at(),
                c.kind().name(),
                (names.subject(c.subjectId()) + " " + c.subjectId()).strip(),
                c.inspectorId(),
                meaning(c.code(), rules),
                Masking.text(c.reason()),
                c.approver());
    }

    /** An exclusion code means what this draw's rules say; the codes about a team mean the same in every draw. */
    private static String meaning(String code, DrawRules rules) {
        return switch (code) {
            case "RECUSED" -> "回避";
            case "ABSENT" -> "因故不能参加";
            case "UNFIT" -> "检查组不合规则";
            default ->
                rules.exclusions().stream()
                        .filter(reason -> reason.code().equals(code))
                        .map(DrawRules.ExclusionReason::meaning)
                        .findFirst()
                        .orElse(code);
        };
    }
}
