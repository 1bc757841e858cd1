package cn.zrzy.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** rules.json (docs/draw/bundle-format.md §4). */
record Rules(
        boolean atLeastOne,
        Hash hash,
        String drawNo,
        Map<String, String> exclusions,
        long firmCap,
        String inspectionTo,
        List<Item> items,
        List<Step> ladder,
        List<Scheme> schemes,
        long reserveBp,
        List<Stratum> strata,
        List<String> stratifyBy,
        List<Team> teams) {

    private static final String PLACE = "rules.json";

    record Item(String code, String kind, String scheme, long limitBp, long total, List<String> expertise) {}

    record Step(String kind, String role, String value, long amount) {}

    record Ratio(String creditClass, long bp) {}

    record Scheme(String id, List<Ratio> ratios) {}

    /** @param places n */
    record Stratum(String code, String item, long bp, long members, long places, long reserve) {
        String at() {
            return PLACE + "#" + code;
        }
    }

    record Role(String name, String dept, boolean leader, List<String> expertise, long least, long most) {}

    record Team(String name, List<String> items, long size, List<Role> roles) {
        int role(String wanted) {
            return roles.stream().map(Role::name).toList().indexOf(wanted);
        }

        long least() {
            return roles.stream().mapToLong(Role::least).sum();
        }
    }

    static Rules of(Object json) {
        // Rounding by chance and weights were in versions of before; what is not known any more is named and not
        // judged.
        boolean old = json instanceof Map<?, ?> map && (map.containsKey("research") || map.containsKey("weights"));
        Refused.unless(!old, "E-OLD", PLACE, "");
        Fields f = new Fields(
                json,
                PLACE,
                "atLeastOne",
                "drawHash",
                "drawNo",
                "exclusions",
                "firmCap",
                "inspectionFrom",
                "inspectionTo",
                "items",
                "ladder",
                "ratioSchemes",
                "reserveBp",
                "strata",
                "stratifyBy",
                "teams");
        boolean atLeastOne = f.flag();
        Hash hash = Hash.named(f.oneOf("SM3", "SHA-256"));
        String drawNo = f.text(Text::isDrawNo);
        List<String[]> exclusions = f.rows(2, r -> new String[] {r.word(), r.shortText()});
        long firmCap = f.number();
        String from = f.text(Text::isDate);
        String to = f.text(Text::isDate);
        List<Item> items = f.rows(7, Rules::item);
        List<Step> ladder = f.rows(
                4,
                r -> new Step(
                        r.oneOf("region", "cap", "dept", "defer"),
                        r.textOrEmpty(Text::isWord),
                        r.textOrEmpty(Text::isWord),
                        r.number(0, 1_000_000)));
        List<Scheme> schemes = f.rows(3, Rules::scheme);
        long reserveBp = f.number(0, 10_000);
        List<Stratum> strata = f.rows(
                6,
                r -> new Stratum(
                        r.some(), r.word(), r.number(0, 10_000), r.number(1, Long.MAX_VALUE), r.number(), r.number()));
        List<String> stratifyBy = f.texts(x -> true);
        List<Team> teams = f.rows(4, Rules::team);
        Papers.ordered(exclusions.stream().map(x -> x[0]).toList(), PLACE);
        Papers.ordered(items.stream().map(Item::code).toList(), PLACE);
        Papers.ordered(schemes.stream().map(Scheme::id).toList(), PLACE);
        schemes.forEach(
                s -> Papers.ordered(s.ratios.stream().map(Ratio::creditClass).toList(), PLACE));
        Papers.ordered(strata.stream().map(Stratum::code).toList(), PLACE);
        List<String> known = Stream.of("class", "region", "type", "category")
                .filter(stratifyBy::contains)
                .toList();
        f.need(known.equals(stratifyBy) && from.compareTo(to) <= 0);
        for (Team t : teams) {
            f.need(t.roles.stream().map(Role::name).distinct().count() == t.roles.size());
            f.need(t.roles.stream().noneMatch(r -> r.least > r.most));
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        exclusions.forEach(x -> meanings.put(x[0], x[1]));
        return new Rules(
                atLeastOne,
                hash,
                drawNo,
                meanings,
                firmCap,
                to,
                items,
                ladder,
                schemes,
                reserveBp,
                strata,
                stratifyBy,
                teams);
    }

    private static Item item(Fields r) {
        String code = r.word();
        r.shortText();
        return new Item(
                code, r.oneOf("general", "key"), r.word(), r.number(0, 10_000), r.number(), r.texts(Text::isWord));
    }

    private static Scheme scheme(Fields r) {
        String id = r.word();
        r.shortText();
        return new Scheme(id, r.rows(3, c -> {
            Ratio ratio = new Ratio(c.word(), c.number(0, 10_000));
            c.shortText();
            return ratio;
        }));
    }

    private static Team team(Fields r) {
        Team t = new Team(
                r.word(),
                r.texts(Text::isWord),
                r.number(2, 1000),
                r.rows(
                        6,
                        x -> new Role(
                                x.word(),
                                x.textOrEmpty(Text::isWord),
                                x.flag(),
                                x.texts(Text::isWord),
                                x.number(0, 1000),
                                x.number(0, 1000))));
        r.need(!t.roles.isEmpty());
        return t;
    }
}
