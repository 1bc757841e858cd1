package cn.zrzy.hub.draw.freeze;

import cn.zrzy.hub.draw.canon.Bytes;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.TeamPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Rules in canonical order, so that equal rules are equal bytes. */
final class RulesOrder {

    private RulesOrder() {}

    /** Rules with every list in the order that the file demands. */
    static DrawRules sorted(DrawRules r) {
        return new DrawRules(
                r.hash(),
                r.stratifyBy(),
                by(r.items(), DrawItem::code).stream()
                        .map(i -> new DrawItem(
                                i.code(),
                                i.title(),
                                i.key(),
                                i.ratioScheme(),
                                i.limitBasisPoints(),
                                i.total(),
                                Words.sorted(i.expertise())))
                        .toList(),
                by(r.ratioSchemes(), RatioScheme::id).stream()
                        .map(s -> new RatioScheme(
                                s.id(), s.meaning(), by(s.classes(), RatioScheme.ClassRatio::creditClass)))
                        .toList(),
                r.atLeastOne(),
                r.reserveBasisPoints(),
                r.firmCap(),
                by(r.exclusions(), DrawRules.ExclusionReason::code),
                r.teams().stream()
                        .map(p -> new TeamPlan(
                                p.name(),
                                Words.sorted(p.items()),
                                p.size(),
                                p.roles().stream()
                                        .map(o -> new TeamPlan.Role(
                                                o.name(),
                                                o.dept(),
                                                o.leader(),
                                                Words.sorted(o.expertise()),
                                                o.least(),
                                                o.most()))
                                        .toList()))
                        .toList(),
                r.ladder(),
                r.inspectionFrom(),
                r.inspectionTo());
    }

    private static <T> List<T> by(List<T> list, Function<T, String> key) {
        List<T> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparing(key, Bytes.ORDER));
        return sorted;
    }
}
