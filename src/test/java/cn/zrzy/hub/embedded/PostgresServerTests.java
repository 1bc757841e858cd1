package cn.zrzy.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresServerTests {

    private static final DatabasePasswords PASSWORDS = new DatabasePasswords("super", "bewahrt", "geheim");

    @Test
    void keepsItsDataIsAdoptedAndRecoversAfterKill() throws Exception {
        Path data = Path.of("target/test-embedded-" + ProcessHandle.current().pid());
        PostgresServer first = PostgresServer.start(data, TestDatabase.freePort(), PASSWORDS);
        write(first, "create table night(n int)");
        write(first, "insert into night values (7)");
        assertThat(read(first, "show fsync")).isEqualTo("on");
        assertThat(read(first, "select current_setting('is_superuser')")).isEqualTo("off");

        PostgresServer adopted = PostgresServer.start(data, TestDatabase.freePort(), PASSWORDS);
        assertThat(adopted.port())
                .as("a running server is adopted with its own port")
                .isEqualTo(first.port());

        Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
        if (!Files.exists(pidFile)) {
            pidFile = Path.of(
                    Files.readString(data.resolve("postgres/moved-to.txt")).strip(), "cluster/postmaster.pid");
        }
        String pid = Files.readAllLines(pidFile).get(0);
        assertThat(owner(pid)).as("never root").isNotEqualTo("0");
        Shell.run(List.of("kill", "-9", pid));

        PostgresServer recovered = PostgresServer.start(data, TestDatabase.freePort(), PASSWORDS);
        assertThat(read(recovered, "select n from night")).isEqualTo("7");
        recovered.stop();
    }

    private static String owner(String pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> line.split("\\s+")[1])
                .findFirst()
                .orElseThrow();
    }

    private static void write(PostgresServer server, String sql) throws Exception {
        try (Connection connection = connect(server)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String read(PostgresServer server, String sql) throws Exception {
        try (Connection connection = connect(server);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "hub", PASSWORDS.hub());
    }
}
