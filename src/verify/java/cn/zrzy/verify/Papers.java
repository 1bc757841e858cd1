package cn.zrzy.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the files of a bundle say, one record a file or line; each is read by {@link Fields} and so well formed. */
final class Papers {

    private Papers() {}

    record Digested(String name, String sm3) {}

    record Seal(String drawNo, List<Digested> files, String stage) {
        static Seal of(Object json) {
            Fields f = new Fields(json, "seal.json", "drawNo", "files", "stage");
            Seal seal = new Seal(
                    f.text(Text::isDrawNo),
                    f.rows(2, r -> new Digested(r.some(), r.hex())),
                    f.oneOf("FROZEN", "SEALED", "DRAWN"));
            ordered(seal.files.stream().map(Digested::name).toList(), "seal.json");
            return seal;
        }
    }

    record Subject(
            String id,
            String type,
            String region,
            List<String> categories,
            String creditClass,
            List<String> items,
            String exclusion,
            long checks) {
        static Subject of(Object row, String place) {
            Fields f = new Fields(row, 9, place);
            Subject s = new Subject(
                    f.text(Text::isSubject),
                    f.word(),
                    f.text(Text::isRegion),
                    f.set(Text::isWord),
                    f.word(),
                    f.set(Text::isWord),
                    f.textOrEmpty(Text::isWord),
                    f.number());
            f.hex();
            f.need(!s.items.isEmpty());
            return s;
        }
    }

    record Inspector(
            String id,
            String dept,
            List<String> regions,
            List<String> expertise,
            String validTo,
            boolean leader,
            long cap,
            long prior) {
        static Inspector of(Object row, String place) {
            Fields f = new Fields(row, 9, place);
            Inspector i = new Inspector(
                    f.text(Text::isInspector),
                    f.word(),
                    f.set(Text::isRegion),
                    f.set(Text::isWord),
                    f.text(Text::isDate),
                    f.flag(),
                    f.number(0, 1000),
                    f.number(0, 1000));
            f.hex();
            f.need(!i.regions.isEmpty());
            return i;
        }
    }

    record Recusal(String inspector, String subject) {
        static Recusal of(Object row, String place) {
            Fields f = new Fields(row, 3, place);
            Recusal r = new Recusal(f.text(Text::isInspector), f.text(Text::isSubject));
            f.hex();
            return r;
        }
    }

    record Entry(long seq, String at, String kind, String drawNo, String document, String prev) {
        static Entry of(Object row, String place) {
            Fields f = new Fields(row, 6, place);
            return new Entry(
                    f.number(1, Long.MAX_VALUE),
                    f.text(Text::isTime),
                    f.oneOf("frozen", "seed", "result", "void", "correction", "opened"),
                    f.text(Text::isDrawNo),
                    f.hex(),
                    f.hex());
        }
    }

    record Redraw(String drawNo, String at, String scheme) {
        static Redraw of(Object row, String place) {
            Fields f = new Fields(row, 6, place);
            String drawNo = f.text(Text::isDrawNo);
            String at = f.text(Text::isTime);
            f.some();
            f.some();
            f.hexOrEmpty();
            return new Redraw(drawNo, at, f.text());
        }
    }

    record Correction(long no, String at, String kind, String subject, String inspector, String code) {
        static Correction of(Object row, String place) {
            Fields f = new Fields(row, 9, place);
            Correction c = new Correction(
                    f.number(1, Long.MAX_VALUE),
                    f.text(Text::isTime),
                    f.oneOf("exclude", "recuse", "reseat"),
                    f.text(Text::isSubject),
                    f.textOrEmpty(Text::isInspector),
                    f.word());
            f.some();
            f.some();
            f.hexOrEmpty();
            return c;
        }
    }

    record Seen(String name, String value, String at, String evidence, String origin) {}

    record Entered(String name, String typist, String witness) {}

    /** @param entered who typed in what; the key is there only when used */
    record Seed(
            long decibits,
            String drawNo,
            List<Entered> entered,
            List<String> missing,
            List<Seen> reveals,
            String seed,
            List<Seen> sources) {
        static Seed of(Object json) {
            boolean people = json instanceof Map<?, ?> map && map.containsKey("entered");
            Fields f = people
                    ? new Fields(
                            json, "seed.json", "decibits", "drawNo", "entered", "missing", "reveals", "seed", "sources")
                    : new Fields(json, "seed.json", "decibits", "drawNo", "missing", "reveals", "seed", "sources");
            return new Seed(
                    f.number(),
                    f.text(Text::isDrawNo),
                    people ? hands(f) : List.of(),
                    f.texts(Text::isWord),
                    f.rows(4, r -> new Seen(r.word(), r.hexOrEmpty(), r.textOrEmpty(Text::isTime), r.hexOrEmpty(), "")),
                    f.hex(),
                    f.rows(
                            5,
                            r -> new Seen(r.word(), r.text(), r.textOrEmpty(Text::isTime), r.hexOrEmpty(), r.text())));
        }
    }

    private static List<Entered> hands(Fields f) {
        List<Entered> rows = f.rows(3, r -> new Entered(r.word(), r.some(), r.some()));
        f.need(!rows.isEmpty());
        return rows;
    }

    record Secret(String drawNo, String openedAt, String secret) {
        static Secret of(Object json) {
            Fields f = new Fields(json, "secret.json", "drawNo", "openedAt", "secret");
            return new Secret(f.text(Text::isDrawNo), f.text(Text::isTime), f.hex());
        }
    }

    record Result(
            String approver,
            String at,
            List<String> deferred,
            String drawNo,
            List<Digested> files,
            long ladder,
            List<String> manifest,
            String reason,
            String seed,
            String status) {
        static Result of(Object json) {
            String[] keys = {
                "approver",
                "at",
                "deferred",
                "drawNo",
                "files",
                "ladder",
                "manifest",
                "reason",
                "seed",
                "status",
                "shortfalls"
            };
            Fields f = new Fields(json, "result.json", keys);
            Result r = new Result(
                    f.text(),
                    f.text(Text::isTime),
                    f.set(Text::isSubject),
                    f.text(Text::isDrawNo),
                    f.rows(2, x -> new Digested(x.some(), x.hex())),
                    f.number(0, 1000),
                    f.pair(),
                    f.text(),
                    f.hexOrEmpty(),
                    f.oneOf("drawn", "shadow"));
            f.rows(2, x -> x.number() + x.text());
            ordered(r.files.stream().map(Digested::name).toList(), "result.json");
            return r;
        }
    }

    /** A row of result.objects.csv and its relatives. */
    record Pick(String stratum, String rank, String subject, String ticket) {}

    /** A row of result.teams.csv and its relative. */
    record Seat(String subject, String role, String inspector, String ticket) {}

    /** A line of a leaf file. */
    record Leaf(byte[] sm3, byte[] sha256) {

        /** Null when the line is not two digests in hex and a space between. */
        static Leaf of(String line) {
            boolean good = line.length() == 129
                    && Text.isHex(line.substring(0, 64))
                    && line.charAt(64) == ' '
                    && Text.isHex(line.substring(65));
            return good ? new Leaf(Bits.unhex(line.substring(0, 64)), Bits.unhex(line.substring(65))) : null;
        }

        byte[] under(Hash hash) {
            return hash == Hash.SM3 ? sm3 : sha256;
        }
    }

    static void ordered(List<String> keys, String place) {
        for (int i = 1; i < keys.size(); i++) {
            int c = Text.BY_BYTES.compare(keys.get(i - 1), keys.get(i));
            Refused.unless(c < 0, c == 0 ? "E-DUP" : "E-SORT", place, keys.get(i));
        }
    }

    static void distinct(List<String> names, String place) {
        Refused.unless(new HashSet<>(names).size() == names.size(), "E-DUP", place, "");
    }
}
