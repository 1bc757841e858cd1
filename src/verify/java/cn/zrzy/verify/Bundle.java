package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The opened bundle 证据包: every paper in it by name, and the few values that follow from several of them. */
final class Bundle {

    final byte[] container;
    final String now;
    final List<String> notes = new ArrayList<>();
    private final Archive archive;
    private final Rows rows;

    Bundle(byte[] container, String now) {
        this.container = container;
        this.now = now;
        this.archive = new Archive(container);
        this.rows = new Rows(archive);
    }

    Archive archive() {
        return archive;
    }

    boolean has(String name) {
        return archive.files.containsKey(name);
    }

    byte[] raw(String name) {
        return archive.raw(name);
    }

    <T> T once(String key, Supplier<T> make) {
        return archive.once(key, make);
    }

    List<Papers.Leaf> leaves(String name) {
        return rows.leaves(name);
    }

    byte[] signature(String name) {
        return rows.signature(name);
    }

    /** Reads any file of the bundle, for the sake of its form. */
    void read(String name) {
        switch (name) {
            case "seal.json" -> seal();
            case "rules.json" -> rules();
            case "manifest.json" -> manifest();
            case "seed.json" -> seed();
            case "secret.json" -> secret();
            case "result.json" -> result();
            case "objects.jsonl" -> subjects();
            case "inspectors.jsonl" -> inspectors();
            case "recusal.opened.jsonl" -> recusals();
            case "log.jsonl" -> log();
            case "redraws.jsonl" -> redraws();
            case "corrections.jsonl" -> corrections();
            case "result.objects.csv", "reserve.csv", "current.objects.csv" -> rows.picks(name);
            case "result.teams.csv", "current.teams.csv" -> rows.seats(name);
            case "objects.leaf", "inspectors.leaf", "recusal.leaf" -> rows.leaves(name);
            default -> {
                if (name.endsWith(".sm2") || name.endsWith(".ed25519")) {
                    rows.signature(name);
                } else {
                    raw(name);
                }
            }
        }
    }

    Papers.Seal seal() {
        return rows.json("seal.json", Papers.Seal::of);
    }

    String stage() {
        return seal().stage();
    }

    Manifest manifest() {
        return rows.json("manifest.json", Manifest::of);
    }

    boolean platform() {
        return manifest().platform();
    }

    Rules rules() {
        return rows.json("rules.json", Rules::of);
    }

    Papers.Seed seed() {
        return rows.json("seed.json", Papers.Seed::of);
    }

    Papers.Secret secret() {
        return rows.json("secret.json", Papers.Secret::of);
    }

    Papers.Result result() {
        return rows.json("result.json", Papers.Result::of);
    }

    List<Papers.Subject> subjects() {
        return rows.lines("objects.jsonl", Papers.Subject::of, (s, line) -> s.id());
    }

    List<Papers.Inspector> inspectors() {
        return rows.lines("inspectors.jsonl", Papers.Inspector::of, (i, line) -> i.id());
    }

    List<Papers.Recusal> recusals() {
        return rows.lines("recusal.opened.jsonl", Papers.Recusal::of, (r, line) -> line);
    }

    List<Papers.Entry> log() {
        return rows.lines("log.jsonl", Papers.Entry::of, null);
    }

    List<Papers.Redraw> redraws() {
        return rows.lines("redraws.jsonl", Papers.Redraw::of, (r, line) -> r.drawNo());
    }

    List<Papers.Correction> corrections() {
        return rows.lines("corrections.jsonl", Papers.Correction::of, null);
    }

    List<Papers.Pick> drawn() {
        return rows.picks("result.objects.csv");
    }

    List<Papers.Pick> reserve() {
        return platform() ? List.of() : rows.picks("reserve.csv");
    }

    List<Papers.Seat> teams() {
        return rows.seats("result.teams.csv");
    }

    /** H of the protocol: the hash that rules.json names. */
    byte[] h(byte[] message) {
        return rules().hash().of(message);
    }

    /** The seed that tickets use: for unannounced checks the public seed and the secret together. In mode P what it answered stands for one. */
    byte[] usedSeed() {
        return once("#seed", () -> {
            if (platform()) {
                return h(Hash.lengthPrefixed(
                        Text.utf8("SSJ/platform/v1"),
                        Text.utf8(manifest().drawNo()),
                        raw("result.objects.csv"),
                        raw("result.teams.csv")));
            }
            byte[] seed = Bits.unhex(seed().seed());
            return manifest().announced() ? seed : h(Hash.lengthPrefixed(seed, Bits.unhex(secret().secret())));
        });
    }

    byte[] binSalt() {
        return platform() ? new byte[32] : h(Hash.lengthPrefixed(Text.utf8("SSJ/salt/v1"), usedSeed()));
    }

    /** H(tag || used seed || u8 length || text …): object tickets and pair tickets. */
    byte[] ticket(String tag, String... texts) {
        byte[][] parts = new byte[2 + 2 * texts.length][];
        parts[0] = Text.utf8(tag);
        parts[1] = usedSeed();
        for (int i = 0; i < texts.length; i++) {
            byte[] raw = Text.utf8(texts[i]);
            parts[2 + 2 * i] = new byte[] {(byte) raw.length};
            parts[3 + 2 * i] = raw;
        }
        return h(Hash.join(parts));
    }
}
