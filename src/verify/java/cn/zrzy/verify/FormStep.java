package cn.zrzy.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Step 1: container, form of every file, list of files, seal. */
final class FormStep {

    private static final Set<String> SEALS = Set.of("seal.json", "seal.json.sm2", "seal.json.ed25519");

    private FormStep() {}

    static void check(Bundle b) {
        b.archive().unbroken();
        Refused.unless(Arrays.equals(Container.encode(b.archive().files), b.container), "E-ZIP", "bundle", "");
        b.seal();
        files(b);
        seal(b);
        b.archive().files.keySet().forEach(b::read);
        for (String name : List.of("rules.json", "seal.json", "seed.json", "secret.json", "result.json")) {
            if (b.has(name)) {
                String drawNo = switch (name) {
                    case "rules.json" -> b.rules().drawNo();
                    case "seal.json" -> b.seal().drawNo();
                    case "seed.json" -> b.seed().drawNo();
                    case "secret.json" -> b.secret().drawNo();
                    default -> b.result().drawNo();
                };
                Refused.unless(drawNo.equals(b.manifest().drawNo()), "E-FIELD", name, "drawNo");
            }
        }
    }

    private static void files(Bundle b) {
        Manifest m = b.manifest();
        Set<String> want = new TreeSet<>(List.of(
                "manifest.json",
                "manifest.json.sm2",
                "manifest.json.ed25519",
                "rules.json",
                "objects.jsonl",
                "objects.leaf",
                "inspectors.jsonl",
                "inspectors.leaf",
                "recusal.leaf",
                "log.jsonl",
                "redraws.jsonl",
                "corrections.jsonl"));
        want.addAll(SEALS);
        m.verifiers().forEach(v -> want.add(v.name()));
        Set<String> may = new HashSet<>();
        if (!m.stampAuthority().isEmpty()) {
            may.add("manifest.json.tsr");
        }
        boolean closable = !m.announced() && !m.platform();
        Refused.unless(closable || !b.stage().equals("SEALED"), "E-FILE", "seal.json", "nothing to keep closed");
        if (!b.stage().equals("FROZEN")) {
            want.addAll(List.of("result.json", "result.json.sm2", "result.json.ed25519"));
            if (!m.stampAuthority().isEmpty()) {
                may.add("result.json.tsr");
            }
            if (!m.platform()) {
                want.add("seed.json");
            }
        }
        if (b.stage().equals("DRAWN")) {
            want.addAll(List.of(
                    "result.objects.csv",
                    "result.teams.csv",
                    "eligibility.bin",
                    "recusal.opened.jsonl",
                    "current.objects.csv",
                    "current.teams.csv"));
            if (!m.platform()) {
                want.addAll(List.of("reserve.csv", "prices.bin"));
            }
            if (closable) {
                want.add("secret.json");
            }
        }
        Set<String> all = new TreeSet<>(want);
        all.addAll(b.archive().files.keySet());
        for (String name : all) {
            Refused.unless(b.has(name) && (want.contains(name) || may.contains(name)), "E-FILE", name, "");
        }
    }

    private static void seal(Bundle b) {
        Map<String, String> sealed = new HashMap<>();
        b.seal().files().forEach(f -> sealed.put(f.name(), f.sm3()));
        Map<String, CompletableFuture<String>> digests = new HashMap<>();
        b.archive()
                .files
                .forEach((name, raw) -> digests.put(name, CompletableFuture.supplyAsync(() -> Hash.SM3.hex(raw))));
        Set<String> all = new TreeSet<>(Text.BY_BYTES);
        all.addAll(sealed.keySet());
        all.addAll(digests.keySet());
        for (String name : all) {
            if (SEALS.contains(name) && !sealed.containsKey(name)) {
                continue;
            }
            boolean good = !SEALS.contains(name)
                    && b.has(name)
                    && digests.get(name).join().equals(sealed.get(name));
            Refused.unless(good, "E-SEAL", name, "");
        }
    }
}
