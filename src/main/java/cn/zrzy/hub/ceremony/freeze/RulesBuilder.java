package cn.zrzy.hub.ceremony.freeze;

import cn.zrzy.hub.ceremony.terms.DrawSettings;
import cn.zrzy.hub.draw.canon.DrawHash;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.TeamPlan;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.plan.PlanItem;
import cn.zrzy.hub.plan.RatioSchemes;
import cn.zrzy.hub.plan.Scheme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns scheme and settings into the rules that are frozen with the pool (抽取规则); it invents no number. */
@Component
class RulesBuilder {

    private final DrawSettings settings;
    private final RatioSchemes ratioSchemes;
    private final Clock clock;

    RulesBuilder(DrawSettings settings, RatioSchemes ratioSchemes, Clock clock) {
        this.settings = settings;
        this.ratioSchemes = ratioSchemes;
        this.clock = clock;
    }

    DrawRules rules(Scheme scheme) {
        List<DrawItem> items = new ArrayList<>();
        Map<String, RatioScheme> ratios = new LinkedHashMap<>();
        for (PlanItem item : scheme.items()) {
            RatioScheme ratio = ratio(scheme, item);
            ratios.put(ratio.id(), ratio);
            items.add(new DrawItem(
                    item.itemCode(),
                    item.itemName(),
                    item.itemClass().equals("重点"),
                    ratio.id(),
                    item.itemClass().equals("重点") ? 10_000 : item.ratioBp(),
                    0,
                    settings.expertise().getOrDefault(item.itemCode(), List.of())));
        }
        return new DrawRules(
                DrawHash.SM3,
                stratifyBy(scheme),
                items,
                List.copyOf(ratios.values()),
                true,
                settings.reserveBp(),
                settings.firmCap(),
                settings.exclusions(),
                scheme.terms().teams().isEmpty()
                        ? List.of(team(scheme.teamSize()))
                        : scheme.terms().teams(),
                ladder(),
                begins(scheme),
                scheme.windowTo());
    }

    /** The plan's one ratio for all, or the ratio scheme by class that the plan names. */
    private RatioScheme ratio(Scheme scheme, PlanItem item) {
        if (item.ratioScheme().isEmpty()) {
            return new RatioScheme(
                    "PLAN-" + item.itemCode(),
                    "年度计划 " + scheme.planNo() + " 第" + item.seq() + "行所定比例，不分等级",
                    List.of(new RatioScheme.ClassRatio("*", item.ratioBp(), "全部对象")));
        }
        return ratioSchemes
                .find(item.ratioScheme())
                .orElseThrow(() -> new Rejected("E-DRAW-RATIO", "没有比例方案 " + item.ratioScheme()));
    }

    private static List<String> stratifyBy(Scheme scheme) {
        List<String> named = scheme.terms().stratifyBy();
        boolean byClass =
                scheme.items().stream().anyMatch(item -> !item.ratioScheme().isEmpty());
        if (!byClass || named.contains("class")) {
            return named;
        }
        List<String> all = new ArrayList<>(List.of("class"));
        all.addAll(named);
        return all;
    }

    /** It ends with a step that always helps: once the seed is known a draw can no longer fail. */
    private List<LadderStep> ladder() {
        return Stream.concat(settings.ladder().stream().map(DrawSettings.Rung::step), Stream.of(LadderStep.deferAll()))
                .toList();
    }

    /** A scheme that is drawn again after a void may be in its window already; nobody inspects before the draw. */
    private LocalDate begins(Scheme scheme) {
        LocalDate today = LocalDate.now(clock);
        return scheme.windowFrom().isBefore(today) ? today : scheme.windowFrom();
    }

    /** At least one leader; the rest of the team may be anyone who is certified. */
    private static TeamPlan team(int size) {
        return new TeamPlan(
                "检查组",
                List.of(),
                size,
                List.of(
                        new TeamPlan.Role("组长", "", true, List.of(), 1, size),
                        new TeamPlan.Role("组员", "", false, List.of(), 0, size - 1)));
    }
}
