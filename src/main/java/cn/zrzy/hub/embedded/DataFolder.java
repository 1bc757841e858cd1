package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hub's data folder, closed to every other account of the machine (数据目录): what arrives from HR holds identity numbers
 * in full (个人信息保护法 §51). Closed before anything is written into it, whatever umask the hub was started with.
 */
final class DataFolder {

    private static final String CLOSED = "rwx------";
    /** PostgreSQL runs under an account of its own when the hub runs as root, and has to get through to its cluster. */
    private static final String PASSABLE = "rwx--x--x";

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final String POSTGRES = "postgres";
    private static final List<String> ROOMS = List.of("logs", "bodies", "incoming", "artemis", "spool", "secrets");

    private DataFolder() {}

    /** A server that runs there must not be shut out by whoever starts beside it without one of its own. */
    static boolean holdsCluster(Path data) {
        return Files.isDirectory(data.resolve(POSTGRES));
    }

    static void close(Path data, boolean passable) {
        try {
            Files.createDirectories(data);
            if (Files.getFileAttributeView(data, PosixFileAttributeView.class) == null) {
                return;
            }
            mode(data, passable ? PASSABLE : CLOSED);
            for (String room : ROOMS) {
                Files.createDirectories(data.resolve(room));
            }
            try (Stream<Path> inside = Files.list(data)) {
                for (Path room : inside.filter(Files::isDirectory).toList()) {
                    if (!room.endsWith(POSTGRES)) {
                        mode(room, CLOSED);
                    }
                }
            }
            sweep(data.resolve("incoming"));
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录 " + data.toAbsolutePath() + " 不能设为只有本账户可读，请检查其属主", e);
        }
    }

    /** Half-fetched files of a process that was killed. One that grew just now is somebody's at work. */
    private static void sweep(Path incoming) throws IOException {
        FileTime quiet = FileTime.from(Instant.now().minus(QUIET));
        try (Stream<Path> left = Files.walk(incoming)) {
            for (Path file : left.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(quiet) < 0) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void mode(Path folder, String mode) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }
}
