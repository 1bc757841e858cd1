package cn.zrzy.hub.embedded.jdbc;

import cn.zrzy.hub.embedded.DatabaseState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the database whether it is there (数据库探测), so that a page can say "not now" at once instead of waiting for a pool that
 * waits for a server. A refused or broken connection counts at once; silence only when it lasts, since a busy machine is
 * silent for a moment too.
 */
@Component
class DatabasePing implements DatabaseState, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePing.class);
    private static final int SILENT_TIMES = 3;

    private final JdbcConnectionDetails database;
    private final long everyMillis;
    private ScheduledExecutorService thread;
    private Connection connection;
    private int silent;
    private volatile Instant awaySince;

    DatabasePing(JdbcConnectionDetails database, @Value("${hub.database-ping-millis:300}") long everyMillis) {
        this.database = database;
        this.everyMillis = everyMillis;
    }

    @Override
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread ping = new Thread(work, "database-ping");
            ping.setDaemon(true);
            return ping;
        });
        thread.scheduleWithFixedDelay(this::ask, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(database.getJdbcUrl(), settings());
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
            }
            silent = 0;
            if (awaySince != null) {
                LOG.info("数据库恢复应答");
                awaySince = null;
            }
        } catch (SQLException e) {
            drop();
            note(e);
        }
    }

    private void note(SQLException why) {
        // On a standing connection and on a new one alike, whatever SQLState the driver gives it.
        boolean timedOut = why.getCause() instanceof java.net.SocketTimeoutException && ++silent < SILENT_TIMES;
        if (!timedOut && awaySince == null) {
            awaySince = Instant.now();
            LOG.error("E-DATABASE-AWAY 数据库没有应答：{}", why.getMessage());
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("user", String.valueOf(database.getUsername()));
        settings.setProperty("password", String.valueOf(database.getPassword()));
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("socketTimeout", "2");
        settings.setProperty("ApplicationName", "hub-ping");
        return settings;
    }

    private void drop() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("closing a dead connection", e);
        }
        connection = null;
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        thread = null;
        drop();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server opens its doors, until after it has closed them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
