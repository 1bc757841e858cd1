package cn.zrzy.hub.intake.jdbc;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Content-addressed files (原文文件): {@code bodies/ab/cdef…}. Camel's file component does not force to disk, and what is
 * not forced is not kept after a power cut; so bytes, name and directory are each forced here before the caller goes on.
 */
class BodyFiles {

    private final Path root;
    private final long limit;

    BodyFiles(Path root, long limit) {
        this.root = root;
        this.limit = limit;
    }

    record Kept(String sha256, String sm3, long size) {}

    Kept keep(String source, InputStream content) {
        try {
            Path incoming = Files.createDirectories(root.resolve("incoming"));
            Path temporary = incoming.resolve(UUID.randomUUID().toString());
            try {
                Kept kept = write(source, content, temporary);
                settle(temporary, path(kept.sha256()));
                return kept;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new Rejected("E-BODY-GONE", "原文地址不合法", Place.of("原文库"));
        }
        try {
            return new BufferedInputStream(Files.newInputStream(path(sha256)), 1 << 16);
        } catch (IOException e) {
            throw new Rejected("E-BODY-GONE", "原文库中没有 " + sha256 + "，请核对数据目录", Place.of("原文库"));
        }
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private Kept write(String source, InputStream content, Path file) throws IOException {
        MessageDigest sha = sha256();
        SM3Digest sm3 = new SM3Digest();
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw new Rejected("E-BODY-SIZE", "正文超过上限 " + limit + " 字节，已停止接收", Place.of(source));
                }
                sha.update(buffer, 0, n);
                sm3.update(buffer, 0, n);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        byte[] sum = new byte[sm3.getDigestSize()];
        sm3.doFinal(sum, 0);
        return new Kept(HexFormat.of().formatHex(sha.digest()), HexFormat.of().formatHex(sum), size);
    }

    private void settle(Path temporary, Path place) throws IOException {
        if (Files.exists(place)) {
            return;
        }
        Path folder = place.getParent();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            force(root);
        }
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
