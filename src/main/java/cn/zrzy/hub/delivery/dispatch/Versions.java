package cn.zrzy.hub.delivery.dispatch;

import java.util.Optional;

/**
 * 版本先后: what else there is of the same subject, route and addressee. An older version is never sent over a newer one
 * that the addressee has or may have. By itself the order of the line sees to that; what people press could undo it, so it
 * is asked here, by a caller that holds the line.
 */
public interface Versions {

    /** Number of a newer one that is on its way, arrived, or may have arrived; one that is just being leased is waited for. */
    Optional<String> newer(Consignment one);

    /** Number of an older one that could still go out by itself. */
    Optional<String> older(Consignment one);
}
