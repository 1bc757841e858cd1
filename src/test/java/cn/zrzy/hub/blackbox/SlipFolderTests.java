package cn.zrzy.hub.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.BlackBoxHub;
import cn.zrzy.hub.fixtures.HubProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the police's outbox (attack 7): too large, half written, or of nobody; nothing is deleted that was not understood. */
class SlipFolderTests {

    private final HubProcess hub = BlackBoxHub.running().process();
    private final Path outbox = hub.data().resolve("sandbox/judiciary/sftp/outbox");
    private final String name = "t" + UUID.randomUUID();

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(outbox);
    }

    /** Once it ended the polling of slips for good; now it is named, left alone, and the next one is read. */
    @Test
    void aHugeSlipIsNotFetchedAndTheNextOneIsRead() throws Exception {
        Path huge = outbox.resolve(name + "-huge.slip.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(300_000_000);
        }
        try {
            awaitStray(name + "-huge");
            Path small = outbox.resolve(name + "-small.slip.json");
            Files.writeString(small, "{\"idempotencyKey\":\"of:nobody@1\"}");
            awaitStray(name + "-small");
            assertThat(huge).exists();
            assertThat(small).as("not understood, not deleted").exists();
        } finally {
            Files.delete(huge);
        }
    }

    @Test
    void aSlipThatIsStillBeingWrittenIsNotDeleted() throws Exception {
        Path slip = outbox.resolve(name + ".slip.json");
        Files.writeString(slip, "{\"idempotencyKey\":\"refer-case-to-judiciary:X");
        awaitStray(name);
        assertThat(slip).exists();
        Files.writeString(slip, "{\"idempotencyKey\":\"refer-case-to-judiciary:XC-F1@1\",\"slipNo\":\"1\"}");
        await(() -> strays(name) == 2);
        assertThat(slip).exists();
    }

    private void awaitStray(String part) throws Exception {
        await(() -> strays(part) >= 1);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    /** Rows that name the file, in any column, so that the question can be put to a hub of any version. */
    private long strays(String part) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + hub.postgresPort() + "/postgres",
                        "hub",
                        hub.secret("postgres-password"));
                PreparedStatement query = database.prepareStatement(
                        "select count(*) from delivery.stray_receipt s where s::text like ?")) {
            query.setString(1, "%" + part + "%");
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
