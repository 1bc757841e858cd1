package cn.zrzy.hub.draw.match;

import cn.zrzy.hub.draw.model.LadderStep;
import cn.zrzy.hub.draw.model.PoolInspector;
import cn.zrzy.hub.draw.model.TeamPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 放宽: what the first steps of the ladder, taken together, allow. */
public record Relaxation(int regionDigits, int moreCap, Map<String, Set<String>> moreDepts, int defer) {

    public static Relaxation of(List<LadderStep> steps) {
        int digits = 0;
        int cap = 0;
        int defer = 0;
        Map<String, Set<String>> depts = new HashMap<>();
        for (LadderStep step : steps) {
            switch (step.kind()) {
                case REGION -> digits = digits == 0 ? step.amount() : Math.min(digits, step.amount());
                case CAP -> cap += step.amount();
                case DEPT ->
                    depts.computeIfAbsent(step.role(), r -> new HashSet<>()).add(step.value());
                case DEFER -> defer = Math.max(defer, step.amount());
            }
        }
        return new Relaxation(digits, cap, depts, defer);
    }

    /** The first role that takes the inspector, so that everyone stands in exactly one; −1 for none. */
    public int role(TeamPlan plan, PoolInspector inspector) {
        for (int r = 0; r < plan.roles().size(); r++) {
            if (takes(plan.roles().get(r), inspector)) {
                return r;
            }
        }
        return -1;
    }

    private boolean takes(TeamPlan.Role role, PoolInspector inspector) {
        return (role.dept().isEmpty()
                        || role.dept().equals(inspector.dept())
                        || moreDepts.getOrDefault(role.name(), Set.of()).contains(inspector.dept()))
                && (!role.leader() || inspector.leader())
                && (role.expertise().isEmpty() || inspector.expertise().stream().anyMatch(role.expertise()::contains));
    }

    public int cap(PoolInspector inspector) {
        return inspector.cap() == 0 ? 0 : inspector.cap() + moreCap;
    }
}
