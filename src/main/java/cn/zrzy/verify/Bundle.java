package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The opened bundle 证据包: raw files, and their content read once. A file that cannot be read throws the same fault for
 * every step that needs it, so no step turns green over a file that it never saw.
 */
final class Bundle {

    static final String PICKS = "stratum,rank,object,ticket";
    static final String SEATS = "object,role,inspector,ticket";

    final byte[] container;
    final String now;
    final List<String> notes = new ArrayList<>();
    final SortedMap<String, byte[]> files;
    private final Refused broken;
    private final Map<String, Object> read = new HashMap<>();

    Bundle(byte[] container, String now) {
        this.container = container;
        this.now = now;
        SortedMap<String, byte[]> entries = new TreeMap<>();
        Refused fault = null;
        try {
            entries = Container.entries(container);
        } catch (Refused e) {
            fault = e;
        }
        this.files = entries;
        this.broken = fault;
    }

    boolean readable() {
        return broken != null || files.containsKey("manifest.json");
    }

    void unbroken() {
        if (broken != null) {
            throw broken;
        }
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] raw(String name) {
        unbroken();
        Refused.unless(has(name), "E-FILE", name, "missing");
        return files.get(name);
    }

    /** Computes once; a fault is kept and thrown again. */
    @SuppressWarnings("unchecked")
    <T> T once(String key, Supplier<T> make) {
        if (!read.containsKey(key)) {
            try {
                read.put(key, make.get());
            } catch (Refused e) {
                read.put(key, e);
            }
        }
        if (read.get(key) instanceof Refused e) {
            throw e;
        }
        return (T) read.get(key);
    }

    private <T> T json(String name, Function<Object, T> reader) {
        return once(name, () -> {
            List<String> lines = Text.lines(raw(name), name, "E-JSON");
            Refused.unless(lines.size() == 1, "E-JSON", name, "one line expected");
            return reader.apply(CanonicalJson.read(lines.get(0), name));
        });
    }

    private static Object row(String line, String place, BiFunction<Object, String, ?> reader) {
        try {
            return reader.apply(CanonicalJson.read(line, place), place);
        } catch (Refused fault) {
            return fault;
        }
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> lines(String name, BiFunction<Object, String, T> reader, BiFunction<T, String, String> key) {
        return once(name, () -> {
            List<String> lines = Text.lines(raw(name), name, "E-JSON");
            // Rows are read in parallel and judged in order, so that the first fault stays the first.
            List<Object> rows = IntStream.range(0, lines.size())
                    .parallel()
                    .mapToObj(i -> row(lines.get(i), name + ":" + (i + 1), reader))
                    .toList();
            List<T> out = new ArrayList<>();
            String before = null;
            for (Object read : rows) {
                if (read instanceof Refused fault) {
                    throw fault;
                }
                T row = (T) read;
                String now = key == null ? null : key.apply(row, lines.get(out.size()));
                if (before != null) {
                    int c = Text.BY_BYTES.compare(before, now);
                    Refused.unless(c < 0, c == 0 ? "E-DUP" : "E-SORT", name + ":" + (out.size() + 1), "");
                }
                before = now;
                out.add(row);
            }
            return out;
        });
    }

    private <T> List<T> csv(String name, String head, Function<String[], T> reader) {
        return once(name, () -> {
            List<String> lines = Text.lines(raw(name), name, "E-FIELD");
            Refused.unless(!lines.isEmpty() && lines.get(0).equals(head), "E-FIELD", name + ":1", "");
            List<T> out = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] f = line.split(",", -1);
                T row = f.length == 4 && line.chars().noneMatch(c -> c < 32 || c == 127) ? reader.apply(f) : null;
                Refused.unless(row != null, "E-FIELD", name + ":" + (out.size() + 2), "");
                out.add(row);
            }
            return out;
        });
    }

    private List<Papers.Pick> picks(String name) {
        return csv(name, PICKS, f -> {
            boolean good = !f[0].isEmpty() && f[1].matches("0|[1-9][0-9]{0,9}") && Text.isSubject(f[2]) && ticket(f[3]);
            return good ? new Papers.Pick(f[0], f[1], f[2], f[3]) : null;
        });
    }

    private List<Papers.Seat> seats(String name) {
        return csv(name, SEATS, f -> {
            boolean good = Text.isSubject(f[0]) && Text.isWord(f[1]) && Text.isInspector(f[2]) && ticket(f[3]);
            return good ? new Papers.Seat(f[0], f[1], f[2], f[3]) : null;
        });
    }

    private static boolean ticket(String s) {
        return s.isEmpty() || Text.isHex(s);
    }

    List<Papers.Leaf> leaves(String name) {
        return once(name, () -> {
            List<Papers.Leaf> out = new ArrayList<>();
            for (String line : Text.lines(raw(name), name, "E-FIELD")) {
                boolean good = line.matches("[0-9a-f]{64} [0-9a-f]{64}");
                Refused.unless(good, "E-FIELD", name + ":" + (out.size() + 1), "");
                out.add(new Papers.Leaf(line.substring(0, 64), line.substring(65)));
            }
            return out;
        });
    }

    byte[] signature(String name) {
        return once(name, () -> {
            List<String> lines = Text.lines(raw(name), name, "E-FIELD");
            boolean good = lines.size() == 1 && lines.get(0).matches("[0-9a-f]{128}");
            Refused.unless(good, "E-FIELD", name, "");
            return Bits.unhex(lines.get(0));
        });
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
            case "result.objects.csv", "reserve.csv", "current.objects.csv" -> picks(name);
            case "result.teams.csv", "current.teams.csv" -> seats(name);
            case "objects.leaf", "inspectors.leaf", "recusal.leaf" -> leaves(name);
            default -> {
                if (name.endsWith(".sm2") || name.endsWith(".ed25519")) {
                    signature(name);
                } else {
                    raw(name);
                }
            }
        }
    }

    Papers.Seal seal() {
        return json("seal.json", Papers.Seal::of);
    }

    String stage() {
        return seal().stage();
    }

    Manifest manifest() {
        return json("manifest.json", Manifest::of);
    }

    boolean platform() {
        return manifest().platform();
    }

    Rules rules() {
        return json("rules.json", Rules::of);
    }

    Papers.Seed seed() {
        return json("seed.json", Papers.Seed::of);
    }

    Papers.Secret secret() {
        return json("secret.json", Papers.Secret::of);
    }

    Papers.Result result() {
        return json("result.json", Papers.Result::of);
    }

    List<Papers.Subject> subjects() {
        return lines("objects.jsonl", Papers.Subject::of, (s, line) -> s.id());
    }

    List<Papers.Inspector> inspectors() {
        return lines("inspectors.jsonl", Papers.Inspector::of, (i, line) -> i.id());
    }

    List<Papers.Recusal> recusals() {
        return lines("recusal.opened.jsonl", Papers.Recusal::of, (r, line) -> line);
    }

    List<Papers.Entry> log() {
        return lines("log.jsonl", Papers.Entry::of, null);
    }

    List<Papers.Redraw> redraws() {
        return lines("redraws.jsonl", Papers.Redraw::of, (r, line) -> r.drawNo());
    }

    List<Papers.Correction> corrections() {
        return lines("corrections.jsonl", Papers.Correction::of, null);
    }

    List<Papers.Pick> drawn() {
        return picks("result.objects.csv");
    }

    List<Papers.Pick> reserve() {
        return platform() ? List.of() : picks("reserve.csv");
    }

    List<Papers.Seat> teams() {
        return seats("result.teams.csv");
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
        byte[] message = Hash.join(Text.utf8(tag), usedSeed());
        for (String text : texts) {
            byte[] raw = Text.utf8(text);
            message = Hash.join(message, new byte[] {(byte) raw.length}, raw);
        }
        return h(message);
    }

    /** Stratum code → item and members, for every subject that counts. */
    Map<String, Members> members() {
        return once("#members", () -> {
            Map<String, Members> out = new LinkedHashMap<>();
            for (Papers.Subject s : subjects()) {
                strataOf(s)
                        .forEach((code, item) -> out.computeIfAbsent(code, c -> new Members(item, new ArrayList<>()))
                                .ids()
                                .add(s.id()));
            }
            return out;
        });
    }

    record Members(String item, List<String> ids) {}

    /** Stratum code → item, in the order of the subject's items. */
    Map<String, String> strataOf(Papers.Subject s) {
        Map<String, String> out = new LinkedHashMap<>();
        if (s.exclusion().isEmpty()) {
            StringBuilder tail = new StringBuilder();
            for (String word : rules().stratifyBy()) {
                tail.append('|').append(part(s, word));
            }
            Set<String> known = once(
                    "#items",
                    () -> new HashSet<>(
                            rules().items().stream().map(Rules.Item::code).toList()));
            s.items().stream().filter(known::contains).forEach(item -> out.put(item + tail, item));
        }
        return out;
    }

    private static String part(Papers.Subject s, String word) {
        return switch (word) {
            case "class" -> s.creditClass();
            case "region" -> s.region();
            case "type" -> s.type();
            default -> s.categories().isEmpty() ? "-" : String.join("+", s.categories());
        };
    }
}
