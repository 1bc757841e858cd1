package cn.zrzy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The lines of the files, each read into its record once (docs/draw/bundle-format.md §1). */
final class Rows {

    static final String PICKS = "stratum,rank,object,ticket";
    static final String SEATS = "object,role,inspector,ticket";

    private static final Pattern RANK = Pattern.compile("0|[1-9][0-9]{0,9}");

    private final Archive archive;

    Rows(Archive archive) {
        this.archive = archive;
    }

    private List<String> texts(String name, String code) {
        return Text.lines(archive.raw(name), name, code);
    }

    <T> T json(String name, Function<Object, T> reader) {
        return archive.once(name, () -> {
            List<String> lines = texts(name, "E-JSON");
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

    /** @param key what the lines are sorted by, null for none */
    @SuppressWarnings("unchecked")
    <T> List<T> lines(String name, BiFunction<Object, String, T> reader, BiFunction<T, String, String> key) {
        return archive.once(name, () -> {
            List<String> lines = texts(name, "E-JSON");
            // Rows are read side by side and judged in order, so that the first fault stays the first.
            List<Object> rows = Cores.range(lines.size())
                    .mapToObj(i -> row(lines.get(i), name + ":" + (i + 1), reader))
                    .toList();
            String before = null;
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof Refused fault) {
                    throw fault;
                }
                String now = key == null ? null : key.apply((T) rows.get(i), lines.get(i));
                if (before != null) {
                    int c = Text.BY_BYTES.compare(before, now);
                    Refused.unless(c < 0, c == 0 ? "E-DUP" : "E-SORT", name + ":" + (i + 1), "");
                }
                before = now;
            }
            return (List<T>) rows;
        });
    }

    private <T> List<T> csv(String name, String head, Function<String[], T> reader) {
        return archive.once(name, () -> {
            List<String> lines = texts(name, "E-FIELD");
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

    List<Papers.Pick> picks(String name) {
        return csv(name, PICKS, f -> {
            boolean good = !f[0].isEmpty() && RANK.matcher(f[1]).matches() && Text.isSubject(f[2]) && ticket(f[3]);
            return good ? new Papers.Pick(f[0], f[1], f[2], f[3]) : null;
        });
    }

    List<Papers.Seat> seats(String name) {
        return csv(name, SEATS, f -> {
            boolean good = Text.isSubject(f[0]) && Text.isWord(f[1]) && Text.isInspector(f[2]) && ticket(f[3]);
            return good ? new Papers.Seat(f[0], f[1], f[2], f[3]) : null;
        });
    }

    private static boolean ticket(String s) {
        return s.isEmpty() || Text.isHex(s);
    }

    List<Papers.Leaf> leaves(String name) {
        return archive.once(name, () -> {
            List<String> lines = texts(name, "E-FIELD");
            List<Papers.Leaf> out = Cores.range(lines.size())
                    .mapToObj(i -> Papers.Leaf.of(lines.get(i)))
                    .toList();
            for (int i = 0; i < out.size(); i++) {
                Refused.unless(out.get(i) != null, "E-FIELD", name + ":" + (i + 1), "");
            }
            return out;
        });
    }

    byte[] signature(String name) {
        return archive.once(name, () -> {
            List<String> lines = texts(name, "E-FIELD");
            boolean good = lines.size() == 1 && Text.isHex(lines.get(0), 128);
            Refused.unless(good, "E-FIELD", name, "");
            return Bits.unhex(lines.get(0));
        });
    }
}
