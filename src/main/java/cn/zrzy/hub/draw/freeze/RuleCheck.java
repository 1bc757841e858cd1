package cn.zrzy.hub.draw.freeze;

import cn.zrzy.hub.draw.canon.Refusal;
import cn.zrzy.hub.draw.canon.Words;
import cn.zrzy.hub.draw.model.DrawItem;
import cn.zrzy.hub.draw.model.DrawRules;
import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.RatioScheme;
import cn.zrzy.hub.draw.model.TeamPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Refuses rules that are ill-formed or outside the language; says which and why. */
public final class RuleCheck {

    public static final List<String> DIMENSIONS = List.of("class", "region", "type", "category");
    private static final int FULL = 10000;

    private final DrawRules rules;

    RuleCheck(DrawRules rules) {
        this.rules = rules;
    }

    void run() {
        if (!DIMENSIONS.stream().filter(rules.stratifyBy()::contains).toList().equals(rules.stratifyBy())) {
            throw Refusal.field("E-DRAW-STRATIFY", "分层依据只能依次取 class、region、type、category", "stratifyBy");
        }
        if (rules.inspectionTo().isBefore(rules.inspectionFrom())) {
            throw Refusal.field("E-DRAW-DATES", "检查结束日期早于开始日期", "inspectionTo");
        }
        basisPoints(rules.reserveBasisPoints(), "reserveBp");
        if (rules.firmCap() < 0) {
            throw Refusal.field("E-DRAW-NUMBER", "年度频次上限不能为负", "firmCap");
        }
        unique(rules.exclusions(), DrawRules.ExclusionReason::code, "exclusions");
        rules.exclusions().forEach(e -> text(e.meaning(), "exclusions"));
        if (rules.firmCap() > 0
                && rules.exclusions().stream().noneMatch(e -> e.code().equals(DrawRules.FIRM_CAP))) {
            throw Refusal.field("E-DRAW-EXCLUSION", "设了年度频次上限，须在排除原因中列明 CAP", "exclusions");
        }
        schemes();
        items();
        unique(rules.teams(), TeamPlan::name, "teams");
        rules.teams().forEach(this::plan);
        rules.ladder().forEach(this::ladder);
    }

    private void schemes() {
        unique(rules.ratioSchemes(), RatioScheme::id, "ratioSchemes");
        for (RatioScheme scheme : rules.ratioSchemes()) {
            text(scheme.meaning(), "ratioSchemes");
            if (scheme.meaning().isBlank()) {
                throw Refusal.field("E-DRAW-RATIO", "比例方案“" + scheme.id() + "”没有写明含义与出处", "ratioSchemes");
            }
            unique(scheme.classes(), RatioScheme.ClassRatio::creditClass, "ratioSchemes");
            for (RatioScheme.ClassRatio row : scheme.classes()) {
                basisPoints(row.basisPoints(), "比例方案" + scheme.id() + "的" + row.creditClass() + "类");
                text(row.meaning(), "ratioSchemes");
            }
        }
    }

    private void items() {
        if (rules.items().isEmpty()) {
            throw Refusal.field("E-DRAW-ITEM", "没有抽查事项", "items");
        }
        unique(rules.items(), DrawItem::code, "items");
        Map<String, RatioScheme> schemes =
                rules.ratioSchemes().stream().collect(Collectors.toMap(RatioScheme::id, Function.identity()));
        for (DrawItem item : rules.items()) {
            text(item.title(), "items");
            words(item.expertise(), "items.expertise");
            basisPoints(item.limitBasisPoints(), "items.limit");
            if (item.key() && item.limitBasisPoints() != FULL) {
                throw Refusal.field("E-DRAW-RATIO", "重点检查事项不设比例上限，应为10000", item.code());
            }
            if (item.total() < 0) {
                throw Refusal.field("E-DRAW-NUMBER", "固定抽取数不能为负", item.code());
            }
            RatioScheme scheme = schemes.get(item.ratioScheme());
            if (scheme == null) {
                throw Refusal.field("E-DRAW-RATIO", "没有比例方案“" + item.ratioScheme() + "”", item.code());
            }
            for (RatioScheme.ClassRatio row : scheme.classes()) {
                if (row.basisPoints() > item.limitBasisPoints()) {
                    throw Refusal.field("E-DRAW-RATIO", row.creditClass() + "类比例超过该一般事项的上限", item.code());
                }
            }
        }
    }

    private void plan(TeamPlan plan) {
        words(plan.items(), "teams.items");
        if (plan.size() < 2) {
            throw Refusal.field("E-DRAW-TEAM-SIZE", "检查组至少两人（行政处罚法第四十二条）", plan.name());
        }
        if (plan.roles().isEmpty() || plan.roles().size() > 255) {
            throw Refusal.field("E-DRAW-LANGUAGE", "检查组须有1–255种角色", plan.name());
        }
        unique(plan.roles(), TeamPlan.Role::name, plan.name());
        int least = 0;
        long most = 0;
        for (TeamPlan.Role role : plan.roles()) {
            fault(Words.optionalFault(role.dept()), role.name());
            words(role.expertise(), role.name());
            if (role.least() < 0 || role.most() < role.least()) {
                throw Refusal.field("E-DRAW-LANGUAGE", "角色人数下限应在0与上限之间", role.name());
            }
            least += role.least();
            most += role.most();
        }
        if (least > plan.size() || most < plan.size()) {
            throw Refusal.field("E-DRAW-LANGUAGE", "各角色人数加起来凑不成检查组人数" + plan.size(), plan.name());
        }
    }

    private void ladder(LadderStep step) {
        boolean named = step.kind() == LadderStep.Kind.DEPT;
        if (named) {
            fault(Words.wordFault(step.role()), "ladder");
            fault(Words.wordFault(step.value()), "ladder");
            boolean known = rules.teams().stream()
                    .flatMap(p -> p.roles().stream())
                    .anyMatch(r -> r.name().equals(step.role()));
            if (!known) {
                throw Refusal.field("E-DRAW-LADDER", "放宽阶梯中的角色“" + step.role() + "”不存在", "ladder");
            }
        } else if (!step.role().isEmpty() || !step.value().isEmpty()) {
            throw Refusal.field("E-DRAW-LADDER", "放宽阶梯的这一级不指定角色", "ladder");
        }
        int most = step.kind() == LadderStep.Kind.DEFER ? LadderStep.ALL : FULL;
        if (named ? step.amount() != 0 : step.amount() < 1 || step.amount() > most) {
            throw Refusal.field("E-DRAW-LADDER", "放宽阶梯的数量应为正数", "ladder");
        }
    }

    private static void basisPoints(int bp, String field) {
        if (bp < 0 || bp > FULL) {
            throw Refusal.field("E-DRAW-RATIO", "比例应在0与10000（100%）之间，实为" + bp, field);
        }
    }

    private static <T> void unique(List<T> rows, Function<T, String> key, String field) {
        Set<String> seen = new HashSet<>();
        for (T row : rows) {
            fault(Words.wordFault(key.apply(row)), field);
            if (!seen.add(key.apply(row))) {
                throw Refusal.field("E-DRAW-RULE-TWICE", "“" + key.apply(row) + "”重复", field);
            }
        }
    }

    private static void words(List<String> words, String field) {
        fault(Words.listFault(words, Words::wordFault), field);
    }

    private static void text(String text, String field) {
        fault(Words.textFault(text), field);
    }

    private static void fault(String fault, String field) {
        if (!fault.isEmpty()) {
            throw Refusal.field(Words.code(fault, "E-DRAW-WORD"), fault, field);
        }
    }
}
