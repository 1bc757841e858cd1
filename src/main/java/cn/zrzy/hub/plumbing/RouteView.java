package cn.zrzy.hub.plumbing;

import java.time.Instant;
import java.util.List;

/**
 * One live route as the topology page draws it (路由视图).
 *
 * @param folder verb of the route, its folder under routes/
 * @param from endpoint it reads, without options or secrets
 * @param to endpoints it sends to, without options or secrets
 * @param state Started, Suspended, Stopped
 * @param lastCompleted null when it never completed an exchange since the start
 */
public record RouteView(
        String id,
        String description,
        String folder,
        String from,
        List<String> to,
        String state,
        long exchangesTotal,
        long exchangesFailed,
        Instant lastCompleted,
        Instant lastFailed) {}
