package cn.zrzy.hub.delivery;

import java.time.OffsetDateTime;

/**
 * What came of what a route carries, by the ledger (路由收发情况).
 *
 * @param confirmed with a receipt, within the last 24 hours; {@code lastConfirmedAt} is the newest of them, null when none
 * @param waiting open and nothing wrong with it
 * @param failing open, tried, not taken
 * @param parked refused or given up, waits for a person
 * @param lastFailedAt latest of what began to fail or was parked, while it is open; null when none
 */
public record RouteTally(
        String route,
        long confirmed,
        long waiting,
        long failing,
        long parked,
        OffsetDateTime lastConfirmedAt,
        OffsetDateTime lastFailedAt) {}
