package cn.zrzy.hub.delivery.terms;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The terms on which things leave (报送规则), block {@code delivery} of config/queues.yaml.
 *
 * @param lease how long one hub may work on a dispatch; longer than the longest answer may take
 * @param inFlight leased dispatches of one route at a time, so that a slow partner holds few messages
 * @param poisonAfter attempts in a row that began and never ended before the dispatch is parked
 * @param faultsAfter setbacks in a row after which a fault of our own, not the partner's, is parked
 * @param firstWait wait after the first setback; doubles with each further one
 * @param cap longest wait
 * @param jitter part of the wait that is random, 0 to 1, so that a partner that comes back is not stormed
 * @param routes terms of each route that carries debts
 */
@ConfigurationProperties("delivery")
public record DeliveryTerms(
        @DefaultValue("40s") Duration lease,
        @DefaultValue("8") int inFlight,
        @DefaultValue("3") int poisonAfter,
        @DefaultValue("10") int faultsAfter,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("15m") Duration cap,
        @DefaultValue("0.2") double jitter,
        @DefaultValue Map<String, Route> routes) {

    /**
     * Terms of one route.
     *
     * @param partner addressee
     * @param stage lower stages of one order key go first
     * @param doubt what a lost answer leads to
     * @param owner office that gets what is parked
     * @param firstWait null for the general one; so is {@code cap}
     * @param receiptWithin how long a later receipt may take before its owner is told
     * @param carrier what holds the message until the partner takes it, {@code broker}; empty when the partner itself answers
     */
    public record Route(
            String partner,
            @DefaultValue("1") int stage,
            @DefaultValue("ask") Doubt doubt,
            String owner,
            Duration firstWait,
            Duration cap,
            @DefaultValue("24h") Duration receiptWithin,
            @DefaultValue("") String carrier) {}

    /** ASK 先查询: the partner tells by key what it holds. RESEND 可重发: the same bytes twice have one effect by contract. */
    public enum Doubt {
        ASK,
        RESEND
    }

    /** @throws IllegalStateException when a route file owes to a route that config/queues.yaml does not know */
    public Route route(String id) {
        Route route = routes.get(id);
        if (route == null || route.partner() == null || route.owner() == null) {
            throw new IllegalStateException("config/queues.yaml 的 delivery.routes 没有 " + id + "（须有 partner 和 owner）");
        }
        return route;
    }

    /** Wait after so many setbacks in a row, before jitter. */
    public Duration wait(String route, int setbacks) {
        Route own = routes.get(route);
        Duration first = own == null || own.firstWait() == null ? firstWait : own.firstWait();
        Duration most = own == null || own.cap() == null ? cap : own.cap();
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(setbacks - 1, 0), 20));
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
