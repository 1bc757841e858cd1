package cn.zrzy.hub.embedded;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Runs the migrations of evidence and audit trail as the role {@code keeper} that owns them, then everybody else's as the
 * hub (证据迁移). So whoever gets hold of the hub's connection can neither change a row there nor switch off the triggers that
 * refuse it (GB/T 22239-2019 8.1.4.3: the audit record is protected).
 */
@Component
public class EvidenceMigrations implements FlywayMigrationStrategy {

    private final JdbcConnectionDetails database;
    private final String keeper;
    private final String password;

    EvidenceMigrations(
            JdbcConnectionDetails database,
            @Value("${hub.keeper.username:keeper}") String keeper,
            @Value("${hub.keeper.password:${secret.postgres-keeper:}}") String password) {
        this.database = database;
        this.keeper = keeper;
        this.password = password;
    }

    @Override
    public void migrate(Flyway hubs) {
        if (password.isBlank()) {
            throw new IllegalStateException(
                    "缺少证据保管角色 " + keeper + " 的口令：请设置 secret.postgres-keeper（或 hub.keeper.password）");
        }
        evidence(database.getJdbcUrl(), keeper, password, database.getUsername());
        hubs.migrate();
    }

    /** @param hub role that may read and add */
    public static void evidence(String url, String keeper, String password, String hub) {
        Flyway.configure()
                .dataSource(url, keeper, password)
                .locations("classpath:db/evidence")
                .defaultSchema("evidence")
                .placeholders(Map.of("hub", hub))
                .load()
                .migrate();
    }
}
