package cn.zrzy.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The zip of a bundle: stored entries only, every header byte fixed (docs/draw/bundle-format.md §2). The entries are read,
 * written again and compared, so no byte of the file can hide anything.
 */
final class Container {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private Container() {}

    static boolean isZip(byte[] bytes) {
        return bytes.length >= 4 && little(bytes).getInt(0) == LOCAL;
    }

    static SortedMap<String, byte[]> entries(byte[] bytes) {
        SortedMap<String, byte[]> out = new TreeMap<>();
        ByteBuffer in = little(bytes);
        while (in.remaining() >= 4 && in.getInt(in.position()) == LOCAL) {
            int at = in.position();
            expect(in.remaining() >= 30, "header ends early");
            long size = Integer.toUnsignedLong(in.getInt(at + 18));
            int nameLength = Short.toUnsignedInt(in.getShort(at + 26));
            expect(in.getShort(at + 28) == 0 && in.getShort(at + 8) == 0, "local header");
            expect(at + 30L + nameLength + size <= bytes.length, "entry ends early");
            String name = new String(bytes, at + 30, nameLength, StandardCharsets.ISO_8859_1);
            expect(name.matches("[\\x21-\\x7e]+"), "name");
            int start = at + 30 + nameLength;
            byte[] before = out.put(name, Arrays.copyOfRange(bytes, start, start + (int) size));
            expect(before == null, "entry twice: " + name);
            in.position(start + (int) size);
        }
        expect(in.remaining() >= 4 && in.getInt(in.position()) == CENTRAL, "central directory expected");
        return out;
    }

    private static void expect(boolean holds, String why) {
        Refused.unless(holds, "E-ZIP", "bundle", why);
    }

    /** The only container that these entries may have. */
    static byte[] encode(SortedMap<String, byte[]> entries) {
        int size = 22;
        for (Map.Entry<String, byte[]> e : entries.entrySet()) {
            size += 76 + 2 * e.getKey().length() + e.getValue().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Integer> offsets = new TreeMap<>();
        Map<String, Integer> checksums = new TreeMap<>();
        entries.forEach((name, content) -> {
            CRC32 crc = new CRC32();
            crc.update(content);
            checksums.put(name, (int) crc.getValue());
            offsets.put(name, out.position());
            common(out.putInt(LOCAL), name, content, checksums.get(name))
                    .put(ascii(name))
                    .put(content);
        });
        int directory = out.position();
        entries.forEach((name, content) -> {
            common(out.putInt(CENTRAL).putShort((short) 20), name, content, checksums.get(name));
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            out.putInt(offsets.get(name)).put(ascii(name));
        });
        int length = out.position() - directory;
        out.putInt(END).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
        return out.putInt(length).putInt(directory).putShort((short) 0).array();
    }

    private static ByteBuffer common(ByteBuffer out, String name, byte[] content, int crc) {
        out.putShort((short) 20).putShort((short) 0x0800).putShort((short) 0).putShort((short) 0);
        out.putShort((short) 0x0021).putInt(crc).putInt(content.length).putInt(content.length);
        return out.putShort((short) name.length()).putShort((short) 0);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
