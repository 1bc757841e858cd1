package cn.zrzy.hub.source.landuse;

import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.kernel.TryLater;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
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

    /** How a compound file begins ([MS-CFB] §2.2): .xls, and .xlsx behind a password. */
    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private ZipGuard() {}

    /**
     * @return the file
     * @throws Rejected E-XLSX-KIND when it is a file of another kind, which reading again will not change
     * @throws Rejected E-XLSX-BOMB when it would unpack to more than 256 MB or hold too many or outward-pointing entries
     * @throws TryLater when it is cut off, or a page came in its place
     */
    static byte[] check(InputStream body, String source) {
        byte[] bytes;
        try (InputStream in = body) {
            bytes = in.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new TryLater(source + " 的 .xlsx 文件没有读完，将重新读取");
        }
        if (bytes.length > LARGEST_FILE) {
            throw new Rejected("E-BODY-SIZE", ".xlsx 超过 64 MB，拒绝解析", Place.of(source));
        }
        requireKind(bytes, source);
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            count(zip, source);
            return bytes;
        } catch (UnsupportedZipFeatureException e) {
            throw kind(source, "是加了密码的压缩包");
        } catch (IOException e) {
            throw new TryLater(source + " 的应答不是完整的 .xlsx 文件，将重新读取");
        }
    }

    /** A page may be a login page that is gone tomorrow; any other kind stays what it is, however often it is read. */
    private static void requireKind(byte[] bytes, String source) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\\u00ef\\u00bb\\u00bf", "") // a byte order mark, read as Latin-1
                .strip();
        if (Arrays.equals(Arrays.copyOf(bytes, COMPOUND.length), COMPOUND)) {
            throw kind(source, "是旧版 Excel（.xls）文件，或加了打开密码的工作簿");
        }
        boolean page = start.isEmpty() || start.startsWith("<") || start.startsWith("{");
        if (page && start.contains("urn:schemas-microsoft-com:office:")) {
            throw kind(source, "是网页或 XML 格式的表格");
        }
        if (!page && !start.startsWith("PK")) {
            throw kind(source, "既不是 .xlsx 也不是网页，可能是 CSV 等别的文件改了扩展名");
        }
    }

    private static Rejected kind(String source, String what) {
        return new Rejected("E-XLSX-KIND", "收到的" + what + "，枢纽读不了，请在 Excel 或 WPS 中另存为 .xlsx 后重发", Place.of(source));
    }

    private static void count(ZipFile zip, String source) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int entries = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (++entries > MOST_ENTRIES
                    || entry.getName().contains("..")
                    || entry.getName().startsWith("/")) {
                throw new Rejected("E-XLSX-BOMB", ".xlsx 内部结构异常，拒绝解析", Place.of(source));
            }
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    if (size > LARGEST) {
                        throw new Rejected("E-XLSX-BOMB", ".xlsx 解压后超过 256 MB，拒绝解析", Place.of(source));
                    }
                }
            }
        }
    }
}
