package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating-system account that runs PostgreSQL (数据库运行账户). PostgreSQL refuses to run as root, and rightly, so a
 * hub started as root gives the server to an account without rights; otherwise the hub's own account serves.
 */
record OsUser(Optional<String> other) {

    private static final List<String> CANDIDATES = List.of("postgres", "zrzy-hub", "nobody");

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static OsUser choose() throws IOException {
        if (!isRoot()) {
            return new OsUser(Optional.empty());
        }
        List<String> accounts = Files.readAllLines(Path.of("/etc/passwd"));
        for (String name : CANDIDATES) {
            if (accounts.stream().anyMatch(line -> line.startsWith(name + ":"))) {
                return new OsUser(Optional.of(name));
            }
        }
        throw new IOException("以 root 启动时需要一个普通系统账户来运行 PostgreSQL：useradd --system zrzy-hub");
    }

    /** The command as this account runs it: no groups, no way back to more rights. */
    List<String> as(List<String> command) {
        List<String> line = new ArrayList<>();
        other.ifPresent(name -> line.addAll(
                List.of("setpriv", "--reuid=" + name, "--regid=" + gid(name), "--clear-groups", "--no-new-privs")));
        line.addAll(command);
        return line;
    }

    boolean canEnter(Path dir) throws IOException {
        return Shell.status(as(List.of("test", "-x", dir.toString()))) == 0;
    }

    void own(Path dir) throws IOException {
        if (other.isPresent()) {
            Shell.run(List.of("chown", "-R", other.get(), dir.toString()));
        }
    }

    private static String gid(String name) {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.split(":")[3])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
