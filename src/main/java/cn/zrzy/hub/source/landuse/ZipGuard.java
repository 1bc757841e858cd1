package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks an .xlsx once into nothing, counting, before any parser sees it (压缩炸弹检查). */
final class ZipGuard {

    private static final long LARGEST = 256L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private ZipGuard() {}

    /**
     * @throws Rejected E-XLSX-BOMB when it would unpack to more than 256 MB or hold too many or outward-pointing entries
     * @throws TryLater when it is cut off or no zip at all
     */
    static void check(InputStream body, String source) {
        try (InputStream in = body) {
            in.mark(8);
            byte[] head = in.readNBytes(ZIP.length);
            in.reset();
            if (!java.util.Arrays.equals(head, ZIP)) {
                throw new TryLater(source + " 的应答不是 .xlsx 文件，将重新读取");
            }
            count(new ZipInputStream(in), source);
        } catch (IOException e) {
            throw new TryLater(source + " 的 .xlsx 文件不完整，将重新读取");
        }
    }

    private static void count(ZipInputStream zip, String source) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_ENTRIES
                    || entry.getName().contains("..")
                    || entry.getName().startsWith("/")) {
                throw new Rejected("E-XLSX-BOMB", source + " 的 .xlsx 内部结构异常，拒绝解析");
            }
            for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                size += n;
                if (size > LARGEST) {
                    throw new Rejected("E-XLSX-BOMB", source + " 的 .xlsx 解压后超过 256 MB，拒绝解析");
                }
            }
        }
    }
}
