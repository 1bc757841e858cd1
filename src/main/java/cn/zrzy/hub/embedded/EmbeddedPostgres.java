package cn.zrzy.hub.embedded;

import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Starts the embedded PostgreSQL before the first connection and stops it after the last. */
@Component
@ConditionalOnProperty("hub.embedded.postgres")
class EmbeddedPostgres implements JdbcConnectionDetails, DisposableBean, Concerns {

    private final DataLock lock;
    private final PostgresServer server;
    private final String password;
    private final Keeper keeper;

    EmbeddedPostgres(
            @Value("${hub.data}") Path data,
            @Value("${hub.postgres.port}") int port,
            @Value("${secret.postgres-super}") String superuser,
            @Value("${secret.postgres-keeper}") String keeper,
            @Value("${secret.postgres-password}") String password)
            throws IOException {
        this.lock = DataLock.take(data);
        this.password = password;
        this.server = PostgresServer.start(data, port, new DatabasePasswords(superuser, keeper, password));
        this.keeper = new Keeper("database", new Postmaster(server), Duration.ofSeconds(1));
    }

    /** Asked by its port: what does not listen takes no connection, whatever the process table says. */
    private record Postmaster(PostgresServer server) implements Keeper.Kept {

        @Override
        public boolean runs() {
            return server.listens();
        }

        @Override
        public void restart() throws IOException {
            server.restart();
        }
    }

    @Override
    public List<Concern> open() {
        return keeper.concerns();
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?ApplicationName=hub";
    }

    @Override
    public String getUsername() {
        return "hub";
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Tells the server to end by itself; nobody waits for it. */
    void letGo() {
        try {
            server.signalStop();
        } catch (IOException e) {
            // It is adopted at the next start.
        }
    }

    @Override
    public void destroy() throws IOException {
        keeper.close();
        server.stop();
        lock.close();
    }
}
