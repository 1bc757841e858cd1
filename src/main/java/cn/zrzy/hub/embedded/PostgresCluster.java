package cn.zrzy.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Makes the cluster of the embedded PostgreSQL with its three roles (数据库集簇): nobody who works is a superuser. */
final class PostgresCluster {

    /** Lies in a cluster that was made with roles apart; older ones had the hub as superuser. */
    private static final String ROLES = "hub-roles-apart";

    private PostgresCluster() {}

    /** Made beside its place and moved there whole, so that a power cut leaves no half-made cluster behind. */
    static void make(Path bin, Path home, Path cluster, OsUser user, DatabasePasswords passwords) throws IOException {
        Path half = home.resolve("cluster.half");
        Shell.run(List.of("rm", "-rf", half.toString(), cluster.toString()));
        Files.createDirectories(half);
        Path secret = secret(home.resolve("first-password"), passwords.superuser());
        Path roles = secret(home.resolve("first-roles"), roles(passwords));
        try {
            user.own(half);
            user.own(secret);
            Shell.run(user.as(List.of(
                    bin.resolve("initdb").toString(),
                    "-D",
                    half.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + secret,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C.UTF-8")));
            // Before the server ever listens, so that no password crosses a connection.
            String said = Shell.run(
                    user.as(List.of(bin.resolve("postgres").toString(), "--single", "-D", half.toString(), "postgres")),
                    roles);
            if (said.contains("ERROR:") || said.contains("FATAL:")) {
                throw new IOException("内置 PostgreSQL 的角色没有建成：" + said);
            }
        } finally {
            Files.deleteIfExists(secret);
            Files.deleteIfExists(roles);
        }
        Files.createFile(half.resolve(ROLES));
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    static void requireRoles(Path cluster) throws IOException {
        if (!Files.exists(cluster.resolve(ROLES))) {
            throw new IOException(
                    "数据目录里的内置数据库是旧版建的（枢纽是其超级用户），本版不再使用；" + "请备份 " + cluster + " 后换一个空的数据目录，见 docs/runbook.md“清空数据”");
        }
    }

    /** One statement a line, as single-user mode reads them. */
    private static String roles(DatabasePasswords passwords) {
        return String.join(
                "\n",
                "set password_encryption = 'scram-sha-256';",
                role("hub", passwords.hub()),
                role("keeper", passwords.keeper()),
                "revoke all on database postgres from public;",
                "revoke all on database template1 from public;",
                "grant connect, temporary, create on database postgres to hub, keeper;",
                "revoke all on schema public from public;",
                "grant usage, create on schema public to hub;",
                "");
    }

    private static String role(String name, String password) {
        return "create role " + name + " login nosuperuser nocreatedb nocreaterole noreplication password '"
                + password.replace("'", "''") + "';";
    }

    private static Path secret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
