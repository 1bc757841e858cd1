package cn.zrzy.hub.console;

import cn.zrzy.hub.delivery.RouteTally;
import cn.zrzy.hub.duty.DutyRun;
import cn.zrzy.hub.plumbing.RouteView;

/**
 * One route with what came of it (路由情况): a message that the partner refused was handled by the route without a fault, and
 * is a failure all the same. So what sends is judged by the ledger, a night job by its last run, the rest by its exchanges.
 *
 * @param total confirmed within 24 hours and still open; of others exchanges since the start
 * @param failed of these not taken, refused, or failed
 * @param lastGood moment, null for never; so is {@code lastBad}
 */
record RouteLine(RouteView route, RouteState state, long total, long failed, Object lastGood, Object lastBad) {

    /**
     * @param tally null unless the route carries debts
     * @param run the job's newest run; null unless the route is a night job
     */
    static RouteLine of(RouteView route, RouteTally tally, DutyRun run) {
        RouteLine told = tally != null ? told(route, tally) : run != null ? told(route, run) : byExchanges(route);
        return switch (route.state()) {
            case "Started" -> told;
            case "Suspended" -> told.in(RouteState.SUSPENDED);
            default -> told.in(RouteState.STOPPED);
        };
    }

    private static RouteLine byExchanges(RouteView route) {
        boolean failing = route.lastFailed() != null
                && (route.lastCompleted() == null || route.lastFailed().isAfter(route.lastCompleted()));
        RouteState state =
                failing ? RouteState.FAILED : route.exchangesTotal() == 0 ? RouteState.IDLE : RouteState.RUNNING;
        return new RouteLine(
                route,
                state,
                route.exchangesTotal(),
                route.exchangesFailed(),
                route.lastCompleted(),
                route.lastFailed());
    }

    private static RouteLine told(RouteView route, RouteTally tally) {
        long bad = tally.parked() + tally.failing();
        long all = tally.confirmed() + tally.waiting() + bad;
        RouteState state = tally.parked() > 0
                ? RouteState.PARKED
                : tally.failing() > 0 ? RouteState.FAILING : all == 0 ? RouteState.IDLE : RouteState.RUNNING;
        return new RouteLine(route, state, all, bad, tally.lastConfirmedAt(), tally.lastFailedAt());
    }

    private static RouteLine told(RouteView route, DutyRun run) {
        RouteState state = switch (run.state()) {
            case FAILED, MISSED -> RouteState.FAILED;
            case HELD -> RouteState.PARKED;
            case PARTIAL -> run.code().isEmpty() ? RouteState.RUNNING : RouteState.PARKED;
            case WAITING -> RouteState.FAILING;
            case DUE -> RouteState.IDLE;
            case RUNNING, DONE, SKIPPED -> RouteState.RUNNING;
        };
        boolean bad = state == RouteState.FAILED || state == RouteState.PARKED || state == RouteState.FAILING;
        Object at = run.endedAt() == null ? run.startedAt() : run.endedAt();
        return new RouteLine(route, state, run.attempts(), bad ? 1 : 0, bad ? null : at, bad ? at : null);
    }

    RouteLine in(RouteState other) {
        return new RouteLine(route, other, total, failed, lastGood, lastBad);
    }
}
