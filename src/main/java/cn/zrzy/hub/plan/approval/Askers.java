package cn.zrzy.hub.plan.approval;

import java.time.OffsetDateTime;
import java.util.Optional;

/** Whose account asked for what another one decides, and whose decided it (申请账号与决定账号). */
public interface Askers {

    /** Empty when a machine entered it, or when it is older than personal accounts. */
    Optional<String> account(String thing);

    /** Enters who asked, or who asked anew for what is still open. */
    void asked(String thing, String account, OffsetDateTime at);

    void decided(String thing, String account, OffsetDateTime at);
}
