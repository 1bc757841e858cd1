package cn.zrzy.hub.plan;

/**
 * What became of a scheme by a call (办理结果).
 *
 * @param already it was so before: the same request again, or approved by now
 */
record SchemeStanding(String schemeNo, int version, Scheme.State state, boolean already) {

    static SchemeStanding already(Scheme scheme) {
        return new SchemeStanding(scheme.schemeNo(), scheme.version(), scheme.state(), true);
    }
}
