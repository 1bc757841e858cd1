package cn.zrzy.hub;

import java.util.List;
import java.util.Map;

/** How much a route does. */
final class Steps {

    private Steps() {}

    /** Steps that act, wherever they stand; what only says whether and how often is no step of the sentence. */
    static int acting(Object steps) {
        int acting = 0;
        for (Object step : steps instanceof List<?> list ? list : List.of()) {
            Map.Entry<?, ?> entry = ((Map<?, ?>) step).entrySet().iterator().next();
            int inside = entry.getValue() instanceof Map<?, ?> inner ? nested(inner) : 0;
            acting += inside == 0 ? 1 : inside;
        }
        return acting;
    }

    private static int nested(Map<?, ?> step) {
        int inside = acting(step.get("steps"));
        Object branches = step.get("when");
        for (Object branch : branches instanceof List<?> list ? list : List.of()) {
            inside += acting(((Map<?, ?>) branch).get("steps"));
        }
        return inside + (step.get("otherwise") instanceof Map<?, ?> otherwise ? acting(otherwise.get("steps")) : 0);
    }
}
