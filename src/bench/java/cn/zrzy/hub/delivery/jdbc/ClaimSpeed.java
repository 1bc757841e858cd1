package cn.zrzy.hub.delivery.jdbc;

import cn.zrzy.hub.delivery.LeasedDispatch;
import cn.zrzy.hub.delivery.terms.Backoff;
import cn.zrzy.hub.delivery.terms.DeliveryTerms;
import cn.zrzy.hub.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What one claim costs the database, in CPU time of its backend, old query beside new one on the same rows. */
public final class ClaimSpeed implements AutoCloseable {

    private final TestDatabase database = TestDatabase.fresh();
    private final SingleConnectionDataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Lines lines;
    private final JdbcDueDispatches due;
    private final long backend;

    /** @param cpu of the database's process for this session @param wall as seen by the caller; both in ms */
    public record Cost(double cpu, double wall) {}

    public ClaimSpeed() throws IOException {
        source = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        jdbc = JdbcClient.create(source);
        jdbc.sql("set max_parallel_workers_per_gather = 0").update();
        backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        DeliveryTerms terms = terms();
        lines = new Lines(jdbc, transactions);
        JdbcDispatches dispatches =
                new JdbcDispatches(jdbc, lines, new FactKeys(jdbc), new DispatchHistory(jdbc), fact -> {});
        due = new JdbcDueDispatches(jdbc, dispatches, lines, terms, new Backoff(terms), transactions);
    }

    private static DeliveryTerms terms() throws IOException {
        return new Binder(ConfigurationPropertySources.from(
                        new YamlPropertySourceLoader().load("queues", new FileSystemResource("config/queues.yaml"))))
                .bind("delivery", DeliveryTerms.class)
                .get();
    }

    /** So many results of one plan, all due, for one partner. */
    public void due(int open) {
        seed("publish-results-to-province", "province", 4, "XC-1", open);
    }

    /** A second partner whose channel is full: so many due, and as many leased as may be. */
    public void slow(int open) {
        seed("publish-results-to-portal", "portal", 5, "XC-1", open);
        jdbc.sql("update delivery.dispatch set state = 'SENDING', next_at = null,"
                        + " lease_until = clock_timestamp() + interval '1 day' where no in ("
                        + "select no from delivery.dispatch where partner = 'portal' order by no limit 8)")
                .update();
    }

    /** A second partner that is down: one plan in doubt, and everything behind it waiting. */
    public void down(int open) {
        seed("publish-plan-to-portal", "portal", 1, "XC-1", 1);
        jdbc.sql("update delivery.dispatch set state = 'DOUBTED', unsure = true,"
                        + " next_at = clock_timestamp() + interval '10 minutes' where partner = 'portal'")
                .update();
        seed("publish-results-to-portal", "portal", 5, "XC-1", open);
    }

    private void seed(String route, String partner, int stage, String plan, int open) {
        jdbc.sql("""
                        insert into delivery.dispatch (route, partner, stage, askable, event, fact_key, subject, order_key,
                            sentence, idempotency_key, state, next_at, trace_id, owner)
                        select :route, :partner, :stage, true, 'inspection.finding-recorded', :plan || '-F' || n || '@1',
                               :plan || '-F' || n, :plan, '检查结果已录入', :route || ':' || :plan || '-F' || n || '@1', 'OWED',
                               clock_timestamp(), md5(n::text), '监管科'
                        from generate_series(1, :open) n
                        """)
                .param("route", route)
                .param("partner", partner)
                .param("stage", stage)
                .param("plan", plan)
                .param("open", open)
                .update();
    }

    /** Who stands before whom, found out once for each; per thousand. */
    public Cost place() {
        long open = jdbc.sql("select count(*) from delivery.dispatch where not placed")
                .query(Long.class)
                .single();
        Cost all = measured(1, () -> {
            lines.place();
            return 0;
        });
        jdbc.sql("vacuum analyze delivery.dispatch").update();
        return new Cost(all.cpu() * 1000 / open, all.wall() * 1000 / open);
    }

    public Cost newClaim(int rounds) {
        Cost sum = new Cost(0, 0);
        for (int round = 0; round < rounds; round++) {
            List<LeasedDispatch>[] claimed = new List[1];
            Cost one = measured(1, () -> (claimed[0] = due.claim(100)).size());
            claimed[0].forEach(due::release);
            sum = new Cost(sum.cpu() + one.cpu() / rounds, sum.wall() + one.wall() / rounds);
        }
        return sum;
    }

    public Cost oldClaim(int rounds) {
        OldClaim.indexes(jdbc);
        jdbc.sql("analyze delivery.dispatch").update();
        try {
            return measured(
                    rounds,
                    () -> transaction.execute(status -> {
                        status.setRollbackOnly();
                        return OldClaim.claim(jdbc);
                    }));
        } finally {
            OldClaim.noIndexes(jdbc);
        }
    }

    private Cost measured(int rounds, IntSupplier work) {
        long cpu = cpu();
        long wall = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            work.getAsInt();
        }
        double millions = 1e6 * rounds;
        return new Cost((cpu() - cpu) / millions, (System.nanoTime() - wall) / millions);
    }

    /** Nanoseconds on a processor; the database and this bench share one machine. */
    private long cpu() {
        try {
            return Long.parseLong(
                    Files.readString(Path.of("/proc/" + backend + "/schedstat")).split(" ")[0]);
        } catch (IOException e) {
            throw new IllegalStateException("this bench needs Linux with schedstat", e);
        }
    }

    public static String row(String what, int open, Cost old, Cost now, Cost base) {
        return String.format(
                Locale.ROOT,
                "%-34s %6d │ %10s %10s │ %8.2f %8.2f │ %6.2f",
                what,
                open,
                old == null ? "–" : String.format(Locale.ROOT, "%.1f", old.cpu()),
                old == null ? "–" : String.format(Locale.ROOT, "%.1f", old.wall()),
                now.cpu(),
                now.wall(),
                now.cpu() / base.cpu());
    }

    @Override
    public void close() {
        source.destroy();
        database.close();
    }
}
