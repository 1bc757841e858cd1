package cn.zrzy.hub.embedded;

import cn.zrzy.hub.kernel.Concern;
import cn.zrzy.hub.kernel.Concerns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Tells that the disk of the data folder is filling up, while there is still time (磁盘余量). */
@Component
class DiskWatch implements Concerns {

    private final Path data;
    private final long warnAt;

    DiskWatch(@Value("${hub.data}") Path data, @Value("${hub.disk-warn:5GB}") DataSize warnAt) {
        this.data = data;
        this.warnAt = warnAt.toBytes();
    }

    @Override
    public List<Concern> open() {
        try {
            FileStore disk = Files.getFileStore(data);
            long left = disk.getUsableSpace();
            long used = disk.getTotalSpace() <= 0 ? 0 : 100 - left * 100 / disk.getTotalSpace();
            return left > warnAt
                    ? List.of()
                    : List.of(new Concern(
                            "disk-low", List.of(readable(left), used), null, null, "/ops", left > warnAt / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readable(long bytes) {
        return bytes >= 1L << 30 ? (bytes >> 30) + " GB" : (bytes >> 20) + " MB";
    }
}
