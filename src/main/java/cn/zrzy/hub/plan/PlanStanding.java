package cn.zrzy.hub.plan;

/**
 * What became of a plan by a call (办理结果).
 *
 * @param already it was so before: the same request again, or approved by now
 */
record PlanStanding(String planNo, int version, Plan.State state, boolean already) {

    static PlanStanding already(Plan plan) {
        return new PlanStanding(plan.planNo(), plan.version(), plan.state(), true);
    }
}
