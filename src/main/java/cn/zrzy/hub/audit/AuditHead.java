package cn.zrzy.hub.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The end of the chain at the last good check (链头), kept in a file because a database cannot testify about itself. */
@Component
class AuditHead {

    private final Path file;

    AuditHead(@Value("${hub.data:./data}") Path data) {
        this.file = data.resolve("audit-head.txt");
    }

    record Mark(long seq, String hash) {}

    void remember(AuditEntry last) {
        try {
            Files.createDirectories(file.getParent());
            Path draft =
                    Files.writeString(file.resolveSibling("audit-head.tmp"), last.seq() + " " + last.hash() + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("无法写入 " + file, e);
        }
    }

    Optional<Mark> recall() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ");
            return Optional.of(new Mark(Long.parseLong(parts[0]), parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("无法读取 " + file, e);
        }
    }
}
