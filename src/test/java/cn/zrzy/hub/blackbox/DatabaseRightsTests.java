package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody holds the hub's own database connection (attacks 4 and 17): no file, no program, no change of what is on record. */
class DatabaseRightsTests {

    private final HubProcess hub = BlackBoxHub.running().process();
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                "hub",
                hub.secret("postgres-password"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void readsNoSigningKey() {
        Path key = hub.data().resolve("secrets/draw-sm2").toAbsolutePath();
        refused("select pg_read_file('" + key + "')");
        refused("select pg_read_file('postgresql.conf')");
        refused("create table stolen (line text); copy stolen from '" + key + "'");
    }

    @Test
    void runsNoProgram() {
        refused("create temporary table said (line text); copy said from program 'id'");
        refused("copy (select 1) to program 'cat'");
        refused("create function f() returns int language c as '/lib/x86_64-linux-gnu/libc.so.6', 'getpid'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set actor = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "alter table audit.entry disable trigger all",
                "drop table audit.entry",
                "drop schema audit cascade",
                "create or replace function audit.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "update draw.log set line = 'x'",
                "delete from draw.frozen",
                "alter table draw.evidence disable trigger all",
                "set role keeper",
                "set session authorization postgres",
                "alter role hub superuser",
                "grant all on all tables in schema draw to hub"
            })
    void changesNothingThatIsOnRecord(String sql) {
        refused(sql);
    }

    @Test
    void readsAndAddsAsItMust() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement
                            .executeQuery("select count(*) from audit.entry")
                            .next())
                    .isTrue();
            assertThat(statement
                            .executeQuery("select has_table_privilege('audit.entry', 'insert')")
                            .next())
                    .isTrue();
        }
    }

    /** Undone in any case, so that a hub that lets it through is not harmed for the other tests. */
    private void refused(String sql) {
        assertThatThrownBy(() -> {
                    connection.setAutoCommit(false);
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                        // A grant of nothing is only warned about.
                        if (statement.getWarnings() != null) {
                            throw new SQLException(statement.getWarnings().getMessage(), "42501");
                        }
                    } finally {
                        connection.rollback();
                        connection.setAutoCommit(true);
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isIn("42501", "0LP01");
    }
}
