package cn.zrzy.hub.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs that travel in the jar (zonky's builds of the official sources). */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** @return the folder that holds {@code bin/}; unpacked at most once, and whole or not at all */
    static Path unpack(Path home) throws IOException {
        Path target = home.resolve("pg-18");
        if (Files.isDirectory(target)) {
            return target;
        }
        Path half = home.resolve("pg-18.unpacking");
        Files.createDirectories(half);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String archive = "/postgres-linux-" + arch + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException("本机架构没有内置 PostgreSQL（缺 " + archive + "），请改用外部数据库 spring.datasource.url");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed))), half);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, Path half) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = half.resolve(entry.getName()).normalize();
            if (!file.startsWith(half)) {
                throw new IOException("archive entry outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                passable(file, half);
            } else if (entry.isSymbolicLink()) {
                passable(file.getParent(), half);
                Files.deleteIfExists(file);
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                passable(file.getParent(), half);
                Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    /** Whatever the umask: another account may have to run what lies in there. */
    private static void passable(Path folder, Path half) throws IOException {
        Files.createDirectories(folder);
        for (Path step = folder; step.startsWith(half); step = step.getParent()) {
            Files.setPosixFilePermissions(step, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
