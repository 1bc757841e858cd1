package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Starts the embedded PostgreSQL before the first connection and stops it after the last. */
@Component
@ConditionalOnProperty("hub.embedded.postgres")
class EmbeddedPostgres implements JdbcConnectionDetails, DisposableBean {

    private final DataLock lock;
    private final PostgresServer server;
    private final String password;

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

    @Override
    public void destroy() throws IOException {
        server.stop();
        lock.close();
    }
}
