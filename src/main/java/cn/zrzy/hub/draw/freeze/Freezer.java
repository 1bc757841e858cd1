package cn.zrzy.hub.draw.freeze;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.JcsReader;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Stamps;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.lottery.Quotas;
import cn.zrzy.hub.draw.mode.ModeRules;
import cn.zrzy.hub.draw.model.Disclosure;
import cn.zrzy.hub.draw.model.DrawRequest;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.FrozenDraw;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.PoolSubject;
import cn.zrzy.hub.draw.model.PublicKeys;
import cn.zrzy.hub.draw.model.Recusal;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.model.VerifierFile;
import cn.zrzy.hub.draw.paper.Evidence;
import cn.zrzy.hub.draw.paper.ManifestPaper;
import cn.zrzy.hub.draw.paper.PoolLines;
import cn.zrzy.hub.draw.paper.Provenance;
import cn.zrzy.hub.draw.paper.RulesPaper;
import cn.zrzy.hub.draw.paper.Signatures;
import cn.zrzy.hub.draw.paper.SigningRing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** 冻结: from a request to the signed T0 files, and back from the kept files. */
public final class Freezer {

    private static final Set<String> TAKEN =
            Set.of("manifest.json", "rules.json", "seal.json", "seed.json", "result.json", "secret.json", "prices.bin");

    private Freezer() {}

    public static FrozenDraw freeze(DrawRequest given, SigningRing ring) {
        DrawRequest request = normalised(given);
        Signatures signatures = ring.current();
        FrozenDraw frozen = papers(request, signatures.keys());
        Evidence.sign(frozen.files(), "manifest.json", signatures);
        return frozen;
    }

    /** Everything that can be refused is refused here, before a byte is made. */
    private static DrawRequest normalised(DrawRequest q) {
        if (q.drawNo() == null || !Words.DRAW_NO.matcher(q.drawNo()).matches()) {
            throw Refusal.field("E-DRAW-NO", "抽取编号应形如 XC-2026-0001", "drawNo");
        }
        for (String word : List.of(q.campaign(), q.scheme(), q.software(), q.stampAuthority())) {
            String fault = Words.textFault(word);
            if (!fault.isEmpty()) {
                throw Refusal.field(Words.code(fault, "E-DRAW-WORD"), fault, "manifest");
            }
        }
        if (!Bytes.isHex(q.logHead(), 64)) {
            throw Refusal.field("E-DRAW-LOG-HEAD", "日志链头应为64位十六进制", "logHead");
        }
        verifiers(q.verifiers());
        disclosure(q);
        new RuleCheck(q.rules()).run();
        DrawRules rules = RulesOrder.sorted(q.rules());
        if (q.frozenAt().toLocalDate().isAfter(rules.inspectionFrom())) {
            throw Refusal.field("E-DRAW-DATES", "检查开始日期早于冻结时间", "inspectionFrom");
        }
        ModeRules.of(q.mode()).admit(q);
        PoolCheck check = new PoolCheck(rules);
        List<PoolSubject> subjects = check.subjects(q.subjects());
        List<PoolInspector> inspectors = check.inspectors(q.inspectors());
        return with(q, subjects, inspectors, check.recusals(q.recusals(), subjects, inspectors), rules);
    }

    private static DrawRequest with(
            DrawRequest q,
            List<PoolSubject> subjects,
            List<PoolInspector> inspectors,
            List<Recusal> recusals,
            DrawRules rules) {
        return new DrawRequest(
                q.drawNo(),
                q.campaign(),
                q.scheme(),
                q.mode(),
                q.annual(),
                subjects,
                inspectors,
                recusals,
                rules,
                q.recipe(),
                q.disclosure(),
                q.frozenAt(),
                q.logHead(),
                q.software(),
                q.stampAuthority(),
                q.verifiers());
    }

    private static void verifiers(List<VerifierFile> files) {
        Set<String> names = new HashSet<>(TAKEN);
        for (VerifierFile file : files) {
            if (!file.name().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                    || file.name().matches(".*\\.(leaf|jsonl|csv|sm2|ed25519|tsr|bin)")
                    || !names.add(file.name())) {
                throw Refusal.field("E-DRAW-VERIFIER", "验证程序文件名不合规或重复", file.name());
            }
        }
    }

    private static void disclosure(DrawRequest q) {
        Disclosure d = q.disclosure();
        boolean sound = d.announced()
                ? d.openAt() == null && d.secretHash().isEmpty()
                : d.openAt() != null && Bytes.isHex(d.secretHash(), 64) && Stamps.before(q.frozenAt(), d.openAt());
        if (!sound) {
            throw Refusal.field("E-DRAW-DISCLOSURE", "不预告的抽取须有密封值和公开日期，预告的不得有", "disclosure");
        }
    }

    private static FrozenDraw papers(DrawRequest q, PublicKeys keys) {
        List<Stratum> strata = new Quotas(q.rules()).strata(q.subjects());
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<String> objects =
                q.subjects().parallelStream().map(PoolLines::line).toList();
        List<String> people = q.inspectors().stream().map(PoolLines::line).toList();
        List<String> recusals = q.recusals().stream().map(PoolLines::line).toList();
        Map<String, List<String>> roots = new TreeMap<>();
        roots.put("objects", leaves(files, "objects.leaf", objects));
        roots.put("inspectors", leaves(files, "inspectors.leaf", people));
        roots.put("recusals", leaves(files, "recusal.leaf", recusals));
        files.put("objects.jsonl", Evidence.lines(objects));
        files.put("inspectors.jsonl", Evidence.lines(people));
        files.put("rules.json", RulesPaper.write(q.drawNo(), q.rules(), strata));
        files.put("manifest.json", ManifestPaper.write(q, roots, files.get("rules.json"), keys));
        return new FrozenDraw(q, strata, files, Evidence.lines(recusals));
    }

    private static List<String> leaves(SortedMap<String, byte[]> files, String name, List<String> lines) {
        Evidence.Leaves leaves = Evidence.Leaves.of(lines);
        files.put(name, leaves.file());
        return leaves.roots();
    }

    /** Freezing is a function, so reading back is reading, freezing again and comparing every byte. */
    public static FrozenDraw thaw(
            String drawNo, SortedMap<String, byte[]> files, byte[] recusalLines, SigningRing ring, List<String> log) {
        try {
            Signatures signatures = new Provenance(drawNo, files, log).manifest(ring);
            FrozenDraw again = again(files, recusalLines, signatures.keys());
            for (String name : Provenance.SIGNED_MANIFEST) {
                again.files().put(name, files.get(name));
            }
            return again;
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.of("E-DRAW-EVIDENCE", "保存的证据读不出来，可能被改动");
        }
    }

    private static FrozenDraw again(SortedMap<String, byte[]> files, byte[] recusalLines, PublicKeys keys) {
        Map<String, Object> manifest = JcsReader.document(files.get("manifest.json"), "manifest.json");
        DrawRules rules = RulesPaper.read(JcsReader.document(files.get("rules.json"), "rules.json"));
        DrawRequest request = ManifestPaper.read(
                manifest,
                JcsReader.lines(files.get("objects.jsonl")).parallelStream()
                        .map(PoolLines::subject)
                        .toList(),
                JcsReader.lines(files.get("inspectors.jsonl")).stream()
                        .map(PoolLines::inspector)
                        .toList(),
                JcsReader.lines(recusalLines).stream().map(PoolLines::recusal).toList(),
                rules);
        FrozenDraw again = papers(request, keys);
        again.files().forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, files.get(name))) {
                throw Refusal.at("E-DRAW-EVIDENCE", "保存的证据与清单不符，可能被改动", name, 0);
            }
        });
        return again;
    }
}
