package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.DispatchState;
import cn.zrzy.hub.delivery.DispatchSummary;
import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.Receipt;
import cn.zrzy.hub.delivery.ledger.DispatchLedger;
import cn.zrzy.hub.delivery.ledger.DispatchOffice;
import cn.zrzy.hub.delivery.ledger.Receipts;
import cn.zrzy.hub.delivery.ledger.Setbacks;
import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.delivery.terms.DeliveryTerms.Doubt;
import cn.zrzy.hub.delivery.terms.DeliveryTerms.Route;
import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One ledger on a database of its own, and the few sentences that its tests are written in. */
class LedgerFixture {

    static final byte[] BODY = "{\"planCode\":\"XC-2026-P01\"}".getBytes(StandardCharsets.UTF_8);

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient jdbc = database.jdbc();
    final List<Object> published = new ArrayList<>();
    final Lines lines;
    final JdbcDispatches dispatches;
    final DispatchLedger ledger;
    final JdbcDueDispatches due;
    final DispatchOffice acts;
    final JdbcDispatchDesk desk;
    final TransactionTemplate transaction;
    final DeliveryTerms terms;

    record Happened(String key, String orderKey) implements Fact {
        @Override
        public String event() {
            return "test.happened";
        }

        @Override
        public String sentence() {
            return "事实 " + key;
        }
    }

    LedgerFixture() {
        terms = new DeliveryTerms(
                Duration.ofSeconds(40),
                8,
                3,
                10,
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                0,
                Map.of(
                        "publish-plan-to-province", route("province", 1, Doubt.ASK),
                        "publish-draw-to-province", route("province", 3, Doubt.ASK),
                        "publish-results-to-province", route("province", 4, Doubt.ASK),
                        "publish-plan-to-portal", route("portal", 1, Doubt.ASK),
                        "refer-case-to-enforcement", route("enforcement", 1, Doubt.RESEND)));
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        lines = new Lines(jdbc, transactions);
        Backoff backoff = new Backoff(terms);
        dispatches = new JdbcDispatches(jdbc, lines, new FactKeys(jdbc), new DispatchHistory(jdbc), published::add);
        ledger = new DispatchLedger(
                dispatches,
                new Setbacks(dispatches, backoff, terms),
                new Receipts(dispatches, new JdbcStrays(jdbc), Clock.systemDefaultZone()),
                terms,
                transactions);
        due = new JdbcDueDispatches(jdbc, dispatches, lines, terms, backoff, transactions);
        acts = new DispatchOffice(dispatches, new JdbcVersions(jdbc), Clock.systemDefaultZone(), transactions);
        desk = new JdbcDispatchDesk(jdbc, new DispatchFiles(jdbc), new OpenCounts(jdbc));
        transaction = new TransactionTemplate(transactions);
    }

    private static Route route(String partner, int stage, Doubt doubt) {
        return new Route(
                partner, stage, doubt, "监管科", null, null, Duration.ofHours(24), doubt == Doubt.RESEND ? "broker" : "");
    }

    void owe(String route, String key, String orderKey) {
        transaction.executeWithoutResult(status -> ledger.owe(new Happened(key, orderKey), route));
    }

    LeasedDispatch oweAndClaim(String route, String key) {
        owe(route, key, "XC-2026-P01");
        return claimOne();
    }

    LeasedDispatch claimOne() {
        List<LeasedDispatch> claimed = due.claim(10);
        if (claimed.size() != 1) {
            throw new AssertionError("one dispatch should be due, but was " + claimed);
        }
        return claimed.get(0);
    }

    void beginAndKeep(LeasedDispatch leased) {
        ledger.begin(leased.dispatch(), leased.leaseNo());
        ledger.keep(leased.dispatch(), leased.leaseNo(), BODY);
    }

    Receipt receipt(LeasedDispatch leased, String verdict) {
        return new Receipt(
                leased.idempotencyKey(),
                "HN" + leased.dispatch(),
                Digest.sm3(BODY),
                OffsetDateTime.parse("2026-11-23T09:00:00+08:00"),
                verdict,
                "",
                "{}");
    }

    void send(LeasedDispatch leased) {
        beginAndKeep(leased);
        ledger.confirm(leased.dispatch(), leased.leaseNo(), receipt(leased, Receipt.ACCEPTED));
    }

    /** A receipt that comes by itself and at its own time. */
    void told(LeasedDispatch leased, String verdict) {
        ledger.receipt(receipt(leased, verdict), line(leased).partner());
    }

    void leaseRunsOut() {
        jdbc.sql("update delivery.dispatch set lease_until = clock_timestamp() - interval '1 second'"
                        + " where lease_until is not null")
                .update();
        due.expireLeases();
    }

    void timePasses() {
        jdbc.sql(
                        "update delivery.dispatch set next_at = clock_timestamp() - interval '1 second' where next_at is not null")
                .update();
    }

    DispatchState state(LeasedDispatch leased) {
        return line(leased).state();
    }

    DispatchSummary line(LeasedDispatch leased) {
        return desk.one(leased.dispatch()).orElseThrow().summary();
    }

    JdbcCarriers carriers() {
        return new JdbcCarriers(jdbc, dispatches, terms);
    }

    void close() {
        database.close();
    }
}
