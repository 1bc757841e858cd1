package cn.zrzy.hub.partner.judiciary;

import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.partner.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * 移送材料包: a ZIP whose bytes depend on its content alone. Entries are stored, not deflated, with one fixed time: another
 * JDK may compress differently, and the police's return slip signs the digest of the whole package.
 */
class CasePackage {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private record Listing(String idempotencyKey, List<Line> files) {}

    private record Line(String name, int size, String sm3) {}

    CasePackage add(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    CasePackage add(String name, String content) {
        return add(name, Documents.utf8(content));
    }

    /** With 清单.json, which lists everything else. */
    byte[] seal(String idempotencyKey) {
        List<Line> lines = files.entrySet().stream()
                .map(file -> new Line(file.getKey(), file.getValue().length, Digest.sm3(file.getValue())))
                .toList();
        add("清单.json", Documents.json(new Listing(idempotencyKey, lines)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
