package cn.zrzy.hub.registry.jdbc;

import cn.zrzy.hub.fixtures.TestDatabase;
import cn.zrzy.hub.registry.RegistryBook;
import cn.zrzy.hub.registry.batch.SyncBooks;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registry book as the hub wires it, on a test database. */
final class Books {

    private Books() {}

    static RegistryBook of(TestDatabase database, Clock clock, ApplicationEventPublisher events) {
        JdbcClient jdbc = database.jdbc();
        return new SyncBooks(
                        new JdbcBatches(jdbc),
                        new StagingTables(new JdbcTemplate(database.dataSource())),
                        new JdbcLiveList(jdbc, new Conservation(jdbc)),
                        new JdbcBatchPages(jdbc, new ChangePages(jdbc)),
                        new JdbcUndrawables(jdbc, new JdbcInspectors(jdbc, person -> "")),
                        database.transaction().getTransactionManager())
                .with(clock, events);
    }
}
