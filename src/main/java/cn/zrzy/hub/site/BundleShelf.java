package cn.zrzy.hub.site;

import cn.zrzy.hub.draw.DrawLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 证据包架: keeps the newest bundle of each draw as a file, named by draw and version, so that a bundle of 15 MB is made
 * once and streamed many times. Everything here may be deleted at any time.
 */
@Component
class BundleShelf {

    private final Turn turn = new Turn();
    private final DrawLedger ledger;
    private final Path folder;

    BundleShelf(DrawLedger ledger, @Value("${hub.data:data}") Path data) {
        this.ledger = ledger;
        this.folder = data.resolve("site");
    }

    /**
     * The bundle of this very version; empty when the ledger has gone on since. One is made at a time: many who come at
     * once for a new one must not each hold it in memory.
     *
     * @throws Turn.Busy when too many wait for one
     */
    Optional<Path> file(String drawNo, String version) {
        Path file = folder.resolve(drawNo + "." + version + ".zip");
        boolean there = Files.exists(file) || turn.take(() -> Files.exists(file) || made(drawNo, version, file));
        return there ? Optional.of(file) : Optional.empty();
    }

    private boolean made(String drawNo, String version, Path file) {
        byte[] bundle = ledger.bundle(drawNo);
        if (!ledger.version(drawNo).equals(version)) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, drawNo, ".part");
            Files.write(part, bundle);
            forget(drawNo);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String drawNo) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, drawNo + ".*.zip")) {
            for (Path path : old) {
                Files.deleteIfExists(path);
            }
        }
    }
}
