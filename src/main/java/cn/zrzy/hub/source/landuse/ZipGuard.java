package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an .xlsx once into nothing, counting, before any parser sees it (压缩炸弹检查). By its central directory, as the
 * reader does: the JDK's ZipInputStream refuses ledgers whose writer streams with data descriptors.
 */
final class ZipGuard {

    private static final long LARGEST = 256L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;
    private static final int LARGEST_FILE = 64 * 1024 * 1024;

    private ZipGuard() {}

    /**
     * @throws Rejected E-XLSX-BOMB when it would unpack to more than 256 MB or hold too many or outward-pointing entries
     * @throws TryLater when it is cut off or no zip at all
     */
    static void check(InputStream body, String source) {
        byte[] bytes;
        try (InputStream in = body) {
            bytes = in.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new TryLater(source + " 的 .xlsx 文件没有读完，将重新读取");
        }
        if (bytes.length > LARGEST_FILE) {
            throw new Rejected("E-BODY-SIZE", source + " 的 .xlsx 超过 64 MB，拒绝解析");
        }
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            count(zip, source);
        } catch (IOException e) {
            throw new TryLater(source + " 的应答不是完整的 .xlsx 文件，将重新读取");
        }
    }

    private static void count(ZipFile zip, String source) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int entries = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (++entries > MOST_ENTRIES
                    || entry.getName().contains("..")
                    || entry.getName().startsWith("/")) {
                throw new Rejected("E-XLSX-BOMB", source + " 的 .xlsx 内部结构异常，拒绝解析");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    if (size > LARGEST) {
                        throw new Rejected("E-XLSX-BOMB", source + " 的 .xlsx 解压后超过 256 MB，拒绝解析");
                    }
                }
            }
        }
    }
}
