package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The hub's own PostgreSQL (内置数据库): fsync on, SCRAM passwords, loopback only, an account without rights. A server that
 * outlived a killed hub is adopted; one that was killed itself recovers from its write-ahead log when started again.
 */
public final class PostgresServer {

    private static final int PATIENCE = 150;

    private final Path bin;
    private final Path cluster;
    private final OsUser user;
    private final int port;

    private PostgresServer(Path bin, Path cluster, OsUser user, int port) {
        this.bin = bin;
        this.cluster = cluster;
        this.user = user;
        this.port = port;
    }

    /**
     * Starts or adopts the server.
     *
     * @param data the hub's data folder; when the account cannot enter it, /var/lib/zrzy-hub serves and a note is left
     * @param port TCP port on 127.0.0.1 for a server that does not run yet
     */
    public static PostgresServer start(Path data, int port, DatabasePasswords passwords) throws IOException {
        OsUser user = OsUser.choose();
        Path home = home(data.toAbsolutePath().normalize(), user);
        Path bin = PostgresBinaries.unpack(home).resolve("bin");
        Path cluster = home.resolve("cluster");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            PostgresCluster.make(bin, home, cluster, user, passwords);
        }
        PostgresCluster.requireRoles(cluster);
        PostgresServer server = new PostgresServer(bin, cluster, user, port);
        return server.adopted().orElseGet(() -> server.launched());
    }

    public int port() {
        return port;
    }

    boolean listens() {
        return answers(port);
    }

    /** Starts it again after it was killed or gave up; what it had committed is in its write-ahead log. */
    void restart() throws IOException {
        if (!running() || !answers(port)) {
            launch();
        }
    }

    /** Ends all sessions and writes a checkpoint, so that the next start needs no recovery. */
    public void stop() throws IOException {
        Shell.run(user.as(List.of(pgCtl(), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60")));
    }

    void signalStop() throws IOException {
        Shell.run(user.as(List.of(pgCtl(), "stop", "-D", cluster.toString(), "-m", "fast", "-W")));
    }

    private static Path home(Path data, OsUser user) throws IOException {
        Path home = data.resolve("postgres");
        Files.createDirectories(home);
        if (user.other().isPresent()) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (user.canEnter(home)) {
            return home;
        }
        Path note = home.resolve("moved-to.txt");
        if (Files.exists(note)) {
            return Path.of(Files.readString(note).strip());
        }
        // A new folder each time: a data folder that was wiped must not meet the cluster of its former life.
        Path elsewhere = Files.createTempDirectory(Files.createDirectories(Path.of("/var/lib/zrzy-hub")), "pg");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(note, elsewhere + "\n");
        return elsewhere;
    }

    /** A server that answers is taken over; one that is just dying is waited for, since its children hold the data. */
    private Optional<PostgresServer> adopted() throws IOException {
        for (int tries = 0; running() && tries < PATIENCE; tries++) {
            int inUse = portInUse();
            if (answers(inUse)) {
                return Optional.of(new PostgresServer(bin, cluster, user, inUse));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return Optional.empty();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Tried more than once: the children of a killed server may hold its shared memory for a moment. */
    private PostgresServer launched() {
        for (int tries = 1; ; tries++) {
            try {
                launch();
                return this;
            } catch (IOException e) {
                if (tries == 5) {
                    throw new UncheckedIOException("内置 PostgreSQL 无法启动，日志见 " + cluster.resolve("server.log"), e);
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void launch() throws IOException {
        String options = "-c listen_addresses=127.0.0.1 -c port=" + port
                + " -c unix_socket_directories= -c max_connections=60 -c timezone=Asia/Shanghai"
                + " -c shared_buffers=128MB -c password_encryption=scram-sha-256";
        Shell.run(user.as(List.of(
                pgCtl(),
                "start",
                "-D",
                cluster.toString(),
                "-w",
                "-t",
                "120",
                "-l",
                cluster.resolve("server.log").toString(),
                "-o",
                options)));
    }

    private boolean running() throws IOException {
        return Shell.status(user.as(List.of(pgCtl(), "status", "-D", cluster.toString()))) == 0;
    }

    /** Line 4 of postmaster.pid is the port the server really listens on. */
    private int portInUse() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip());
    }

    private String pgCtl() {
        return bin.resolve("pg_ctl").toString();
    }
}
