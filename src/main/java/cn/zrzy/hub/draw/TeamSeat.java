package cn.zrzy.hub.draw;

/**
 * 检查组成员: one inspector at one subject.
 *
 * @param role name of the {@link TeamPlan.Role}
 * @param ticket 64 hex pair ticket; "" in mode P
 */
public record TeamSeat(String subjectId, String role, String inspectorId, String ticket) {

    /** The same seat where no ticket proves it. */
    TeamSeat unproved() {
        return new TeamSeat(subjectId, role, inspectorId, "");
    }
}
