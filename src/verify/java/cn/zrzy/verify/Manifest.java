package cn.zrzy.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** manifest.json (docs/draw/bundle-format.md §5): what was promised at T0. */
record Manifest(
        boolean annual,
        String campaign,
        Map<String, Long> excluded,
        Map<String, Long> counts,
        boolean announced,
        String openAt,
        String secret,
        String drawNo,
        String frozenAt,
        String ed25519,
        String sm2,
        String logHead,
        String mode,
        Map<String, List<String>> roots,
        List<String> rules,
        String scheme,
        long demand,
        List<Party> parties,
        String revealDeadline,
        List<Source> sources,
        String stampAuthority,
        List<Verifier> verifiers) {

    private static final String PLACE = "manifest.json";

    record Party(String name, String commitment) {}

    record Source(String name, String kind, String detail, String eventTime) {}

    record Verifier(String name, String sm3, String sha256) {}

    boolean platform() {
        return mode.equals("P");
    }

    static Manifest of(Object json) {
        String[] keys = {
            "annual",
            "campaign",
            "counts",
            "disclosure",
            "drawNo",
            "frozenAt",
            "keys",
            "logHead",
            "mode",
            "protocol",
            "roots",
            "rules",
            "scheme",
            "seed",
            "software",
            "stampAuthority",
            "verifiers"
        };
        Fields f = new Fields(json, PLACE, keys);
        boolean annual = f.flag();
        String campaign = f.text();
        Fields c = f.object("excluded", "inspectors", "objects", "recusals");
        Map<String, Long> excluded = new LinkedHashMap<>();
        List<String> codes = c.rows(2, r -> {
            String code = r.word();
            excluded.put(code, r.number());
            return code;
        });
        Map<String, Long> counts = Map.of("inspectors", c.number(), "objects", c.number(), "recusals", c.number());
        Fields d = f.object("announced", "openAt", "secret");
        boolean announced = d.flag();
        String openAt = d.textOrEmpty(Text::isTime);
        String secret = d.hexOrEmpty();
        f.need(announced ? openAt.isEmpty() && secret.isEmpty() : !openAt.isEmpty() && !secret.isEmpty());
        String drawNo = f.text(Text::isDrawNo);
        String frozenAt = f.text(Text::isTime);
        Fields k = f.object("ed25519", "sm2");
        String ed25519 = k.hex();
        String sm2 = k.text(x -> x.matches("04[0-9a-f]{128}"));
        String logHead = f.hex();
        String mode = f.oneOf("L", "P", "S");
        f.oneOf("draw-protocol/1");
        Fields r = f.object("inspectors", "objects", "recusals");
        Map<String, List<String>> roots = Map.of("inspectors", r.pair(), "objects", r.pair(), "recusals", r.pair());
        List<String> rules = f.pair();
        String scheme = f.text();
        Fields s = f.object("demand", "parties", "revealDeadline", "sources");
        long demand = s.number();
        List<Party> parties = s.rows(2, x -> new Party(x.word(), x.hex()));
        String deadline = s.textOrEmpty(Text::isTime);
        List<Source> sources = s.rows(4, Manifest::source);
        f.need(mode.equals("P") ? parties.isEmpty() && sources.isEmpty() : !deadline.isEmpty());
        f.text();
        String authority = f.text();
        List<Verifier> verifiers = f.rows(3, x -> new Verifier(x.some(), x.hex(), x.hex()));
        Papers.distinct(parties.stream().map(Party::name).toList(), PLACE);
        Papers.distinct(sources.stream().map(Source::name).toList(), PLACE);
        Papers.distinct(verifiers.stream().map(Verifier::name).toList(), PLACE);
        Papers.distinct(codes, PLACE);
        return new Manifest(
                annual, campaign, excluded, counts, announced, openAt, secret, drawNo, frozenAt, ed25519, sm2, logHead,
                mode, roots, rules, scheme, demand, parties, deadline, sources, authority, verifiers);
    }

    private static Source source(Fields x) {
        return new Source(
                x.word(),
                x.oneOf("KL8", "DLT", "SSQ", "PL5", "FC3D", "DICE", "DRAND", "PLATFORM"),
                x.text(),
                x.text(Text::isTime));
    }
}
