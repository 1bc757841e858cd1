package cn.zrzy.hub.draw.paper;

import static cn.zrzy.hub.draw.paper.PoolLines.text;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawMode;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.PublicKeys;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.model.SeedRecipe;
import cn.zrzy.hub.draw.model.VerifierFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** manifest.json, both ways. */
public final class ManifestPaper {

    static final String PROTOCOL = "draw-protocol/1";

    private ManifestPaper() {}

    /** @param roots name of the pool (inspectors, objects, recusals) to its pair of roots */
    public static byte[] write(DrawRequest q, Map<String, List<String>> roots, byte[] rules, PublicKeys keys) {
        Map<String, Object> paper = new HashMap<>();
        paper.put("annual", q.annual());
        paper.put("campaign", q.campaign());
        paper.put(
                "counts",
                Map.of(
                        "excluded",
                        excluded(q),
                        "inspectors",
                        q.inspectors().size(),
                        "objects",
                        q.subjects().size(),
                        "recusals",
                        q.recusals().size()));
        Disclosure d = q.disclosure();
        paper.put(
                "disclosure",
                Map.of("announced", d.announced(), "openAt", Stamps.text(d.openAt()), "secret", d.secretHash()));
        paper.put("drawNo", q.drawNo());
        paper.put("frozenAt", Stamps.text(q.frozenAt()));
        paper.put("keys", Map.of("ed25519", keys.ed25519(), "sm2", keys.sm2()));
        paper.put("logHead", q.logHead());
        paper.put("mode", q.mode().code());
        paper.put("protocol", PROTOCOL);
        paper.put("roots", roots);
        paper.put("rules", Evidence.pair(rules));
        paper.put("scheme", q.scheme());
        SeedRecipe s = q.recipe();
        paper.put(
                "seed",
                Map.of(
                        "demand",
                        s.demandDecibits(),
                        "parties",
                        RulesPaper.rows(s.parties(), p -> List.of(p.name(), p.commitment())),
                        "revealDeadline",
                        Stamps.text(s.revealDeadline()),
                        "sources",
                        RulesPaper.rows(
                                s.sources(),
                                o -> List.of(o.name(), o.kind().name(), o.detail(), Stamps.text(o.eventTime())))));
        paper.put("software", q.software());
        paper.put("stampAuthority", q.stampAuthority());
        paper.put("verifiers", RulesPaper.rows(q.verifiers(), v -> List.of(v.name(), v.sm3(), v.sha256())));
        return Jcs.document(paper);
    }

    private static List<List<Object>> excluded(DrawRequest q) {
        Map<String, Integer> counts = new TreeMap<>(Bytes.ORDER);
        q.subjects().stream()
                .filter(s -> !s.exclusionCode().isEmpty())
                .forEach(s -> counts.merge(s.exclusionCode(), 1, Integer::sum));
        return RulesPaper.rows(List.copyOf(counts.entrySet()), e -> List.of(e.getKey(), e.getValue()));
    }

    /** The request as it was frozen; pool and rules come from their own files. */
    @SuppressWarnings("unchecked")
    public static DrawRequest read(
            Map<String, Object> m,
            List<PoolSubject> subjects,
            List<PoolInspector> inspectors,
            List<Recusal> recusals,
            DrawRules rules) {
        Map<String, Object> seed = (Map<String, Object>) m.get("seed");
        Map<String, Object> disclosure = (Map<String, Object>) m.get("disclosure");
        return new DrawRequest(
                (String) m.get("drawNo"),
                (String) m.get("campaign"),
                (String) m.get("scheme"),
                DrawMode.of((String) m.get("mode")),
                m.get("annual").equals(1L),
                subjects,
                inspectors,
                recusals,
                rules,
                new SeedRecipe(
                        RulesPaper.read(seed, "parties", f -> new SeedRecipe.Party(text(f, 0), text(f, 1))),
                        Stamps.time(seed.get("revealDeadline")),
                        RulesPaper.read(
                                seed,
                                "sources",
                                f -> new SeedRecipe.Source(
                                        text(f, 0),
                                        SeedRecipe.Kind.valueOf(text(f, 1)),
                                        text(f, 2),
                                        Stamps.time(f.get(3)))),
                        ((Long) seed.get("demand")).intValue()),
                new Disclosure(disclosure.get("announced").equals(1L), Stamps.time(disclosure.get("openAt")), (String)
                        disclosure.get("secret")),
                Stamps.time(m.get("frozenAt")),
                (String) m.get("logHead"),
                (String) m.get("software"),
                (String) m.get("stampAuthority"),
                RulesPaper.read(m, "verifiers", f -> new VerifierFile(text(f, 0), text(f, 1), text(f, 2))));
    }
}
