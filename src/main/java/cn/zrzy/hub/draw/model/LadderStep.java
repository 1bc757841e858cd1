package cn.zrzy.hub.draw.model;

/**
 * 放宽阶梯: one relaxation, committed before the seed and taken in order only while no assignment exists.
 *
 * @param kind what is relaxed
 * @param role {@link Kind#DEPT} only: the role that opens
 * @param value {@link Kind#DEPT} only: the department that may help
 * @param amount REGION: how many leading digits must agree; CAP: added places per inspector; DEFER: most subjects left
 *     to the reserve round
 */
public record LadderStep(Kind kind, String role, String value, int amount) {

    /** More than any pool holds. */
    public static final int ALL = 1_000_000;

    /** The relaxations that keep the rules a flow. */
    public enum Kind {
        /** 邻近区域 may help. */
        REGION,
        /** Every cap grows. */
        CAP,
        /** Another department may fill a role. */
        DEPT,
        /** 留待候补: subjects with the largest tickets wait. */
        DEFER
    }

    public static LadderStep region(int digits) {
        return new LadderStep(Kind.REGION, "", "", digits);
    }

    public static LadderStep cap(int more) {
        return new LadderStep(Kind.CAP, "", "", more);
    }

    public static LadderStep dept(String role, String dept) {
        return new LadderStep(Kind.DEPT, role, dept, 0);
    }

    public static LadderStep defer(int most) {
        return new LadderStep(Kind.DEFER, "", "", most);
    }

    /** As the last step it makes every draw feasible: whom nobody can serve waits, and stands in the result. */
    public static LadderStep deferAll() {
        return defer(ALL);
    }
}
