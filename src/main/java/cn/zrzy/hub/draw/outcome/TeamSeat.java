package cn.zrzy.hub.draw.outcome;

import cn.zrzy.hub.draw.model.TeamPlan;

/**
 * 检查组成员: one inspector at one subject.
 *
 * @param role name of the {@link TeamPlan.Role}
 * @param ticket 64 hex pair ticket; "" in mode P
 */
public record TeamSeat(String subjectId, String role, String inspectorId, String ticket) {

    /** The same seat where no ticket proves it. */
    public TeamSeat unproved() {
        return new TeamSeat(subjectId, role, inspectorId, "");
    }
}
