package cn.zrzy.hub.draw.match.flow;

/**
 * 搭配问题 as numbers: subjects with a team size, roles with bounds, people with caps, and one pair for every inspector
 * who may serve a subject in a role. Arrays are shared, not copied.
 *
 * @param size team size of each subject
 * @param roleStart roles of subject j are roleStart[j]..roleStart[j+1]
 * @param least of each role
 * @param most of each role
 * @param pairStart pairs of role r are pairStart[r]..pairStart[r+1]
 * @param person inspector of each pair, ascending within a role
 * @param cost 40-bit pair ticket of each pair
 * @param cap of each inspector
 * @param prior load of each inspector
 * @param weight what one place of load costs: {@link #W}, or 0 on the levels that only break ties
 */
public record TeamProblem(
        int[] size,
        int[] roleStart,
        int[] least,
        int[] most,
        int[] pairStart,
        int[] person,
        long[] cost,
        int[] cap,
        int[] prior,
        long weight) {

    /** Weight of one place of load against any sum of tickets that could change the balance. */
    public static final long W = 1L << 40;

    /** The same problem with other costs. */
    public TeamProblem with(long[] costs, long loadWeight) {
        return new TeamProblem(size, roleStart, least, most, pairStart, person, costs, cap, prior, loadWeight);
    }

    TeamProblem capped(int[] caps) {
        return new TeamProblem(size, roleStart, least, most, pairStart, person, cost, caps, prior, weight);
    }

    /** The same problem for people who have these places already. */
    public TeamProblem loaded(int[] load) {
        int[] caps = new int[cap.length];
        int[] served = new int[cap.length];
        for (int i = 0; i < cap.length; i++) {
            caps[i] = cap[i] - load[i];
            served[i] = prior[i] + load[i];
        }
        return new TeamProblem(size, roleStart, least, most, pairStart, person, cost, caps, served, weight);
    }

    public int subjects() {
        return size.length;
    }

    public int roles() {
        return least.length;
    }

    public int people() {
        return cap.length;
    }

    public int pairs() {
        return person.length;
    }

    public int places() {
        int sum = 0;
        for (int k : size) {
            sum += k;
        }
        return sum;
    }

    /** Cost of the inspector's next place when he already has {@code load} of this draw. */
    public long loadCost(int inspector, int load) {
        return weight * (prior[inspector] + load);
    }
}
