package cn.zrzy.hub.embedded;

import java.time.Instant;
import java.util.Optional;

/** Whether our own database answers (数据库状态), asked several times a second on a connection of its own. */
public interface DatabaseState {

    /** Since when it does not; empty while it does. Never waits. */
    Optional<Instant> awaySince();
}
