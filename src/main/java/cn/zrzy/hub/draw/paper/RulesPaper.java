package cn.zrzy.hub.draw.paper;

import static cn.zrzy.hub.draw.paper.PoolLines.number;
import static cn.zrzy.hub.draw.paper.PoolLines.text;
import static cn.zrzy.hub.draw.paper.PoolLines.texts;

import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.canon.Jcs;
import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.Stratum;
import cn.zrzy.hub.draw.model.TeamPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** rules.json, both ways. */
public final class RulesPaper {

    private RulesPaper() {}

    public static byte[] write(String drawNo, DrawRules rules, List<Stratum> strata) {
        Map<String, Object> paper = new HashMap<>();
        paper.put("drawNo", drawNo);
        paper.put("atLeastOne", rules.atLeastOne());
        paper.put("drawHash", rules.hash().label());
        paper.put("exclusions", rows(rules.exclusions(), e -> List.of(e.code(), e.meaning())));
        paper.put("firmCap", rules.firmCap());
        paper.put("inspectionFrom", rules.inspectionFrom().toString());
        paper.put("inspectionTo", rules.inspectionTo().toString());
        paper.put("items", rows(rules.items(), RulesPaper::item));
        paper.put("ladder", rows(rules.ladder(), RulesPaper::step));
        paper.put("ratioSchemes", rows(rules.ratioSchemes(), RulesPaper::scheme));
        paper.put("reserveBp", rules.reserveBasisPoints());
        paper.put("strata", rows(strata, RulesPaper::stratum));
        paper.put("stratifyBy", rules.stratifyBy());
        paper.put("teams", rows(rules.teams(), RulesPaper::plan));
        return Jcs.document(paper);
    }

    public static DrawRules read(Map<String, Object> paper) {
        // A draw of before that rounded by chance or weighted classes was another draw; nothing here could replay it.
        if (paper.containsKey("research") || paper.containsKey("weights")) {
            throw Refusal.field("E-DRAW-OLD", "规则用了本版不再支持的研究性抽样或加权", "rules.json");
        }
        return new DrawRules(
                DrawHash.named((String) paper.get("drawHash")),
                texts(List.of(paper.get("stratifyBy")), 0),
                read(
                        paper,
                        "items",
                        f -> new DrawItem(
                                text(f, 0),
                                text(f, 1),
                                "key".equals(f.get(2)),
                                text(f, 3),
                                number(f, 4),
                                number(f, 5),
                                texts(f, 6))),
                read(
                        paper,
                        "ratioSchemes",
                        f -> new RatioScheme(
                                text(f, 0),
                                text(f, 1),
                                rows(
                                        f,
                                        2,
                                        row -> new RatioScheme.ClassRatio(
                                                text(row, 0), number(row, 1), text(row, 2))))),
                paper.get("atLeastOne").equals(1L),
                ((Long) paper.get("reserveBp")).intValue(),
                ((Long) paper.get("firmCap")).intValue(),
                read(paper, "exclusions", f -> new DrawRules.ExclusionReason(text(f, 0), text(f, 1))),
                read(
                        paper,
                        "teams",
                        f -> new TeamPlan(
                                text(f, 0),
                                texts(f, 1),
                                number(f, 2),
                                rows(
                                        f,
                                        3,
                                        row -> new TeamPlan.Role(
                                                text(row, 0),
                                                text(row, 1),
                                                number(row, 2) == 1,
                                                texts(row, 3),
                                                number(row, 4),
                                                number(row, 5))))),
                read(
                        paper,
                        "ladder",
                        f -> new LadderStep(
                                LadderStep.Kind.valueOf(text(f, 0).toUpperCase(Locale.ROOT)),
                                text(f, 1),
                                text(f, 2),
                                number(f, 3))),
                LocalDate.parse((String) paper.get("inspectionFrom")),
                LocalDate.parse((String) paper.get("inspectionTo")));
    }

    private static List<Object> item(DrawItem i) {
        return List.of(
                i.code(),
                i.title(),
                i.key() ? "key" : "general",
                i.ratioScheme(),
                i.limitBasisPoints(),
                i.total(),
                i.expertise());
    }

    private static List<Object> stratum(Stratum s) {
        return List.of(s.code(), s.item(), s.basisPoints(), s.members(), s.quota(), s.reserve());
    }

    private static List<Object> step(LadderStep s) {
        return List.of(s.kind().name().toLowerCase(Locale.ROOT), s.role(), s.value(), s.amount());
    }

    private static List<Object> scheme(RatioScheme s) {
        return List.of(
                s.id(), s.meaning(), rows(s.classes(), c -> List.of(c.creditClass(), c.basisPoints(), c.meaning())));
    }

    private static List<Object> plan(TeamPlan p) {
        return List.of(
                p.name(),
                p.items(),
                p.size(),
                rows(p.roles(), r -> List.of(r.name(), r.dept(), r.leader(), r.expertise(), r.least(), r.most())));
    }

    static <T> List<List<Object>> rows(List<T> list, Function<T, List<Object>> row) {
        return list.stream().map(row).toList();
    }

    static <T> List<T> read(Map<String, Object> paper, String key, Function<List<Object>, T> row) {
        return rows(List.of(paper.get(key)), 0, row);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> rows(List<Object> fields, int i, Function<List<Object>, T> row) {
        List<T> rows = new ArrayList<>();
        for (Object element : (List<Object>) fields.get(i)) {
            rows.add(row.apply((List<Object>) element));
        }
        return rows;
    }
}
