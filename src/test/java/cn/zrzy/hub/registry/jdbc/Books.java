package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.registry.ChangeGuard;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registry book as the hub wires it, on a test database. */
final class Books {

    private Books() {}

    static JdbcRegistryBook of(TestDatabase database, Clock clock, ApplicationEventPublisher events) {
        JdbcClient jdbc = database.jdbc();
        RunTable runs = new RunTable(jdbc, clock);
        Differences differences = new Differences(jdbc);
        HeldChanges held = new HeldChanges(jdbc, runs, events);
        return new JdbcRegistryBook(
                database.transaction(),
                runs,
                new StagingTables(new JdbcTemplate(database.dataSource())),
                differences,
                held,
                new ChangePages(jdbc),
                new LiveLists(
                        runs,
                        differences,
                        held,
                        new ChangeGuard(20, 5, 20, 5, 20, 5),
                        new RunLine(jdbc, new JdbcUndrawables(jdbc, new JdbcInspectors(jdbc, person -> ""))),
                        new Conservation(jdbc),
                        events));
    }
}
