package cn.zrzy.hub.audit;

import java.time.Instant;
import java.util.List;

/**
 * What an auditor asks for (审计查询).
 *
 * @param who part of an actor as it was recorded; empty for anybody. {@code actors} are accounts meant by the same words
 * @param module first word of an action; empty for any
 * @param actions any of these; empty for any
 * @param object part of an object's key; empty for any
 * @param logins whether who came and went is wanted too
 * @param before rows below this number, from the newest down
 */
public record AuditQuery(
        Instant from,
        Instant until,
        String who,
        List<String> actors,
        String module,
        List<String> actions,
        String object,
        boolean logins,
        long before) {

    public AuditQuery below(long seq) {
        return new AuditQuery(from, until, who, actors, module, actions, object, logins, seq);
    }
}
