package cn.zrzy.hub.draw.model;

import java.util.List;

/**
 * 检查组构成: how the team of a subject is made up. Roles are leaves of a tree under the team, and every inspector falls
 * into the first role that takes him; together with one cap per inspector this is a bihierarchy (Budish, Che, Kojima,
 * Milgrom 2013), the widest rule language that stays exact. "At least one leader of two" is a role leader 1..2 and a
 * role member 0..1; a joint team (部门联合) is a role per department.
 *
 * @param items item codes that this plan serves; empty: every item. The first fitting plan of the list counts
 * @param size 检查人数, at least 2 (行政处罚法 §42)
 */
public record TeamPlan(String name, List<String> items, int size, List<Role> roles) {

    public TeamPlan {
        items = List.copyOf(items);
        roles = List.copyOf(roles);
    }

    /**
     * @param dept "" for any department
     * @param leader true: only 组长资格
     * @param expertise one of these tags; empty: any
     * @param least fewest members in this role
     * @param most most members in this role
     */
    public record Role(String name, String dept, boolean leader, List<String> expertise, int least, int most) {
        public Role {
            expertise = List.copyOf(expertise);
        }
    }
}
